/// Decides which measures cannot be used for adoption, whatever the settings say.
public enum AdoptionMeasure {
  /// Words that mark a name as counting money: `mrr`, `invoice_total`, `annualRevenue`.
  public static let moneyWords: [String] = [
    "acv", "amount", "amounts", "arr", "billing", "budget", "chf", "clv", "cost", "costs", "discount", "eur", "euro",
    "euros", "exposure", "facturation", "facture", "factures", "fee", "fees", "gbp", "invoice", "invoiced", "invoices",
    "ltv", "margin", "montant", "montants", "mrr", "payment", "payments", "price", "prices", "prix", "revenu",
    "revenue", "revenues", "revenus", "spend", "spending", "tcv", "turnover", "umsatz", "usd",
  ]

  /// Whether any word of a measure's name says that it counts money.
  public static func countsMoney(_ name: String) -> Bool {
    var word = ""
    var previous: Unicode.Scalar = "_"
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let begins = !isLetter || scalar.properties.isUppercase && !previous.properties.isUppercase
      if begins {
        if moneyWords.contains(word) { return true }
        word = ""
      }
      if isLetter { word += scalar.properties.lowercaseMapping }
      previous = scalar
    }
    return moneyWords.contains(word)
  }
}
