import Health
import Review

/// Finds the position of an account by the bytes of its id, without making a string of them.
struct AccountIndex {
  private let ids: [[UInt8]]
  /// The position of the account of each id, old ids included.
  private let positions: [Int]
  private let slots: [Int32]
  private let mask: Int
  private let refused: Set<[UInt8]>
  /// The number of accounts; the ids after so many are old ones.
  private let count: Int
  /// The ids that follow old ones.
  let aliases: [String: String]
  /// The ids that the settings say are gone.
  let departed: Set<String>
  /// False when not all accounts could be read.
  let isComplete: Bool
  /// The names under which other programs know the accounts.
  let keys: AccountKeys

  /// Creates an index of unique ids in the order of their positions, of old ids, and of the ids of refused rows.
  init(
    _ accounts: [Account], refused: Set<[UInt8]>, aliases: [String: String], departed: Set<String> = [],
    isComplete: Bool, keys: AccountKeys? = nil
  ) {
    self.keys = keys ?? AccountKeys(accounts, columns: [], sources: [])
    self.departed = departed
    self.refused = refused
    self.aliases = aliases
    self.isComplete = isComplete
    count = accounts.count
    let current = Dictionary(
      accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let old = aliases.keys.compactMap { id -> (id: [UInt8], position: Int)? in
      guard current[AccountID(id)] == nil, let position = current[AccountID(aliases.currentID(of: id))] else {
        return nil
      }
      return (Array(id.utf8), position)
    }
    let ids = accounts.map { Array($0.id.text.utf8) } + old.map(\.id)
    positions = Array(accounts.indices) + old.map(\.position)
    self.ids = ids
    var capacity = 16
    while capacity < ids.count * 2 { capacity *= 2 }
    mask = capacity - 1
    var slots = [Int32](repeating: -1, count: capacity)
    for (entry, id) in ids.enumerated() {
      var slot = id.withUnsafeBufferPointer { Self.hash($0) } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(entry)
    }
    self.slots = slots
  }

  /// The position of an id; nil when there is no such account.
  func position(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(id) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if ids[candidate].count == id.count, ids[candidate].elementsEqual(id) { return positions[candidate] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The position of an id; nil when there is no such account.
  func position(of id: String) -> Int? { Array(id.utf8).withUnsafeBufferPointer { position(of: $0) } }

  /// The positions of the accounts that a text names in one way.
  func positions(of text: String, by key: AccountMatch.Key) -> [Int] {
    guard case .id = key else { return keys.positions(of: text, by: key) }
    let found = position(of: text) ?? otherSalesforceID(text).flatMap { position(of: $0) }
    return found.map { [$0] } ?? []
  }

  /// True when the row of the account was refused.
  func isRefused(_ id: String) -> Bool { refused.contains(Array(id.utf8)) }

  /// The ids of the refused rows.
  var refusedNames: [String] { refused.map { String(decoding: $0, as: UTF8.self) }.sorted() }

  /// The ids of the accounts, for suggestions.
  var names: [String] { ids.prefix(count).map { String(decoding: $0, as: UTF8.self) } }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize() & Int.max
  }
}
