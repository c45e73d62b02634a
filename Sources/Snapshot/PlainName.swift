/// A name in characters that every file system and mail program keeps: lower-case Latin letters, digits, and hyphens.
///
/// Letters lose accents and strokes as in the comparison of texts, so that `Zakłady Łódź (Weiß)` becomes
/// `zaklady-lodz-weiss`; letters of other scripts are left out. Two names can become the same, and one can become
/// empty.
///
/// - Parameter length: the maximum length of the result.
public func plainName(_ name: String, atMost length: Int) -> String {
  let text = SearchText(name)
  let words = text.ranges.map { text.letters[$0].filter { $0 < 0x80 } }.filter { !$0.isEmpty }
  var letters = Array(words.joined(separator: [UInt8(ascii: "-")]).prefix(length))
  while letters.last == UInt8(ascii: "-") { letters.removeLast() }
  return String(decoding: letters, as: UTF8.self)
}
