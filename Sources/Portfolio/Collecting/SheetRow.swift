public import Findings
public import Health
public import Review

/// What somebody filled in about one account in a sheet of `vigie sheet`; a part that did not fit is nil and was told.
public struct SheetRow: Sendable {
  /// A flag with its reason.
  public typealias SaidFlag = (flag: Sentiment.Flag, reason: String?, note: String?)
  /// A decision, for every list that waited for one.
  public typealias SaidDecision = (
    decision: ReviewDecision.Decision, note: String?, nextStep: String?, dueOn: Day?
  )
  /// A risk that is new.
  public typealias SaidRisk = (kind: Risk.Kind, severity: Int, note: String?)

  /// What the row is known by.
  public let key: JudgementSheet.Key
  /// The account as the row shows it, where it still does.
  public let shown: (id: String?, name: String?)
  /// Who says so; nil where the cell is blank.
  public let by: String?
  /// The day on which it was said; nil where the cell is blank.
  public let saidOn: Day?
  /// The flag that was given.
  public let flag: SaidFlag?
  /// The decision that was taken.
  public let decision: SaidDecision?
  /// The risk that was seen.
  public let risk: SaidRisk?

  let file: String
  let sheet: String?
  let line: Int
  let columns: [JudgementSheet.Column: Int]

  /// Something wrong with a cell of the row, or with the row where it no longer has the column.
  public func finding(
    _ severity: Finding.Severity = .error, at column: JudgementSheet.Column, _ message: Message
  ) -> Finding {
    var finding = Finding(severity, file: file, line: line, column: columns[column].map { $0 + 1 }, message)
    finding.sheet = sheet
    return finding
  }

  /// Where a cell of the row stands: `dana.xlsx:Your accounts!I5`.
  public func place(of column: JudgementSheet.Column) -> String { finding(at: column, "").place }
}

/// What a file of `vigie sheet` holds when it comes back.
public struct ReturnedSheet: Sendable {
  /// The rows in which something was filled in that could be read.
  public internal(set) var rows: [SheetRow] = []
  /// How many rows nothing was filled in.
  public internal(set) var blank = 0
  /// What is wrong with cells, rows and columns.
  public internal(set) var findings: [Finding] = []
}
