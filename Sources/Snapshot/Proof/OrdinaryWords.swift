/// The words that reveal nothing by themselves: those of a list, and those that people write in lower case about
/// several accounts.
///
/// A name that is such a word is searched for only with its capital, and sentences of such words only are not searched
/// for.
struct OrdinaryWords {
  /// For each word in lower case in people's texts, up to three accounts whose texts contain it.
  private var users: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// For each word with a capital in people's texts, up to three accounts whose texts contain it.
  private var mentions: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// Words of columns that classify accounts, such as regions and industries.
  private var kinds: Set<UInt64> = []
  /// The words of the lists.
  let words: ProofWords

  init(_ words: ProofWords) {
    self.words = words
  }

  /// Adds a text that people wrote about an account.
  mutating func add(_ text: SearchText, of account: Int) {
    let account = Int32(account)
    for (word, isCapital) in zip(text.words, text.isCapital) {
      if isCapital { Self.note(word, account, in: &mentions) } else { Self.note(word, account, in: &users) }
    }
  }

  private static func note(
    _ word: UInt64, _ account: Int32, in users: inout [UInt64: (first: Int32, second: Int32, third: Int32)]
  ) {
    guard var known = users[word] else {
      users[word] = (account, -1, -1)
      return
    }
    guard known.third < 0, known.first != account, known.second != account else { return }
    if known.second < 0 { known.second = account } else { known.third = account }
    users[word] = known
  }

  /// Adds the cells of a column that classifies accounts.
  mutating func addKinds(_ cells: Set<String>) {
    for cell in cells { kinds.formUnion(SearchText(cell).words) }
  }

  /// Whether a word identifies no company although it may be part of a name: it is ordinary, or a trade, a region or
  /// an industry, or occurs in what people wrote about at least two other accounts.
  func isCommon(_ word: UInt64, for account: Int) -> Bool {
    if words.trades.contains(word) || kinds.contains(word) || contains(word, for: account) { return true }
    let (lower, upper) = (users[word], mentions[word])
    let accounts = [lower, upper].compactMap { $0 }.flatMap { [$0.first, $0.second, $0.third] }
    return Set(accounts).count { $0 >= 0 && $0 != Int32(account) } >= 2
  }

  /// Whether at least two other accounts' texts contain a word in lower case, or the list contains it.
  func contains(_ word: UInt64, for account: Int?) -> Bool {
    if words.ordinary.contains(word) { return true }
    guard let known = users[word] else { return false }
    let account = Int32(account ?? -2)
    return [known.first, known.second, known.third].count { $0 >= 0 && $0 != account } >= 2
  }
}
