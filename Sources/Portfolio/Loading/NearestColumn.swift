import Findings
import Spelling

/// The column that a header nearly names: by a slip of the pen, with a unit behind it as in `ARR (EUR)`, or by another
/// form of the word as in `renewal_date` for `renews_on`.
func nearestColumn(to header: String, among columns: [String]) -> String? {
  if unrelated.contains(header.nameKey) { return nil }
  if let nearest = nearestName(to: header, among: columns) { return nearest }
  let words = columnWords(header)
  guard let stem = words.first, words.dropFirst().allSatisfy(saysLittle.contains) else { return nil }
  return columns.first { column in
    let known = columnWords(column)
    guard let other = known.first, known.dropFirst().allSatisfy(saysLittle.contains) else { return false }
    let shared = zip(stem, other).prefix { $0 == $1 }.count
    return shared >= 5 || shared >= 3 && shared == min(stem.count, other.count)
  }
}

/// Words of a header that do not change what a column is.
private let saysLittle: Set<String> = [
  "on", "at", "date", "day", "id", "name", "value", "amount", "total", "count", "number", "no", "eur", "usd", "gbp",
  "chf",
  "k", "in", "of", "the",
]

/// The words of a header in lower case, without what stands in brackets.
private func columnWords(_ header: String) -> [String] {
  var depth = 0
  let plain = header.lowercased().map { character -> Character in
    if "([{".contains(character) { depth += 1 }
    defer { if ")]}".contains(character) { depth -= 1 } }
    return depth == 0 && (character.isLetter || character.isNumber) ? character : " "
  }
  return String(plain).split(separator: " ").map(String.init)
}

/// Names that are near to one of ours and mean something else.
private let unrelated: Set<String> = ["mrr", "acr", "status", "state", "stage", "brand", "planet"]

extension StringProtocol {
  /// What the names of a column have in common, which programs write with straight apostrophes or with curly ones.
  var headerKey: String {
    let key = nameKey
    guard key.unicodeScalars.contains(where: { $0.value == 0x2019 || $0.value == 0x2018 || $0.value == 0x2BC }) else {
      return key
    }
    return String(key.map { ["\u{2019}", "\u{2018}", "\u{2BC}"].contains($0) ? "'" : $0 })
  }
}
