/// A number as people write it for one another (docs/exports.md, "Numbers"): plain, or with signs around its digits; nil
/// for anything else.
///
/// A point stands before the decimals and nothing between thousands, since no file here says otherwise.
func writtenNumber(_ text: String) -> Double? {
  if let plain = plainNumber(text) { return plain }
  let blanks: [Unicode.Scalar] = [" ", "\t", "\u{a0}", "\u{202f}", "\u{2009}"]
  let scalars = Array(text.unicodeScalars)
  func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || scalar == "." }
  guard let first = scalars.firstIndex(where: isDigit), let last = scalars.lastIndex(where: isDigit),
    scalars[first...last].allSatisfy(isDigit)
  else { return nil }
  func string(_ part: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: part.filter { !blanks.contains($0) })
    return String(view).uppercased()
  }
  var (front, back) = (string(scalars[..<first]), string(scalars[(last + 1)...]))
  // Next to the digits, perhaps behind a parenthesis, stands what they are multiplied with.
  var power = ""
  for (sign, exponent) in [("K", "e3"), ("M", "e6"), ("%", "e-2")] where power.isEmpty && back.hasPrefix(sign) {
    back.removeFirst()
    power = exponent
  }
  var taken: [String] = []
  func take(_ signs: [String], from side: inout String) {
    while let sign = signs.first(where: { side.hasPrefix($0) }) {
      side.removeFirst(sign.count)
      taken.append(sign)
    }
  }
  let currencies = ["EUR", "USD", "GBP", "CHF", "€", "$", "£"]
  let minuses = ["-", "\u{2212}", "\u{2013}", "\u{2010}", "\u{2011}"]
  take(currencies + minuses + ["+", "("], from: &front)
  take(currencies + minuses + [")"], from: &back)
  func count(_ signs: [String]) -> Int { taken.count { signs.contains($0) } }
  let pairs: Set = [["$", "USD"], ["€", "EUR"], ["£", "GBP"]]
  let named = taken.filter { currencies.contains($0) }.sorted { $0.count < $1.count }
  guard front.isEmpty, back.isEmpty, count(["("]) == count([")"]), count(["("]) + count(minuses + ["+"]) <= 1,
    named.count < 2 || pairs.contains(named), power != "e-2" || named.isEmpty
  else { return nil }
  guard let size = plainNumber(string(scalars[first...last]) + power) else { return nil }
  return count(minuses + ["("]) > 0 ? -size : size
}
