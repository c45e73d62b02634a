import ArgumentParser
import Findings
import Glibc
import Health
import Pipeline
import Portfolio
import Review

/// `vigie import`: recognises exports and writes into the settings how they are read.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Recognise exports and write into vigie.yml how they are read.",
    discussion: """
      Finds out from the files how columns are named, days, numbers and characters are written, and accounts are \
      identified. Asks about what can be read in two ways; without a terminal, names the option that answers it and \
      writes nothing. Later exports of the same kind are read without another import. Changes or removes nothing that \
      stands in vigie.yml.

      Example: vigie import exports/*.csv exports/flags.xlsx --dry-run
      """)

  @Argument(
    help: "The exports, and at the end the portfolio folder if it is not the current one.", completion: .file())
  var files: [String]

  @Flag(name: .customLong("dry-run"), help: "Show what would be written, and write nothing.")
  var isDryRun = false

  @Option(name: .customLong("as"), help: "The table that the files belong to, such as tickets.")
  var table: String?

  @Option(help: "The preset of the files, such as zendesk.")
  var preset: String?

  @Option(help: "The sheet of a workbook.")
  var sheet: String?

  @Option(help: "How characters are encoded, such as windows-1252.")
  var encoding: String?

  @Option(name: .customLong("date-format"), help: "How days are written, such as dd/MM/yyyy.")
  var dateFormat: String?

  @Option(help: "The decimal sign: . or ,")
  var decimal: String?

  @Option(help: "What stands between thousands: , . ' or a blank.")
  var thousands: String?

  @Option(
    name: .customLong("as-of"), help: "The day of the report that is planned, such as 2026-11-16 (default: today).",
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("write a day such as 2026-11-16") }
      return day
    })
  var asOf: Day?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await refusing {
      let (paths, folder) = try filesAndPortfolio(files, example: "vigie import exports/*.csv")
      let portfolio = PortfolioFolder(folder)
      let day = asOf ?? portfolio.today.day
      var answers = try answers()
      var plan = try portfolio.planImport(of: paths, asOf: day, answers)
      while let question = plan.questions.first, isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 {
        try ask(question, &answers)
        plan = try portfolio.planImport(of: paths, asOf: day, answers)
      }
      for line in ImportText(plan).lines { print(onOneLine(line)) }
      if let refusal = ImportText(plan).refusal { throw refusal }
      guard !isDryRun else {
        return output.say(
          plan.isReady ? "nothing was written; without --dry-run it would be" : "there is nothing to write")
      }
      if plan.isReady { try portfolio.write(plan) }
      output.say(ImportText(plan).summary(folder: folder))
    }
  }

  private func answers() throws -> ImportAnswers {
    var answers = ImportAnswers()
    if let table {
      answers.table = Table(rawValue: table)
      if answers.table == nil {
        let known = Table.allCases.map(\.rawValue)
        throw Refusal("there is no table '\(table)'\(suggestion(for: table, among: known).description)")
      }
    }
    answers.preset = preset
    answers.sheet = sheet
    answers.encoding = encoding
    answers.dateFormat = dateFormat
    answers.decimal = decimal
    answers.thousands = thousands
    return answers
  }

  /// Asks one question on the terminal.
  private func ask(_ question: Proposal.Question, _ answers: inout ImportAnswers) throws {
    print(question.text)
    for (number, choice) in question.choices.enumerated() { print("  \(number + 1)  \(choice.meaning)") }
    while true {
      print("number, or nothing to stop: ", terminator: "")
      guard let line = readLine(), !line.isEmpty else { throw Refusal("nothing was written") }
      guard let number = Int(line), question.choices.indices.contains(number - 1) else { continue }
      return answers.take(question, number - 1)
    }
  }
}
