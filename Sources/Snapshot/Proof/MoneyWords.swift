/// Words that count thousands, and words that say that a number is money.
enum MoneyWords {
  static let units: [String: Double] = {
    var units: [String: Double] = [:]
    for (words, factor) in [
      ("k thousand thousands mille millier milliers tsd tausend keur kusd kgbp kchf teur tusd tgbp tchf", 1e3),
      ("lakh lakhs lac lacs", 1e5), ("m mn mio million millions millionen mill meur musd mgbp mchf", 1e6),
      ("crore crores cr", 1e7), ("bn b billion billions milliard milliards md mds mrd", 1e9),
    ] { for word in words.split(separator: " ") { units[String(word)] = factor } }
    return units
  }()

  /// Letters that count only beside a currency, since alone they are something else: `T€` is a thousand, `884 t` are tons.
  static let unitsBesideCurrency: [String: Double] = ["t": 1e3]

  static let all = currencies.union(
    """
    arr mrr acv tcv revenue revenues revenu revenus affaires turnover contract contracts contrat contrats price prices \
    prix tarif fee fees invoice invoices invoiced facture factures billing billed pay pays paid paying payez paie payer \
    cost costs cout couts spend spending exposure exposition renewal renewals renouvellement renouvellements worth
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static let currencies: Set<String> = Set(
    """
    eur euro euros usd dollar dollars gbp pound pounds sterling chf franc francs sek nok dkk krona kronor krone kroner pln \
    zloty zlotys czk huf ron jpy yen cny rmb yuan inr rs rupee rupees cad aud nzd sgd hkd brl reais zar rand mxn peso pesos \
    keur kusd kgbp kchf teur tusd tgbp tchf meur musd mgbp mchf
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
