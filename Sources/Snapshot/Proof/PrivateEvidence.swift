import Customer
import Health

/// Everything in a portfolio that customers must not read: every cell and note that was read, in one index that is made
/// once and searched for every document.
public struct PrivateEvidence: Sendable {
  /// Where a cell or the line of a note is.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int

    /// Creates a place from a file and line and column in it, both from 1.
    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
  }

  /// A cell.
  struct Source {
    let field: String
    /// The account that it is about; ``nobody`` for none that is known.
    let account: Int32
    let place: Place
  }

  /// Of no known account, and so of another one for every customer.
  static let nobody: Int32 = -1

  /// The accounts that share a value, of which two and a cell of each are kept.
  struct Holders {
    var first: Int32
    var second: Int32?
    /// How many accounts hold it, as far as cells of one account follow each other.
    var count = 1
    /// The only account with such a contact; ``nobody`` for several, nil for none.
    var contact: Int32?

    mutating func add(_ source: Int32, _ account: Int32, _ sources: [Source]) {
      guard sources[Int(first)].account != account else { return }
      if let second, sources[Int(second)].account == account { return }
      count += 1
      if second == nil { second = source }
    }

    /// A cell about another account; nil when all are about this one.
    func cell(notOf account: Int32, _ sources: [Source]) -> Source? {
      [first, second].lazy.compactMap { $0 }.map { sources[Int($0)] }.first { $0.account != account }
    }
  }

  /// In which way the words of a name belong to it.
  enum NamePart: UInt64, CaseIterable {
    case whole, first, other, short
  }

  /// The accounts in whose texts a word is, of which two are kept.
  struct Users {
    private var first: Int32?
    private var second: Int32?

    mutating func add(_ account: Int32) {
      if first == nil { first = account } else if second == nil, first != account { second = account }
    }

    func count(besides account: Int32) -> Int { [first, second].count { $0 != nil && $0 != account } }
  }

  var sources: [Source] = []
  var names: [UInt64: Holders] = [:]
  /// Every word of a name of a company or a person.
  var nameWords: Set<UInt64> = []
  var nameLetters: [UInt64: [(letters: [UInt8], words: Int, source: Int32)]] = [:]
  var people: [UInt64: Holders] = [:]
  /// Ids, codes and addresses by their words, and telephone numbers by their last digits.
  var tokens: [UInt64: Holders] = [:]
  var windows: [UInt64: Int32] = [:]
  var crossing: [UInt64: Int32] = [:]
  var fragments: [UInt64: Int32] = [:]
  var amounts: [(amount: Double, source: Int32)] = []
  /// The domains of our own people.
  var ours: Set<UInt64> = []
  /// The accounts that use a word in any way, and in lower case.
  var users: [UInt64: Users] = [:]
  var lowerUsers: [UInt64: Users] = [:]
  var owned: Set<UInt64> = []
  var contacts: Set<UInt64> = []
  var factPlaces: [UInt64: Place] = [:]
  private let vocabulary: Set<UInt64>
  private var seen: Set<Int> = []
  /// The number of cells of each field.
  public private(set) var counts: [String: Int] = [:]

  /// Words in a row that identify a sentence, and those that do across sentences.
  static let (window, longWindow) = (8, 12)
  /// Words in a row around a name of somebody, and around any other name or an amount.
  static let (fragment, longFragment) = (4, 5)
  /// The most words of a name or an id that are searched for, and the fewest bytes of one written across signs.
  static let (mostWords, fewestLetters) = (12, 10)
  /// How many digits at its end identify a telephone number.
  static let phoneDigits = 9
  /// The most accounts of whom a word, a person or a domain can be a name.
  static let mostHolders = 3

  /// The fields that name people who work for the portfolio's owner.
  static let colleagues: Set = ["accounts.csm", "touchpoints.by", "sentiment.csm", "reviews.by", "opinions.by"]

  /// Creates an index without any cell.
  ///
  /// - Parameter vocabulary: the phrases of pages and documents: a name that is one of their words in lower case needs
  ///   more than its capital.
  public init(vocabulary: [String]) {
    var words: Set<UInt64> = []
    for phrase in vocabulary {
      let text = SearchText(phrase)
      for (word, isCapital) in zip(text.words, text.isCapital) where !isCapital { words.insert(word) }
    }
    self.vocabulary = words
  }

  /// Adds a cell or a note.
  ///
  /// - Parameters:
  ///   - field: the table and column, such as `sentiment.reason`, or the folder of a note.
  ///   - account: the position of the account that it is about; nil when it is unknown.
  public mutating func add(_ text: String, field: String, account: Int?, place: Place) {
    let source = Int32(sources.count)
    let account = account.map(Int32.init) ?? Self.nobody
    counts[field, default: 0] += 1
    // What a field says of an account again tells nothing new. The hash is one that nobody can foresee, since a collision
    // would hide a cell.
    var hasher = Hasher()
    hasher.combine(text)
    hasher.combine(field)
    hasher.combine(account)
    guard seen.insert(hasher.finalize()).inserted else { return }
    sources.append(Source(field: field, account: account, place: place))
    let readings = SearchText.readings(of: text, isWrapped: true)
    guard !readings[0].words.isEmpty else { return }
    let column = field.split(separator: ".").last.map(String.init) ?? field
    switch field {
    case AccountColumn.name.field: return addName(text, readings, source)
    case AccountColumn.id.field, "tickets.ticket_id": return addID(readings, source)
    case "contacts.name": return addPeople(text, source, isContact: true)
    case "plans.owner":
      factPlaces[Self.key(readings[0].sequence, account, field)] = place
      return addPeople(text, source, isContact: false)
    case "touchpoints.with": return addPeople(text, source, isContact: false)
    case _ where Self.colleagues.contains(field): return addPeople(text, source, isContact: false)
    case "goals.goal", "goals.unit", "plans.step":
      factPlaces[Self.key(readings[0].sequence, account, field)] = place
      return use(readings[0], account, isFact: true)
    case "tickets.subject": factPlaces[Self.key(readings[0].sequence, account, field)] = place
    case _ where column == "account_id": return account == Self.nobody ? addID(readings, source) : ()
    case _ where AccountColumn.named(column)?.privacy == .ordinary && field.hasPrefix("accounts."):
      return use(readings[0], account, isKind: true)
    default: break
    }
    if AdoptionMeasure.countsMoney(column) {
      for number in Set(WrittenNumbers(text).all.map(\.value)) where number >= 1 { amounts.append((number, source)) }
    }
    use(
      readings[0], account,
      isKind: field.hasPrefix("accounts.")
        && (AccountColumn.named(column)?.kind == .category || readings[0].words.count == 1))
    if field.hasPrefix("accounts."), (2...4).contains(readings[0].words.count), !readings[0].isCapital.contains(false) {
      addPeople(text, source, isContact: false)
    }
    for reading in readings {
      addTokens(of: reading, source, isReadable: field == "tickets.subject")
      addWindows(of: reading, source)
    }
    for address in addresses(in: text) { addAddress(address, source) }
    if !text.contains(where: \.isWhitespace) { addDomain(text, source) }
  }

  /// Whether an account itself holds a value, such as a person who is its own.
  func isOwn(_ key: UInt64, _ account: Int32) -> Bool { owned.contains(Self.mix(key, account)) }

  /// Whether a person is among the contacts of an account.
  func isContact(_ key: UInt64, _ account: Int32) -> Bool { contacts.contains(Self.mix(key, account)) }

  /// The place of an account's cell with this text, in a table that customers' documents are made from.
  public func place(of text: String, field: String, account: Int) -> Place? {
    factPlaces[Self.key(SearchText(text).sequence, Int32(account), field)]
  }

  /// Whether a word reveals nothing by itself: the pages use it, or the texts of two other accounts do, in lower case.
  func isCommon(_ word: UInt64, besides account: Int32) -> Bool {
    vocabulary.contains(word) || lowerUsers[word]?.count(besides: account) ?? 0 > 1
  }

  /// Whether any text has a word in lower case.
  func isEverLower(_ word: UInt64) -> Bool { vocabulary.contains(word) || lowerUsers[word] != nil }

  /// Whether a word is in the texts of another account than that one, as it is or with a capital.
  func isElsewhere(_ word: UInt64, besides account: Int32) -> Bool {
    vocabulary.contains(word) || users[word]?.count(besides: account) ?? 0 > 0
  }

  static func mix(_ key: UInt64, _ account: Int32) -> UInt64 {
    SearchText.sequence([key, UInt64(bitPattern: Int64(account))])
  }

  static func key(_ text: UInt64, _ account: Int32, _ field: String) -> UInt64 {
    SearchText.sequence([text, UInt64(bitPattern: Int64(account)), SearchText.hash(field.utf8)])
  }
}

extension AccountColumn {
  /// Its name in leaks and records.
  var field: String { "accounts.\(name)" }
}
