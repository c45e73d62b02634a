public import Review

/// What `import` proposes for one file: where its rows belong, how they are read, and why.
public struct Proposal: Sendable {
  /// What it is not sure of: readings of which a person takes one.
  public struct Question: Sendable {
    /// The option of the command that answers it, such as `--date-format`.
    public let option: String
    /// What is asked.
    public let text: String
    /// The values of the option, and what each makes of a cell.
    public let choices: [(value: String, meaning: String)]
  }

  /// The file as the settings will name it.
  public let file: String
  /// The table that its rows belong to.
  public let table: Table
  /// How it was recognised.
  public var reasons: [String] = []
  /// The lines of its entry under `files`, where a query reads it.
  public var fileLines: [String] = []
  /// The lines of its entry under `sources`, the first begins with `- `.
  public var sourceLines: [String] = []
  /// The columns that nothing reads.
  public var unused: [String] = []
  /// Words in columns of a fixed set that nobody knows, by canonical column.
  public var unknownWords: [(column: String, words: [String])] = []
  /// What has to be answered before it can be written.
  public var questions: [Question] = []
  /// The code of the currency whose sign stands beside every ARR.
  public var currency: String?
  /// Whether the settings read the file already.
  public var isKnown = false

  init(file: String, table: Table) {
    self.file = file
    self.table = table
  }
}

/// What a person answers to the questions of an import, before or after they are asked.
public struct ImportAnswers: Sendable {
  /// The table of the files.
  public var table: Table?
  /// The preset of the files.
  public var preset: String?
  /// How days are written.
  public var dateFormat: String?
  /// The decimal sign.
  public var decimal: String?
  /// The sign for thousands.
  public var thousands: String?
  /// How characters are bytes.
  public var encoding: String?
  /// The sheet of a workbook.
  public var sheet: String?

  /// No answer.
  public init() {}

  /// Takes the choice of a person, which is the lines of the settings that it stands for.
  public mutating func take(_ question: Proposal.Question, _ choice: String) {
    if question.option == "--as" { table = Table(rawValue: choice) }
    for line in choice.split(separator: ", ") {
      let parts = line.split(separator: ": ", maxSplits: 1).map { $0.filter { $0 != "\"" } }
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "date_format": dateFormat = parts[1]
      case "decimal": decimal = parts[1]
      case "thousands": thousands = parts[1]
      default: break
      }
    }
  }
}
