public import Review

/// What `import` proposes for one file: where its rows belong, how they are read, and why.
public struct Proposal: Sendable {
  /// What it is not sure of: readings of which a person takes one.
  public struct Question: Sendable {
    /// The file that it is about.
    public let file: String
    /// The option of the command that answers it, such as `--date-format`.
    public let option: String
    /// What is asked.
    public let text: String
    /// What can be answered: the options of the command that say so, and what comes of it.
    public let choices: [(options: String, meaning: String)]
    /// The lines of the settings that each choice stands for.
    let lines: [[String]]
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
  /// The columns of accounts that are kept as attributes.
  public var attributes: [String] = []
  /// What a page needs of accounts and no column was found for.
  public var missing: [String] = []
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

  /// The lines of the settings that a person chose for a file.
  var chosen: [String: [[String]]] = [:]
  /// The table that a person chose for a file.
  var tables: [String: Table] = [:]

  /// Takes the choice of a person.
  public mutating func take(_ question: Proposal.Question, _ choice: Int) {
    let lines = question.lines[choice]
    if question.option == "--as" { tables[question.file] = lines.first.flatMap(Table.init(rawValue:)) }
    chosen[question.file, default: []].append(lines)
  }

  /// The lines of the options, which hold for every file where they are one of the readings.
  var ofOptions: [String] {
    let days = dateFormat.map { "date_format: \($0.yaml)" }
    let signs = [("decimal", decimal), ("thousands", thousands)].compactMap { key, sign in
      sign.map { "\(key): \"\($0)\"" }
    }
    return (days.map { [$0] } ?? []) + signs
  }
}
