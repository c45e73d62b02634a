/// What a number format makes of a number: only this tells a day from any other number.
enum NumberFormat: UInt8 {
  case number
  case day
  case timeOfDay
  case duration

  /// The format of a number in Excel's list, for those that the workbook does not spell out.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: self = .day
    // 32 and 33 are hours and minutes in all East Asian languages.
    case 18...21, 32, 33, 45, 47: self = .timeOfDay
    case 46: self = .duration
    default: self = .number
    }
  }

  /// The format that a code such as `[$-409]d\-mmm\-yy` describes.
  init(code: String) {
    let sections = Self.signs(of: code).split(separator: UInt8(ascii: ";")).map { Self.section($0) }
    self = [.day, .duration, .timeOfDay].first { sections.contains($0) } ?? .number
  }

  /// What a section says, of which only the signs are left.
  private static func section(_ signs: ArraySlice<UInt8>) -> NumberFormat {
    func has(_ letter: Unicode.Scalar) -> Bool { signs.contains(UInt8(ascii: letter)) }
    // Programs that do not put a currency into quotes write #,##0 USD.
    if has("#") || has("?") { return .number }
    let isTime = has("h") || has("s")
    // A lone m is minutes next to hours or seconds; three are the name of a month.
    let isMonth = has("m") && (!isTime || signs.firstRange(of: "mmm".utf8) != nil)
    if has("d") || has("y") || isMonth { return .day }
    if has("[") { return .duration }
    return isTime ? .timeOfDay : .number
  }

  /// A code without texts in quotes, escaped characters, blanks as wide as another character, and brackets.
  ///
  /// Brackets around hours, minutes or seconds, which make a duration, are left as `[h`, and AM/PM as `h`.
  private static func signs(of code: String) -> [UInt8] {
    let code = Array(code.lowercased().utf8)
    var signs: [UInt8] = []
    var place = 0
    while place < code.count {
      switch code[place] {
      case UInt8(ascii: "\""):
        place = code[(place + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        place += 1
      case UInt8(ascii: "["):
        let end = code[place...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        let letters = code[(place + 1)..<end]
        if let first = letters.first, "hms".utf8.contains(first), letters.allSatisfy({ $0 == first }) {
          signs += "[h".utf8
        }
        place = end
      case UInt8(ascii: "a") where code[place...].starts(with: "am/pm".utf8):
        signs.append(UInt8(ascii: "h"))
        place += 4
      case UInt8(ascii: "a") where code[place...].starts(with: "a/p".utf8):
        signs.append(UInt8(ascii: "h"))
        place += 2
      case let sign: signs.append(sign)
      }
      place += 1
    }
    return signs
  }
}
