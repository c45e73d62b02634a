public import Findings
public import Health
public import Languages
public import Review

/// What `import` is about to write, and what comes of it.
public struct ImportPlan: Sendable {
  /// A file that nobody could make out.
  public struct Stranger: Sendable {
    /// The file.
    public let file: String
    /// Why, and what to do.
    public let reason: Finding
  }

  /// What one source gives, read as it is proposed.
  public struct Preview: Sendable {
    /// The file, as it was found.
    public let file: String
    /// Its table.
    public let table: Table
    /// How many rows were read, used, refused and left out.
    public let rows: DataQuality.Rows
    /// The names and the values of the columns that are read, of the first rows.
    public let first: [[(column: String, value: String)]]
  }

  /// One for each file or sheet that was recognised, those of accounts first.
  public internal(set) var proposals: [Proposal] = []
  /// The files that were not.
  public internal(set) var strangers: [Stranger] = []
  /// The settings with the entries in them; nil where they are written so that nothing can be added.
  public internal(set) var settings: String?
  /// What the sources give.
  public internal(set) var previews: [Preview] = []
  /// What was found in the files of the import while they were read.
  public internal(set) var findings: [Finding] = []

  /// Whether the portfolio has no measures yet, without which there is no site.
  public internal(set) var lacksMeasures = false

  /// The questions that are open.
  public var questions: [Proposal.Question] { proposals.flatMap(\.questions) }

  /// Whether there is anything to write, and nothing against it.
  public var isReady: Bool {
    settings != nil && questions.isEmpty && proposals.contains { !$0.isKnown } && !findings.contains(where: \.stops)
  }
}

/// Looks at exports and plans how a portfolio reads them; nothing is written.
///
/// - Parameters:
///   - paths: the exports, as paths that can be opened.
///   - folder: the portfolio.
///   - asOf: the day of the report that is planned.
///   - answers: what a person said already.
public func importPlan(
  of paths: [String], into folder: String, asOf: Day, answers: ImportAnswers, languages: Languages
) -> ImportPlan {
  var planner = ImportPlanner(folder: folder, asOf: asOf, answers: answers, languages: languages)
  planner.look(at: paths)
  return planner.plan
}
