/// A list of words that the proof of customers' documents needs of a language: an entry under `proof` in its file.
///
/// Documents are searched with the lists of all languages at once, since people mix them.
public enum ProofList: String, CaseIterable, Sendable {
  /// Words that tell nothing by themselves; names that are such words need their capital.
  case ordinary
  /// Groups and parts of a company, which are ordinary words in a sentence as well.
  case groups
  /// Parts that a person plays.
  case roles
  /// Abbreviations that everybody uses, which are no company's name.
  case abbreviations
  /// Trades, goods and forms of business, of which names of companies are made.
  case trades
  /// Articles before a company's name.
  case articles
  /// Words for `&`.
  case conjunctions
  /// Words between two people, beyond those for `&`.
  case companions
  /// Words after which a number is an id.
  case idLabels = "id_labels"
  /// Words that count thousands.
  case thousands
  /// Words that count millions.
  case millions
  /// Words that count thousands of millions.
  case billions
  /// Words that say that a number is money, beyond the names of currencies.
  case money
  /// The colours of bands and flags.
  case colours
  /// Words for risk.
  case risks
  /// Words for a forecast.
  case forecasts
  /// Words for our judgement, told by a colour, a risk, a forecast or the score near them.
  case judgements
  /// Words for losing a customer and for renewing, told by a colour, a risk or a forecast near them.
  case renewals
  /// Words for health and exposure, told by a colour, a forecast or the score near them.
  case conditions
  /// Words that are a judgement by themselves.
  case compounds
  /// Words that are a judgement when they are written in one with one of `compound_ends`, in either order.
  case compoundStarts = "compound_starts"
  /// See `compound_starts`.
  case compoundEnds = "compound_ends"
  /// Words for the reader, such as `you`.
  case readers
  /// Forms of to be, to stay and to become.
  case being
  /// Words for leaving, said of the reader.
  case leaving
  /// What stands before risk in `at risk`.
  case riskPrepositions = "risk_prepositions"
  /// What stands between a score and 100.
  case outOf = "out_of"
}
