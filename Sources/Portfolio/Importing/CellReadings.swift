import Health
import Tables

/// The ways in which the cells of a file's columns can be read as a whole.
enum CellReadings {
  /// One setting, or none, and what it makes of the first cell that it is about.
  struct Reading: Equatable {
    /// The lines of the settings, such as `date_format: dd/MM/yyyy`.
    let lines: [String]
    /// A cell, and its value as it is read so.
    let example: (cell: String, value: String)

    /// The options of the command that say so.
    var options: String {
      lines.map { line in
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        return "--\(parts[0] == "date_format" ? "date-format" : parts[0]) \(parts.last ?? "")"
      }.joined(separator: " ")
    }

    static func == (left: Reading, right: Reading) -> Bool { left.lines == right.lines }
  }

  /// The ways in which all days are read, each with other days; none where the present formats read all of them.
  ///
  /// - Returns: several where they cannot be told apart, and the best list where no single format reads all.
  static func days(_ cells: [String], present: [DateFormat], zone: Zone, asOf: Day) -> [Reading] {
    func reading(_ formats: [DateFormat]) -> DayReading { DayReading(formats: formats, zone: zone, asOf: asOf) }
    func days(_ reading: DayReading) -> [Day?] { cells.map { $0.day(reading) } }
    guard days(reading(present)).contains(nil) else { return [] }
    let formats = DayReading.usual.compactMap(DateFormat.init).filter { format in
      !["unix", "unix_ms", "excel"].contains(format.pattern)
        || cells.allSatisfy { $0.isLikely(format, reading([format])) }
    }
    var groups: [(days: [Day?], format: DateFormat)] = []
    for format in formats {
      let days = days(reading([format]))
      if !days.contains(nil), !groups.contains(where: { $0.days == days }) { groups.append((days, format)) }
    }
    if groups.isEmpty { return mixed(cells, formats, reading) }
    return groups.map { group in
      // A cell that shows how the readings differ.
      let index = cells.indices.first { index in Set(groups.map { $0.days[index] }).count > 1 } ?? 0
      return Reading(
        lines: ["date_format: \(group.format.pattern.yaml)"],
        example: (cells[index], group.days[index]?.description ?? ""))
    }
  }

  /// For each order of day and month the fewest formats that together read most of the cells, those that read most first;
  /// one where only one order reads so many, for two orders in one column are never meant.
  private static func mixed(
    _ cells: [String], _ formats: [DateFormat], _ reading: ([DateFormat]) -> DayReading
  ) -> [Reading] {
    let lists = [true, false].map { isDayFirst in
      list(of: cells, formats.filter { $0.isDayFirst.map { $0 == isDayFirst } ?? true }, reading)
    }
    let unread = lists.map { list in cells.count { $0.day(reading(list)) == nil } }
    let best = lists.indices.filter { !lists[$0].isEmpty && unread[$0] == unread.min() }.map { lists[$0] }
    let days = best.map { list in cells.map { $0.day(reading(list)) } }
    let differ = Set(days).count > 1
    return (differ ? best : Array(best.prefix(1))).map { list in
      let patterns = list.map(\.pattern.yaml).joined(separator: ", ")
      let index = cells.indices.first { index in differ && Set(days.map { $0[index] }).count > 1 } ?? 0
      return Reading(
        lines: [list.count == 1 ? "date_format: \(patterns)" : "date_format: [\(patterns)]"],
        example: (cells[index], cells[index].day(reading(list))?.description ?? ""))
    }
  }

  private static func list(
    of cells: [String], _ formats: [DateFormat], _ reading: ([DateFormat]) -> DayReading
  ) -> [DateFormat] {
    var rest = cells
    var chosen: [DateFormat] = []
    while !rest.isEmpty {
      let best = ([DateFormat.iso] + formats).map { format in
        (format, rest.count { $0.day(reading([format])) != nil })
      }.max { $0.1 < $1.1 }
      guard let (format, count) = best, count > 0 else { break }
      chosen.append(format)
      rest.removeAll { $0.day(reading([format])) != nil }
    }
    return chosen
  }

  /// The ways in which all numbers are read, each with other values; none where the present format reads all of them.
  static func numbers(_ cells: [String], present: NumberFormat, pointIsUnsure: Bool) -> [Reading] {
    func values(_ format: NumberFormat) -> [Double?] { cells.map { $0.number(format) } }
    let isUnsure =
      pointIsUnsure && cells.contains { $0.hasPoint } && cells.allSatisfy { !$0.hasPoint || $0.isAmbiguous }
    guard isUnsure || values(present).contains(nil) else { return [] }
    let signs: [NumberFormat.Thousands?] = [nil] + NumberFormat.Thousands.allCases
    let formats = signs.flatMap { sign in
      NumberFormat.Decimal.allCases.compactMap { NumberFormat(decimal: $0, thousands: sign) }
    }
    var groups: [(values: [Double?], format: NumberFormat)] = []
    for format in formats {
      let values = values(format)
      if !values.contains(nil), !groups.contains(where: { $0.values == values }) { groups.append((values, format)) }
    }
    return groups.map { group in
      let index = cells.indices.first { index in Set(groups.map { $0.values[index] }).count > 1 } ?? 0
      let decimal = group.format.decimal == .comma || isUnsure ? ["decimal: \"\(group.format.decimal.rawValue)\""] : []
      let thousands = group.format.thousands.map { ["thousands: \"\($0.rawValue)\""] } ?? []
      return Reading(
        lines: decimal + thousands, example: (cells[index], group.values[index].map { "\($0)" } ?? ""))
    }
  }
}

extension DateFormat {
  /// Whether the day stands before the month, where both are digits.
  fileprivate var isDayFirst: Bool? {
    guard let day = pattern.firstIndex(of: "d"), let month = pattern.firstIndex(of: "M"), !pattern.contains("MMM"),
      !pattern.hasPrefix("y")
    else { return nil }
    return day < month
  }
}

extension String {
  func day(_ reading: DayReading) -> Day? {
    Array(utf8).withUnsafeBufferPointer { reading.day(CellParsing.trimmed($0)) }
  }

  func number(_ format: NumberFormat) -> Double? {
    Array(utf8).withUnsafeBufferPointer { format.number(CellParsing.trimmed($0)) }
  }

  fileprivate var hasPoint: Bool { Array(utf8).withUnsafeBufferPointer(NumberFormat.hasPoint) }
  fileprivate var isAmbiguous: Bool { Array(utf8).withUnsafeBufferPointer(NumberFormat.isAmbiguous) }

  /// Whether a number is a day of the years in which exports are made.
  fileprivate func isLikely(_ format: DateFormat, _ reading: DayReading) -> Bool {
    day(reading).map { (1990...2060).contains($0.civil.year) } ?? false
  }

  /// The text as a value in YAML: in quotes where it would mean something else without them.
  var yaml: String {
    let special: Set<Character> = [
      ":", "#", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "?", "\u{A0}",
    ]
    let isWord = ["true", "false", "null", "yes", "no", "~", ""].contains(lowercased())
    let isOdd =
      first == "-" || first == " " || last == " " || contains { special.contains($0) || !$0.isASCII && $0.isNewline }
    guard isWord || isOdd || Double(self) != nil else { return self }
    let escaped = map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
