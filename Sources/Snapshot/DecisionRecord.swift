import Customer
import Health
public import Review

/// The decisions about one account that an edition knew of, as its archive keeps them in `decisions.json`: one line an
/// account that has any.
public struct DecisionRecord: Codable, Hashable, Sendable {
  /// The file's name in the site of an edition.
  public static let fileName = "decisions.json"

  /// The `account_id`.
  public let account: String
  private let decisions: [Row]

  /// A decision as the columns of `reviews` spell it.
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

  /// Takes the decisions of an account, in file order.
  public init(account: String, decisions: some Sequence<ReviewDecision>) {
    self.account = account
    self.decisions = decisions.map {
      Row(
        date: $0.date.description, list: $0.list.rawValue, decision: $0.decision.rawValue, by: $0.by, note: $0.note,
        nextStep: $0.nextStep, dueOn: $0.dueOn?.description)
    }
  }

  /// The decisions, in file order; those of a list or a kind that this version does not know are left out.
  public var reviewDecisions: [ReviewDecision] {
    decisions.compactMap { row in
      guard let date = Day(iso: row.date), let list = ListID(rawValue: row.list),
        let decision = ReviewDecision.Decision(rawValue: row.decision)
      else { return nil }
      return ReviewDecision(
        date: date, list: list, decision: decision, by: row.by, note: row.note, nextStep: row.nextStep,
        dueOn: row.dueOn.flatMap { Day(iso: $0) })
    }
  }

  /// All records as the file that an archive keeps, in one spelling; accounts without decisions have no line.
  public static func file(_ records: [DecisionRecord]) -> [UInt8] {
    RecordFile.bytes("decisions", records.filter { !$0.decisions.isEmpty }.map { RecordFile.line($0) })
  }

  /// Reads such a file.
  ///
  /// - Throws: what Foundation says of JSON that is no record.
  public static func records(of file: [UInt8]) throws -> [DecisionRecord] {
    try RecordFile.lines(of: file).map { try RecordFile.record(DecisionRecord.self, reading: $0) }
  }
}
