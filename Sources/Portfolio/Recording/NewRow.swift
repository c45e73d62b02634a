public import Health
public import Review

/// A row to add to a table: the contents of each of the table's columns.
public struct NewRow: Equatable, Sendable {
  /// The table.
  public let table: Table
  /// The filled cells by canonical column; all others are blank.
  public let cells: [String: String]

  /// Creates a row of `sentiment` from an account's flag; its words are private where one of them is.
  public init(_ sentiment: Sentiment, of account: AccountID) {
    let remarks = [sentiment.reason, sentiment.note]
    self.init(
      .sentiment,
      [
        "account_id": account.text, "date": sentiment.date.description, "flag": sentiment.flag.rawValue,
        "csm": sentiment.csm, "reason": sentiment.reason?.words(for: .accountPage),
        "note": sentiment.note?.words(for: .accountPage), Table.privateColumn: Self.mark(remarks),
      ])
  }

  /// Creates a row of `reviews` from a decision about an account; its words are private where one of them is.
  public init(_ review: ReviewDecision, of account: AccountID) {
    let remarks = [review.note, review.nextStep]
    self.init(
      .reviews,
      [
        "account_id": account.text, "date": review.date.description, "list": review.list.rawValue,
        "decision": review.decision.rawValue, "by": review.by,
        "note": review.note?.words(for: .accountPage), "next_step": review.nextStep?.words(for: .accountPage),
        "due_on": review.dueOn?.description, Table.privateColumn: Self.mark(remarks),
      ])
  }

  /// Creates a row of `risks` from a risk of an account.
  public init(_ risk: Risk, of account: AccountID) {
    self.init(
      .risks,
      [
        "account_id": account.text, "seen_on": risk.seenOn.description, "kind": risk.kind.rawValue,
        "severity": String(risk.severity), "note": risk.note?.words(for: .accountPage), "source": risk.source,
        "closed_on": risk.closedOn?.description, Table.privateColumn: Self.mark([risk.note]),
      ])
  }

  /// Creates a row of `opinions` from what a colleague said of an account.
  public init(_ opinion: Opinion, of account: AccountID) {
    self.init(
      .opinions,
      [
        "account_id": account.text, "date": opinion.date.description, "flag": opinion.flag.rawValue, "by": opinion.by,
        "reason": opinion.reason?.words(for: .accountPage), Table.privateColumn: Self.mark([opinion.reason]),
      ])
  }

  /// What the column of private rows holds: nothing where none of the words is.
  private static func mark(_ remarks: [Remark?]) -> String? {
    remarks.contains { $0?.isPrivate ?? false } ? YesOrNo.yes.rawValue : nil
  }

  private init(_ table: Table, _ cells: [String: String?]) {
    self.table = table
    self.cells = cells.compactMapValues { text in
      // Readers treat a cell of blanks as a blank one.
      text.flatMap { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : $0 }
    }
  }

  /// The row's cells in the order of a file's columns.
  ///
  /// - Throws: `RecordError` when the file has no column for a filled cell, or a text cannot be written to a file.
  func cells(under header: [String], file: String) throws(RecordError) -> [String] {
    let columns = header.map { table.column(named: $0) }
    let missing = table.columns.filter { cells[$0] != nil && !columns.contains($0) }
    guard missing.isEmpty else { throw .missingColumns(missing, file: file) }
    for (column, text) in cells where text.utf8.contains(0) { throw .unwritableText(column: column) }
    return columns.map { column in column.flatMap { cells[$0] } ?? "" }
  }
}
