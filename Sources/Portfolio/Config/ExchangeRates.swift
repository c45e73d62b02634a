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
      if rate <= 0 || rate > 1e6 {
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

/// The codes of ISO 4217 for money that is in use.
let currencyCodes = Set(
  """
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP \
  CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR \
  ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
  MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
  SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW \
  ZWG
  """.split(separator: " ").map(String.init))

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
