/// Which words tell nothing by themselves: those of a list, and those that people write in lower case about several
/// accounts.
///
/// A name that is such a word is looked for with its capital alone, and sentences of nothing else are not looked for.
struct OrdinaryWords {
  /// For each word that stands in lower case in somebody's text up to three accounts whose texts hold it.
  private var users: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// For each word that stands there with a capital, the same.
  private var mentions: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// Words of columns that sort accounts, such as regions and industries.
  private var kinds: Set<UInt64> = []
  /// What the lists hold.
  let words: ProofWords

  init(_ words: ProofWords) {
    self.words = words
  }

  /// Takes a text that people wrote about an account.
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

  /// Takes the cells of a column that sorts accounts.
  mutating func addKinds(_ cells: Set<String>) {
    for cell in cells { kinds.formUnion(SearchText(cell).words) }
  }

  /// Whether a word is no company's own although it may be part of a name: it is ordinary, or a trade, or of a region or
  /// an industry, or stands in what people wrote about at least two other accounts.
  func isCommon(_ word: UInt64, for account: Int) -> Bool {
    if words.trades.contains(word) || kinds.contains(word) || contains(word, for: account) { return true }
    let (lower, upper) = (users[word], mentions[word])
    let accounts = [lower, upper].compactMap { $0 }.flatMap { [$0.first, $0.second, $0.third] }
    return Set(accounts).count { $0 >= 0 && $0 != Int32(account) } >= 2
  }

  /// Whether at least two other accounts' texts hold a word in lower case, or the list holds it.
  func contains(_ word: UInt64, for account: Int?) -> Bool {
    if words.ordinary.contains(word) { return true }
    guard let known = users[word] else { return false }
    let account = Int32(account ?? -2)
    return [known.first, known.second, known.third].count { $0 >= 0 && $0 != account } >= 2
  }
}
