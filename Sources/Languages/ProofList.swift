/// A list of words that the proof of customers' documents needs for a language: an entry under `proof` in its file.
///
/// Documents are searched with the lists of all languages at once, since people mix languages.
public enum ProofList: String, CaseIterable, Sendable {
  /// Words that reveal nothing by themselves; names that are such words need their capital.
  case ordinary
  /// Groups and parts of a company, which are also ordinary words in a sentence.
  case groups
  /// Roles that a person can have.
  case roles
  /// Abbreviations that everybody uses, which are not a company's name.
  case abbreviations
  /// Trades, goods and forms of business, which are common in company names.
  case trades
  /// Articles before a company's name.
  case articles
  /// Words for `&`.
  case conjunctions
  /// Words between two people, beyond those for `&`.
  case companions
  /// Words that mark the number after them as an id.
  case idLabels = "id_labels"
  /// Words that count thousands.
  case thousands
  /// Words that count millions.
  case millions
  /// Words that count thousands of millions.
  case billions
  /// Words that mark a number as money, besides the names of currencies.
  case money
  /// The colours of bands and flags.
  case colours
  /// Words for risk.
  case risks
  /// Words for a forecast.
  case forecasts
  /// Words for our judgement, when a colour, a risk, a forecast or the score is near them.
  case judgements
  /// Words for losing a customer and for renewing, when a colour, a risk or a forecast is near them.
  case renewals
  /// Words for health and exposure, when a colour, a forecast or the score is near them.
  case conditions
  /// Words that are a judgement by themselves.
  case compounds
  /// Words that are a judgement when written as one with one of `compound_ends`, in either order.
  case compoundStarts = "compound_starts"
  /// See `compound_starts`.
  case compoundEnds = "compound_ends"
  /// Words for the reader, such as `you`.
  case readers
  /// Forms of to be, to stay and to become.
  case being
  /// Words for leaving, said about the reader.
  case leaving
  /// The words before risk in `at risk`.
  case riskPrepositions = "risk_prepositions"
  /// The words between a score and 100.
  case outOf = "out_of"
}
