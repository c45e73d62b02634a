/// Something that a portfolio knows and that must not stand in a customer's file.
struct ForbiddenValue {
  /// How it is looked for.
  enum Kind {
    /// A name, an id, an address: its words in order, or its letters wherever at least ten bytes of them stand.
    case name
    /// Sentences: any five words in a row, and short ones as a whole.
    case prose
  }

  /// The table and column, such as `sentiment.reason`.
  let field: String
  let kind: Kind
  let text: SearchText
  /// The account that it is about; nil for what is about none.
  let account: Int?
  /// True for a mail address, which may not even be the customer's own.
  let isAddress: Bool

  init(_ field: String, _ kind: Kind, _ text: String, of account: Int?) {
    isAddress = addresses(in: text).first.map { $0.utf8.elementsEqual(text.utf8) } ?? false
    self.field = field
    self.kind = kind
    let words = SearchText(text)
    self.text = words
    runs = kind == .prose ? words.runs(of: Self.run) : []
    reach = Self.reach(of: words, kind)
    self.account = account
  }

  /// Of sentences, every five words in a row.
  let runs: [UInt64]

  /// The words in a row by which sentences are told.
  static let run = 5
  /// The fewest bytes of letters that are looked for across the borders of words.
  static let fewestLetters = 10
  /// The fewest letters of a short sentence, and of a single word, that are looked for.
  static let (shortestSentence, shortestWord) = (12, 8)

  /// How surely the value can be told from ordinary words; what cannot is not looked for, and counted.
  let reach: Reach

  private static func reach(of text: SearchText, _ kind: Kind) -> Reach {
    guard !text.words.isEmpty else { return .none }
    if kind == .prose {
      if text.words.count >= run { return .everywhere }
      let letters = text.letters.count
      return letters >= (text.words.count == 1 ? shortestWord : shortestSentence) ? .everywhere : .none
    }
    guard text.words.count == 1 else { return .everywhere }
    let length = text.length(of: 0)
    // A number in the document may be any figure or date; in a text that somebody wrote it may be an id.
    if text.isNumber(0) { return length >= 3 ? .data : .none }
    if text.isCode(0) || length >= 5 || text.letters.count >= fewestLetters { return .everywhere }
    return length >= 3 ? .cased : text.letters.contains { $0 >= 0x80 } && length >= 2 ? .everywhere : .none
  }

  enum Reach {
    /// Searched for in the whole file, whatever the case.
    case everywhere
    /// Searched for as it is written: a word of three or four letters, such as a customer called May.
    case cased
    /// Searched for only in texts that came from data, whatever the case.
    case data
    /// Searched for only in texts that came from data, as it is written.
    case casedData
    /// Not searched for: it cannot be told from ordinary words.
    case none

    var isInDataOnly: Bool { self == .data || self == .casedData }
    var isCased: Bool { self == .cased || self == .casedData }
  }
}
