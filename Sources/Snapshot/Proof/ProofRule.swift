/// The rules for searching a customer's file: the only table of them, which messages, records and the
/// documentation use.
public enum ProofRule: String, CaseIterable, Sendable {
  case name, namePart = "name_part", id, person, address, sentence, code, amount, view

  /// What the rule searches for.
  public var finds: String {
    switch self {
    case .name:
      "the name of another account: its words in a row, also with `and` for `&` and in the genitive, or all its letters "
        + "across blanks and signs where there are at least ten bytes of them; one of two or three signs (`BT`, `H&M`) as it "
        + "is written"
    case .namePart:
      "that name without its legal form (`Altmoor Stahl` of `Altmoor Stahl GmbH`), its first word alone where at most three "
        + "accounts are called by it, and any other of at least six letters that is in no other name; all in the genitive as "
        + "well (`Altmoors`)"
    case .id:
      "an `account_id`, and other accounts' `ticket_id`s"
    case .person:
      "people of other accounts, one by one, in every order of their names (`Smith, Jane`): `contacts.name`, "
        + "`touchpoints.with`, `plans.owner`, cells of columns that people write by hand"
    case .address: "any mail address, also spelt out (`name (at) company . com`)"
    case .sentence:
      "notes, reasons, next steps, evidence, sources, the edition's note, other customers' ticket subjects, columns of "
        + "`accounts` that people write by hand (nine in ten cells differ): five words in a row of which two are not "
        + "ordinary, any eight, and shorter sentences as a whole"
    case .code: "codes in those sentences, of letters and digits and at least six signs, such as `BLUEBIRD7`"
    case .amount: "revenue before, after and now, and exposure: see below"
    case .view: "words of our view near each other, such as score, health, band or flag near a colour: see below"
    }
  }

  /// What it does not report, so that ordinary texts pass.
  public var spares: String {
    switch self {
    case .name:
      "within the customer's own name; an ordinary word, and a word of the phrases that come with Vigie, without its "
        + "capital or outside what came from data; single letters, and common abbreviations (`IT`)"
    case .namePart:
      "words that are in the customer's own name; ordinary words; first words of fewer than four letters; others that are "
        + "trades, regions or industries, or that stand in what people wrote about two other accounts; one word alone without "
        + "its capital, but in links and names of files"
    case .id:
      "numbers of fewer than eight digits, short ids and ordinary words, unless a `#` or a word such as ticket, account or "
        + "client stands before them"
    case .person:
      "who is also one of the customer's `contacts`, or ours; whom its touchpoints and plans name, but for a contact of "
        + "exactly one other account; groups and roles (`Planning team`); ordinary words without capitals"
    case .address:
      "one that was written for the customer in `data/customer` and that no table or note holds; one of `known`"
    case .sentence:
      "what the customer's own tickets and goals or the phrases of every document say in the same words; subjects that "
        + "several customers use; single ordinary words"
    case .code: "–"
    case .amount: "figures of the customer's own goals; other customers' amounts that equal a figure of adoption"
    case .view: "the customer's own words: its name, goals and tickets; words of `known`"
    }
  }

  /// What the sender can do about a finding.
  public var advice: String {
    switch self {
    case .name, .namePart:
      "write it without that name, or list the words under snapshot.customer.known if they are no name here"
    case .id: "leave the id out, or list it under snapshot.customer.known if it is none here"
    case .person:
      "leave the person out; if it is somebody of this customer's, add it to contacts, or list the name under "
        + "snapshot.customer.known"
    case .address:
      "leave the address out; if it is meant for this customer, write it in data/customer, or list it under "
        + "snapshot.customer.known"
    case .sentence, .code:
      "say it in words of its own, or list them under snapshot.customer.known if this customer may read them"
    case .amount: "leave the amount out, or list it under snapshot.customer.known if it is another figure"
    case .view:
      "say it without score, band, flag, risk or forecast, or list the words under snapshot.customer.known if they speak "
        + "of something else"
    }
  }

  /// The rules as the table of the documentation.
  public static var table: String {
    "| rule | is searched for | is left alone |\n|---|---|---|\n"
      + allCases.map { "| `\($0.rawValue)` | \($0.finds) | \($0.spares) |\n" }.joined()
  }
}
