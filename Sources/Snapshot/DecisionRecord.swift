import Customer
import Health
public import Review

/// The decisions about one account known to an edition, in its archive's file `decisions.json`: one line per account
/// with decisions.
public struct DecisionRecord: Codable, Hashable, Sendable {
  /// The file's name in the site of an edition.
  public static let fileName = "decisions.json"

  /// The `account_id`.
  public let account: String
  private let decisions: [Row]

  /// A decision with the columns of `reviews`.
  private struct Row: Codable, Hashable {
    let date: String
    let list: String
    let decision: String
    let by: String?
    let note: String?
    let nextStep: String?
    let dueOn: String?

    enum CodingKeys: String, CodingKey {
      case date, list, decision, by, note
      case nextStep = "next_step"
      case dueOn = "due_on"
    }
  }

  /// Creates a record of an account's decisions, in file order, without private words: the file lies in the site.
  public init(account: String, decisions: some Sequence<ReviewDecision>) {
    self.account = account
    self.decisions = decisions.map {
      Row(
        date: $0.date.description, list: $0.list.rawValue, decision: $0.decision.rawValue, by: $0.by,
        note: $0.note?.words(for: .everyone), nextStep: $0.nextStep?.words(for: .everyone), dueOn: $0.dueOn?.description
      )
    }
  }

  /// The decisions, in file order; those with a list or a kind unknown to this version are left out.
  public var reviewDecisions: [ReviewDecision] {
    decisions.compactMap { row in
      guard let date = Day(iso: row.date), let list = ListID(rawValue: row.list),
        let decision = ReviewDecision.Decision(rawValue: row.decision)
      else { return nil }
      return ReviewDecision(
        date: date, list: list, decision: decision, by: row.by, note: row.note.map { Remark($0) },
        nextStep: row.nextStep.map { Remark($0) },
        dueOn: row.dueOn.flatMap { Day(iso: $0) })
    }
  }

  /// All records as the file in an archive, in their only spelling; accounts without decisions have no line.
  public static func file(_ records: [DecisionRecord]) -> [UInt8] {
    RecordFile.bytes("decisions", records.filter { !$0.decisions.isEmpty }.map { RecordFile.line($0) })
  }

  /// Reads such a file.
  ///
  /// - Throws: Foundation's error for JSON that is not such a record.
  public static func records(of file: [UInt8]) throws -> [DecisionRecord] {
    try RecordFile.lines(of: file).map { try RecordFile.record(DecisionRecord.self, reading: $0) }
  }
}
