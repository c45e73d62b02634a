/// A name in what every file system and every mail program keeps: small Latin letters, digits, and hyphens between words.
///
/// Letters lose accents and strokes as they do where texts are compared, so that `Zakłady Łódź (Weiß)` is
/// `zaklady-lodz-weiss`; letters of other scripts are left out. Two names can become one, and one can become nothing.
///
/// - Parameter length: the most letters of the result.
public func plainName(_ name: String, atMost length: Int) -> String {
  let text = SearchText(name)
  let words = text.ranges.map { text.letters[$0].filter { $0 < 0x80 } }.filter { !$0.isEmpty }
  var letters = Array(words.joined(separator: [UInt8(ascii: "-")]).prefix(length))
  while letters.last == UInt8(ascii: "-") { letters.removeLast() }
  return String(decoding: letters, as: UTF8.self)
}
