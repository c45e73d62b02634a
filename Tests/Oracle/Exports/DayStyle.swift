import SeededRandom

/// How a program writes days.
struct DayStyle {
  /// Patterns, the first that reads a cell counts.
  let patterns: [String]
  /// The zone of the file, and seconds that it is ahead of UTC.
  let zone: (name: String, offset: Int)
  /// Whether times of day follow.
  let hasTimes: Bool
  /// Whether moments carry an offset.
  let hasOffsets: Bool
  /// The settings that say so.
  let settings: [String]

  private static let zones = [
    ("UTC", 0), ("Asia/Tokyo", 32_400), ("America/Phoenix", -25_200), ("Asia/Kolkata", 19_800),
  ]

  init(with random: inout SplitMix64) {
    patterns = random.pick([
      ["yyyy-MM-dd"], ["yyyy-MM-dd"], ["dd/MM/yyyy"], ["MM/dd/yyyy"], ["d.M.yyyy"], ["d/M/yy"], ["yyyyMMdd"],
      ["yyyy/MM/dd"], ["MMM d, yyyy"], ["d MMMM yyyy"], ["d-MMM-yy"], ["EEE d MMM yyyy"], ["M/d/yyyy h:mm a"],
      ["yyyy-MM-dd'T'HH:mm:ssXXX"], ["unix"], ["unix_ms"], ["excel"], ["yyyy-MM-dd", "d/MMM/yy"],
      ["d.M.yyyy", "unix"], ["MMM d, yyyy", "dd/MM/yyyy"], ["unix", "excel"],
    ])
    zone = random.pick(Self.zones)
    hasTimes = random.chance(40)
    hasOffsets = hasTimes && random.chance(50)
    let quoted = patterns.map { "\"\($0)\"" }
    settings =
      (patterns == ["yyyy-MM-dd"] && random.chance(70)
        ? [] : ["date_format: " + (quoted.count > 1 ? "[\(quoted.joined(separator: ", "))]" : quoted[0])])
      + (zone.offset == 0 && random.chance(70) ? [] : ["time_zone: \(zone.name)"])
  }

  /// A day of a clean table, at a time that is drawn.
  func text(_ iso: String, with random: inout SplitMix64) -> String {
    guard let day = Day(iso: iso) else { return iso }
    let second = random.int(0...86_399)
    // The moment at which it is that day in the zone of the file.
    let moment = day.number * 86_400 + second - zone.offset
    let pattern = random.pick(patterns)
    switch pattern {
    case "unix": return "\(moment)" + (random.chance(10) ? ".5" : "")
    case "unix_ms": return "\(moment * 1000 + random.int(0...999))"
    case "excel": return "\(day.number + 25_569)" + (hasTimes ? ".\(random.int(1...999))" : "")
    default: break
    }
    let hasOffset = pattern.hasSuffix("XXX") || hasOffsets && !pattern.contains("mm")
    let offset = hasOffset ? random.pick([0, 3600, -18_000, 20_700]) : nil
    let local = offset.map { moment + $0 } ?? moment + zone.offset
    let text = Self.written(local, pattern, offset, with: &random)
    guard hasTimes, !pattern.contains("mm") else { return text }
    let time = Self.written(local, random.pick(["HH:mm:ss", "H:mm", "H:mm:ss.SSS"]), nil, with: &random)
    let blank = pattern == "yyyy-MM-dd" && random.chance(60) ? "T" : random.pick([" ", ", "])
    return text + blank + time + (offset.map { Self.written($0) } ?? "")
  }

  private static let months = [
    "January janvier", "February février", "March mars", "April avril", "May mai", "June juin", "July juillet",
    "August août", "September septembre", "October octobre", "November novembre", "December décembre",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func written(_ local: Int, _ pattern: String, _ offset: Int?, with random: inout SplitMix64)
    -> String
  {
    let number = (local - ((local % 86_400) + 86_400) % 86_400) / 86_400
    let second = local - number * 86_400
    let day = Day(number: number)
    let parts = day.iso.split(separator: "-").map { String($0) }
    let month = Int(parts[1]) ?? 1
    let names = months[month - 1].split(separator: " ").map { String($0) }
    let hour = second / 3600
    var text = ""
    var isQuoted = false
    var rest = pattern[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest = rest.dropFirst(run.count)
      if letter == "'" { isQuoted.toggle() }
      switch run {
      case "'": break
      case "yyyy": text += parts[0]
      case "yy": text += parts[0].suffix(2)
      case "MMMM": text += random.pick(names)
      case "MMM": text += shortened(names[0]) + (random.chance(5) ? "." : "")
      case "MM": text += parts[1]
      case "M": text += "\(month)"
      case "dd": text += parts[2]
      case "d": text += "\(Int(parts[2]) ?? 1)"
      case "EEE": text += weekdays[day.number - day.monday.number]
      case "HH": text += padded(hour)
      case "H": text += "\(hour)"
      case "h": text += "\((hour + 11) % 12 + 1)"
      case "mm": text += padded(second / 60 % 60)
      case "ss": text += padded(second % 60)
      case "SSS": text += "120"
      case "a": text += hour < 12 ? random.pick(["AM", "am", "a.m."]) : random.pick(["PM", "pm", "p.m."])
      case "XXX": text += written(offset ?? 0)
      default: text += run
      }
    }
    return text
  }

  private static func shortened(_ month: String) -> String { month.count > 4 ? String(month.prefix(3)) : month }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func written(_ offset: Int) -> String {
    let minutes = abs(offset) / 60
    return offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
