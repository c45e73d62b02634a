import Findings
import YAML

extension YAMLReader {
  /// The rates of other currencies: units of the portfolio's currency for one of each.
  mutating func rates(_ node: Node?, into own: String) -> [String: Double] {
    guard let node else { return [:] }
    var rates: [String: Double] = [:]
    for (key, keyNode, value) in entries(node, of: "fx") {
      let code = key.uppercased()
      guard isCurrency(code) else {
        fail(keyNode, "fx has the currency '\(key)'; write its three-letter code, such as USD")
        continue
      }
      guard rates[code] == nil else {
        fail(keyNode, "fx has a rate of \(code) already; keep one of them")
        continue
      }
      guard let rate = number(value, "the rate of \(code)") else { continue }
      if rate <= 0 {
        fail(
          value,
          "the rate of \(code) is \(value.scalar?.string ?? ""); write the \(own) that one \(code) is, such as 0.92")
      } else if code == own, rate != 1 {
        fail(keyNode, "\(own) is the portfolio's own currency, whose rate is 1; take it out of fx")
      } else {
        rates[code] = rate
      }
    }
    return rates
  }
}

/// True for three capital letters.
func isCurrency(_ code: String) -> Bool {
  code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
}

extension Settings {
  /// Units of the portfolio's currency for one of another, by its code in any case; nil where the settings do not say.
  func rate(of currency: String) -> Double? {
    let code = currency.uppercased()
    return code == self.currency ? 1 : rates[code]
  }
}
