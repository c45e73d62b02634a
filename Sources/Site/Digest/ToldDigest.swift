/// A digest as one reader gets it: what is new by name, and what was told before by number.
struct ToldDigest {
  /// Things of a kind.
  struct Part {
    let title: String
    let link: String
    /// New things, the first of them.
    let items: [ReaderDigest.Item]
    /// New things that are not named.
    let more: Int
    /// Things told in an earlier edition that are as they were.
    let earlier: Int
  }

  let digest: ReaderDigest
  let words: Words
  /// Where readers find the site, with a slash at the end; empty where nobody has told.
  let site: String
  /// Whether it holds what people wrote.
  let hasWords: Bool
  let parts: [Part]

  /// - Parameters:
  ///   - told: what the reader was told in the edition before.
  ///   - most: the most things of a kind that are named.
  init(
    _ digest: ReaderDigest, words: Words, site: String, hasWords: Bool, told: Set<String> = [], most: Int = .max
  ) {
    self.digest = digest
    self.words = words
    self.site = site
    self.hasWords = hasWords
    parts = digest.sections.map { section in
      let new = section.items.filter { !told.contains($0.token) }
      return Part(
        title: section.title, link: section.link, items: Array(new.prefix(most)), more: max(0, new.count - most),
        earlier: section.items.count - new.count)
    }
  }

  /// The largest digest that makes a message of a size.
  static func fitting(
    _ byteCount: Int, _ make: (_ most: Int) -> [UInt8]
  ) -> [UInt8] {
    for most in [40, 20, 12, 8, 5, 3, 2, 1] {
      let bytes = make(most)
      if bytes.count <= byteCount { return bytes }
    }
    return make(0)
  }

  /// The address of a page; empty where nobody has told where the site is.
  func address(_ path: String) -> String { site.isEmpty || path.isEmpty ? "" : site + path }

  /// What a thing is, behind its name: `€884k, due on 9 Nov: down 12 in 13 weeks`.
  func detail(of item: ReaderDigest.Item) -> (about: String, what: String) {
    let about = [item.amount, item.due].filter { !$0.isEmpty }.joined(separator: ", ")
    return (about, hasWords ? item.said : item.facts)
  }

  /// A thing in one line.
  func line(_ item: ReaderDigest.Item) -> String {
    let (about, what) = detail(of: item)
    return about.isEmpty ? item.name : words(.digestAccount, ["name": item.name, "arr": about, "what": what])
  }

  /// What follows the named things: how many more there are, and how many were told before.
  func rest(of part: Part) -> [String] {
    [
      part.more > 0 ? words.count(.digestMore, part.more) : nil,
      part.earlier > 0 ? words.count(.digestEarlier, part.earlier) : nil,
    ].compactMap { $0 }
  }

  /// What is said where there is nothing to tell; nil where there is something.
  var nothing: String? { digest.sections.isEmpty ? words(.digestNothing) : nil }

  /// What the message is made from.
  var origin: String {
    let edition = digest.edition
    guard !edition.name.isEmpty else { return edition.tool + "." }
    return words(
      .digestOrigin, ["edition": edition.name, "fingerprint": edition.fingerprint, "tool": edition.tool])
  }
}
