import Languages

/// Words that count thousands, and words that mark a number as money.
struct MoneyWords {
  let units: [String: Double]
  let all: Set<String>

  /// Creates the words from the lists of every language.
  init(_ languages: [[ProofList: [String]]]) {
    var units = Self.abbreviations
    for (list, factor) in [(ProofList.thousands, 1e3), (.millions, 1e6), (.billions, 1e9)] {
      for word in ProofWords.folded(list, of: languages) { units[word] = factor }
    }
    self.units = units
    all = Self.currencies.union(ProofWords.folded(.money, of: languages))
  }

  /// Units used everywhere, and those of India.
  private static let abbreviations: [String: Double] = {
    var units: [String: Double] = [:]
    for (words, factor) in [
      ("k keur kusd kgbp kchf teur tusd tgbp tchf", 1e3), ("lakh lakhs lac lacs", 1e5),
      ("m mn mio meur musd mgbp mchf", 1e6), ("crore crores cr", 1e7), ("bn b", 1e9),
    ] { for word in words.split(separator: " ") { units[String(word)] = factor } }
    return units
  }()

  /// Letters that are units only next to a currency: `T€` is a thousand, `884 t` are tons.
  static let unitsBesideCurrency: [String: Double] = ["t": 1e3]

  static let currencies: Set<String> = Set(
    """
    eur euro euros usd dollar dollars gbp pound pounds sterling chf franc francs sek nok dkk krona kronor krone kroner pln \
    zloty zlotys czk huf ron jpy yen cny rmb yuan inr rs rupee rupees cad aud nzd sgd hkd brl reais zar rand mxn peso pesos \
    keur kusd kgbp kchf teur tusd tgbp tchf meur musd mgbp mchf
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
