import Findings
import Files
import FoundationEssentials
import Health
import Review
import Tables

/// Reads the files of a portfolio one after the other and notes their mistakes.
struct Loader {
  /// The folder with the settings and the model.
  let folder: String
  /// The base folder of data file names.
  let dataFolder: String
  let asOf: Day
  var log = FindingLog()
  var feeds: [DataQuality.Feed] = []
  var inputs: [PortfolioInput] = []
  /// True once something was found without which there can be no report.
  var mustStop = false
  /// The tables that could not be read as a whole; mere consequences of that are not reported.
  var unreadable: Set<Table> = []

  /// Cells that were refused or hold placeholders, by column.
  var tally = CellTally()
  /// The rows in whose middle a file ends, each as `file:line`.
  var cutOff: [String] = []
  /// The spellings of our own people in rows up to the as-of day.
  var people = People()

  /// The names of all observed measures, including those with later observations only.
  var measureNames: Set<String> = []

  /// The text of an optional file of the portfolio folder; nil when it does not exist.
  mutating func configuration(_ name: String) -> String? {
    let path = folder + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    inputs.append(PortfolioInput(path))
    do throws(FileError) {
      let file = try OpenFile(opening: path)
      switch EditedText(try file.contents()) {
      case .text(let text): return text
      case .fault(let fault, let line, let column):
        stop(Finding(.error, file: name, line: line, column: column, fault))
        return nil
      }
    } catch {
      stop(Finding(.error, file: name, "cannot be read: \(error.reason)"))
      return nil
    }
  }

  mutating func stop(_ finding: Finding) {
    log.add(finding)
    mustStop = true
  }

  /// Adds findings about the settings or the model; any error among them stops the build.
  mutating func add(_ findings: [Finding]) {
    log.add(findings)
    if findings.contains(where: { $0.severity == .error }) { mustStop = true }
  }

  /// The sources of a table's rows: those in the settings, or the file named after the table.
  mutating func sources(of table: Table, settings: Settings) -> [TableSource] {
    if let sources = settings.sources[table] { return sources }
    let file = table.file
    if FileManager.default.fileExists(atPath: dataFolder + "/" + file) {
      return [TableSource(origin: .csv(file: file, delimiter: nil))]
    }
    if table.isRequired {
      unreadable.insert(table)
      stop(
        Finding(
          .error, file: file,
          "the table is missing; put it there, or name its file under sources in \(Settings.fileName)"))
    }
    return []
  }

  /// Reads every row of a source.
  ///
  /// The closure returns the day of a valid row, or nil for a row without one; it leaves any fault that it
  /// finds in the parser, which refuses the row.
  mutating func read(
    _ source: TableSource, as table: Table, accounts: AccountIndex?,
    prepare: (ColumnBinding) -> [Finding] = { _ in [] }, row: (inout RowParser, ColumnBinding) -> Day?
  ) {
    var rows = DataQuality.Rows()
    var newest: Day?
    do throws(TableProblem) {
      let reader = try source.reader(from: dataFolder)
      inputs.append(PortfolioInput(source.path(from: dataFolder), resultDigest: reader.resultDigest))
      let binding = ColumnBinding(
        table, source: source, header: reader.header, positions: reader.headerPositions)
      log.add(
        binding.isUnusable
          ? HeaderAdvice(table, source: source).findings(else: binding, in: dataFolder) : binding.findings)
      let preparation = prepare(binding)
      log.add(preparation)
      if binding.isUnusable || preparation.contains(where: { $0.severity == .error }) {
        mustStop = true
        unreadable.insert(table)
        return
      }
      tally.beginFile()
      var parser = RowParser(reader, binding: binding, source: source, accounts: accounts)
      while try parser.advance() {
        rows.read += 1
        let day = row(&parser, binding)
        log.add(parser.warnings)
        if parser.isCutOff { cutOff.append("\(source.file):\(parser.line)") }
        guard parser.faults.isEmpty else {
          rows.refused += 1
          log.add(parser.faults)
          continue
        }
        rows.used += 1
        rows.cellsRefused += parser.refusals.count
        tally.add(parser, of: table, binding)
        log.add(parser.refusals.map(\.finding))
        if day.map({ $0 <= asOf }) ?? true { for person in parser.people { people.add(person, in: table) } }
        if let day, day <= asOf { newest = max(newest ?? day, day) }
      }
    } catch {
      unreadable.insert(table)
      report(error, in: source)
    }
    feeds.append(DataQuality.Feed(table: table, file: source.file, rows: rows, newestDay: newest))
  }

  private mutating func report(_ problem: TableProblem, in source: TableSource) {
    if case .query = problem.kind, let place = source.place {
      let words = problem.finding(file: source.file).message
      stop(Finding(.error, file: Settings.fileName, line: place.line, column: place.column, "\(source.file): \(words)"))
    } else {
      stop(problem.finding(file: source.file))
    }
  }

  /// The rows of a table whose rows each belong to an account, without those dated after the as-of day.
  mutating func rows<Row>(
    of table: Table, settings: Settings, accounts: AccountIndex, count: Int,
    parse: (inout RowParser) -> (row: Row, day: Day?)?
  ) -> RowsByAccount<Row> {
    var pairs: [(account: Int, row: Row)] = []
    let asOf = asOf
    for source in sources(of: table, settings: settings) {
      read(source, as: table, accounts: accounts) { parser, _ in
        let account = parser.account()
        guard let parsed = parse(&parser), let account, parser.faults.isEmpty else { return nil }
        if parsed.day.map({ $0 <= asOf }) ?? true { pairs.append((account, parsed.row)) }
        return parsed.day
      }
    }
    return RowsByAccount(pairs, accounts: count)
  }
}
