public import Languages

/// The words of all languages that distinguish names, sentences, amounts and our view from ordinary text.
public struct ProofWords: Sendable {
  /// Words that reveal nothing by themselves.
  let ordinary: Set<UInt64>
  /// Words that name a group of people or a role, not a person.
  let roles: Set<UInt64>
  /// Abbreviations that everybody uses.
  let abbreviations: Set<UInt64>
  /// Common words in company names; as the second word of a name they identify
  /// nobody.
  let trades: Set<UInt64>
  /// Words that mark the number after them as an id.
  let idLabels: Set<UInt64>
  let names: NameForms
  let money: MoneyWords
  let telltales: Telltales

  /// Creates the words from the lists of languages.
  public init(_ languages: [Language]) {
    let lists = languages.map(\.proof) + [Self.elsewhere]
    roles = Self.hashes(.groups, of: lists).union(Self.hashes(.roles, of: lists))
    ordinary = Self.hashes(.ordinary, of: lists).union(Self.hashes(.groups, of: lists))
    abbreviations = Self.hashes(.abbreviations, of: lists)
    trades = Self.hashes(.trades, of: lists)
    idLabels = Self.hashes(.idLabels, of: lists)
    names = NameForms(lists)
    money = MoneyWords(lists)
    telltales = Telltales(lists)
  }

  /// The words of a list in all languages, each in its form for comparison.
  static func hashes(_ list: ProofList, of languages: [[ProofList: [String]]]) -> Set<UInt64> {
    Set(languages.flatMap { $0[list, default: []] }.map(SearchText.word))
  }

  /// The words of a list in all languages, in the spelling for comparison.
  static func folded(_ list: ProofList, of languages: [[ProofList: [String]]]) -> Set<String> {
    Set(languages.flatMap { $0[list, default: []] }.map { String(decoding: SearchText($0).letters, as: UTF8.self) })
  }
}
