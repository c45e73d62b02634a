import Customer
public import Review

/// What an edition tells one reader: leadership, or a CSM about the own accounts.
///
/// It is kept in the edition's archive, so that every message and calendar made from it tells what was published.
///
/// It holds no private remark. What somebody wrote is in ``Item/said`` and ``Edition`` has nothing of it, so that a chat
/// can do without.
public struct ReaderDigest: Codable, Hashable, Sendable {
  /// The file in the site of an edition: one digest a line.
  public static let fileName = "digest.json"

  /// The edition that is told.
  public struct Edition: Codable, Hashable, Sendable {
    /// Such as `2026-W47`.
    public let name: String
    /// 0 for the first publication of the week.
    public let revision: Int
    /// The day that it reports on, such as `2026-11-16`.
    public let asOf: String
    /// The same in words.
    let day: String
    let status: String
    /// The mark on its pages; empty for a draft.
    public let fingerprint: String
    let title: String
    /// What the portfolio is known by for ever: the id of its feed.
    let portfolio: String
    /// The language of every text.
    public let language: String
    let tool: String
  }

  /// A figure with its name.
  struct Figure: Codable, Hashable, Sendable {
    let label: String
    let value: String
    /// What it counts.
    let detail: String
    /// What it was; empty where nobody asks.
    let before: String
    let link: String
  }

  /// Things of one kind.
  struct Section: Codable, Hashable, Sendable {
    /// The kinds, in the order in which they are told.
    enum Kind: String, Codable, CaseIterable, Sendable {
      case decisions, steps, flags, renewals, falls, changes, news, lost
    }

    let kind: Kind
    let title: String
    /// The page that names all of them.
    let link: String
    let items: [Item]
  }

  /// One thing to tell about one account.
  public struct Item: Codable, Hashable, Sendable {
    /// What makes it the same thing in another edition: its kind and its account.
    let key: String
    /// What makes it worth telling again when it changes: a day, or that the day has passed.
    let state: String
    let name: String
    let link: String
    let amount: String
    /// By when, and how late; empty where no day is named.
    let due: String
    /// What is known of it without anybody's words.
    let facts: String
    /// The same with what somebody wrote, where that is not private.
    let said: String

    /// What is remembered of it once it was told.
    public var token: String { state.isEmpty ? key : "\(key) \(state)" }
  }

  /// A day of one account for a calendar.
  struct Event: Codable, Hashable, Sendable {
    /// The same for as long as the thing is open, whatever becomes of its day.
    let key: String
    let day: String
    let summary: String
    let facts: String
    let link: String
  }

  /// The reader as files and the memory name them: `leadership`, `failed`, or `csm-` and the slug of a person.
  public let reader: String
  /// The edition that is told.
  public let edition: Edition
  /// The person, as the accounts table names them; nil for leadership.
  public let csm: String?
  let subject: String
  /// The page of the reader.
  let link: String
  let headline: String
  /// What must be read first: what is missing, and what has lapsed.
  let notes: [String]
  let figures: [Figure]
  let sections: [Section]
  /// What is known of the whole book, which changes little in a week.
  let closing: [String]
  let events: [Event]

  /// Everything that is told, in order.
  public var items: [Item] { sections.flatMap(\.items) }

  /// The same digest with the word, before all else, that an edition which its reader was told of was taken back.
  public func noting(_ withdrawn: WithdrawnEdition, words: Words) -> ReaderDigest {
    let note = words(
      .withdrawnWords,
      [
        "edition": withdrawn.name, "date": Formats(words, around: withdrawn.asOf).date(withdrawn.asOf),
        "reason": withdrawn.reason,
      ])
    return ReaderDigest(
      reader: reader, edition: edition, csm: csm, subject: subject, link: link, headline: headline,
      notes: [note] + notes, figures: figures, sections: sections, closing: closing, events: events)
  }

  /// The digests of an edition as its file.
  static func file(_ digests: [ReaderDigest]) -> [UInt8] {
    RecordFile.bytes("digests", digests.map { RecordFile.line($0) })
  }

  /// Reads such a file.
  ///
  /// - Throws: Foundation's error for JSON that is no such digest.
  public static func digests(of file: [UInt8]) throws -> [ReaderDigest] {
    try RecordFile.lines(of: file).map { try RecordFile.record(ReaderDigest.self, reading: $0) }
  }
}
