/// The rules for searching a customer's file: the only table of them, which messages, records and the
/// documentation use.
public enum ProofRule: String, CaseIterable, Sendable {
  case name, person, id, address, code, sentence, amount, view

  /// What is certain to be private: it has to go.
  public var certain: String {
    switch self {
    case .name: "another account's name, with or without its legal form, in any case, or all its letters in one"
    case .person: "a contact of another account, in any order of the names"
    case .id: "another account's `account_id` or `ticket_id`"
    case .address: "mail addresses, domains and telephone numbers of others"
    case .code: "a word of letters and digits, or of consonants alone, that only others' cells hold"
    case .sentence: "eight words in a row of a private sentence, twelve across two; four with a person of its account"
    case .amount: "the customer's own revenue and exposure with a currency or a unit beside it"
    case .view: "score, flag, band or health with a colour or the score, churn and renewal with a risk or a forecast"
    }
  }

  /// What is only suspicious: a line that the author confirms.
  public var suspicious: String {
    switch self {
    case .name: "one word of that name, with a capital, that no other text uses; a name that is an everyday word"
    case .person:
      "a name with an initial, a family name alone, a person of a meeting, a plan or a column; a colleague of ours who "
        + "has nothing to do with this customer"
    case .id: "–"
    case .address: "any address that `data/customer` does not give"
    case .code: "one in our own notes about the customer"
    case .sentence: "five words in a row with a name or an amount that only that account's texts hold"
    case .amount: "its exact revenue of three digits or more, or at the end of a line; others' of four digits or more"
    case .view: "–"
    }
  }

  /// What the sender can do about a certain finding.
  var advice: String {
    switch self {
    case .name: "write it without that name"
    case .person: "leave the person out, or add it to the contacts of this customer"
    case .id: "leave the id out"
    case .address: "leave the address out"
    case .code, .sentence: "say it in words of its own"
    case .amount: "leave the amount out"
    case .view: "say it without score, band, flag, risk or forecast"
    }
  }

  /// The rules as the table of the documentation.
  public static var table: String {
    "| rule | is certain | is suspicious |\n|---|---|---|\n"
      + allCases.map { "| `\($0.rawValue)` | \($0.certain) | \($0.suspicious) |\n" }.joined()
  }
}
