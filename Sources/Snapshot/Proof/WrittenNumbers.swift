/// The numbers of a text, whatever sets their thousands apart.
struct WrittenNumbers {
  /// Numbers of at least a thousand: `884,000`, `884 000`, `884.000,00`, `884000`.
  private(set) var whole: Set<Double> = []
  /// Numbers before a k: 884 of `€884k`, `884 k€`.
  private(set) var thousands: Set<Double> = []
  /// Numbers before an m, in hundredths: 124 of `€1.24m`, `1,24 M€`.
  private(set) var hundredthsOfMillions: Set<Double> = []

  private static let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]
  private static let groupSigns: Set<Unicode.Scalar> = blanks.union([",", ".", "'", "\u{2019}", "\u{2BC}", "_"])
  private static let decimalSigns: Set<Unicode.Scalar> = [".", ","]

  init(_ text: String) {
    // Digits of any script, such as full-width ones, as those of ASCII.
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue, value >= 0,
        let digit = Unicode.Scalar(UInt32(0x30 + Int(value)))
      else { return scalar }
      return digit
    }
    func isDigit(_ position: Int) -> Bool {
      position < scalars.count && ("0"..."9").contains(scalars[position])
    }
    func digits(from start: Int) -> Int { (start..<scalars.count).first { !isDigit($0) } ?? scalars.count }
    var position = 0
    while position < scalars.count {
      guard isDigit(position) else {
        position += 1
        continue
      }
      var end = digits(from: position)
      var number = String(String.UnicodeScalarView(scalars[position..<end]))
      if end - position <= 3 {
        while end < scalars.count, Self.groupSigns.contains(scalars[end]), digits(from: end + 1) == end + 4 {
          number += String(String.UnicodeScalarView(scalars[end + 1..<end + 4]))
          end += 4
        }
      }
      var hundredths = 0.0
      if end < scalars.count, Self.decimalSigns.contains(scalars[end]),
        (1...2).contains(digits(from: end + 1) - end - 1)
      {
        let after = digits(from: end + 1)
        let decimals = String(String.UnicodeScalarView(scalars[end + 1..<after]))
        hundredths = Double(decimals.utf8.count == 1 ? decimals + "0" : decimals) ?? 0
        end = after
      }
      var unit = end
      if unit < scalars.count, Self.blanks.contains(scalars[unit]) { unit += 1 }
      let isUnit = unit < scalars.count && !(unit + 1 < scalars.count && scalars[unit + 1].properties.isAlphabetic)
      if let value = Double(number), number.utf8.count <= 15 {
        switch isUnit ? scalars[unit] : " " {
        case "k", "K": thousands.insert(value)
        case "m", "M": hundredthsOfMillions.insert(value * 100 + hundredths)
        default: break
        }
        if value >= 1000 { whole.insert(value) }
      }
      position = end
    }
  }
}
