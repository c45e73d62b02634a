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
  /// The rows of which a cell has lines that look like rows, each as `file:line`.
  var swallowing: [String] = []
  /// The accounts of refused rows, by table.
  var refusedOf: [Table: Set<Int>] = [:]
  /// The spellings of our own people in rows up to the as-of day.
  var people = People()

  /// The measures that the model reads.
  var measuresOfModel: [String] = []
  /// The rows met so far of tables whose rows have no key.
  var fingerprints: [Table: Set<Int>] = [:]
  /// The names of all observed measures, including those with later observations only.
  var measureNames: Set<String> = []

  /// The text of an optional file of the portfolio folder; nil when it does not exist.
  mutating func configuration(_ name: String) -> String? {
    let path = folder + "/" + name
    guard EntryStatus(path: path) != nil else { return nil }
    inputs.append(PortfolioInput(path))
    do throws(FileError) {
      let file = try OpenFile.toReadAll(path)
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

  mutating func stop(_ finding: Finding) { add([finding]) }

  /// Adds findings of which any error stops the build, such as those about the settings or the model.
  mutating func add(_ findings: [Finding]) {
    for var finding in findings {
      finding.stops = finding.severity == .error
      log.add(finding)
      if finding.stops { mustStop = true }
    }
  }

  /// The sources of a table's rows: those in the settings, or the file named after the table.
  mutating func sources(of table: Table, settings: Settings) -> [TableSource] {
    if let sources = settings.sources[table] { return sources }
    let file = table.file
    if EntryStatus(path: dataFolder + "/" + file) != nil {
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
    var suspicious = SuspiciousRows(table, file: source.file, asOf: asOf, seen: fingerprints[table])
    do throws(TableProblem) {
      let reader = try source.reader(from: dataFolder)
      inputs.append(PortfolioInput(source.path(from: dataFolder), resultDigest: reader.resultDigest))
      let binding = ColumnBinding(
        table, source: source, header: reader.header, positions: reader.headerPositions)
      add(
        binding.isUnusable
          ? HeaderAdvice(table, source: source).findings(else: binding, in: dataFolder) : binding.findings)
      let preparation = prepare(binding)
      add(preparation)
      if binding.isUnusable || preparation.contains(where: { $0.severity == .error }) {
        mustStop = true
        unreadable.insert(table)
        return
      }
      tally.beginFile()
      var parser = RowParser(reader, binding: binding, source: source, accounts: accounts, asOf: asOf)
      while try parser.advance() {
        rows.read += 1
        let day = row(&parser, binding)
        log.add(parser.warnings)
        if parser.isCutOff { cutOff.append("\(source.file):\(parser.line)") }
        if parser.hasRowInside { swallowing.append("\(source.file):\(parser.line)") }
        guard parser.faults.isEmpty else {
          rows.refused += 1
          if parser.isOfDeparted { rows.departed += 1 }
          if let account = parser.accountOfRow { refusedOf[table, default: []].insert(account) }
          log.add(parser.faults)
          continue
        }
        rows.used += 1
        log.add(suspicious.findings(of: parser, dated: day))
        rows.cellsRefused += parser.refusals.count
        tally.add(parser, of: table, binding)
        log.add(parser.refusals.map(\.finding))
        if day.map({ $0 <= asOf }) ?? true { for person in parser.people { people.add(person, in: table) } }
        if let day, day <= asOf { newest = max(newest ?? day, day) }
      }
      fingerprints[table] = suspicious.seen
      if rows.read == 0, table.isRequired {
        log.add(Finding(.warning, file: source.file, "the file names its columns and has no row"))
      }
      log.add(suspicious.shortRows(of: rows.read))
    } catch {
      unreadable.insert(table)
      report(error, in: source)
    }
    feeds.append(DataQuality.Feed(table: table, file: source.file, rows: rows, newestDay: newest))
  }

  private mutating func report(_ problem: TableProblem, in source: TableSource) {
    if problem.isOfSettings, let place = source.place {
      let words = problem.finding(file: source.file).message
      let hint =
        EntryStatus(path: source.path(from: dataFolder)) == nil
        ? suggestion(for: source.file, among: filesNear(source.path(from: dataFolder), as: source.file)) : ""
      stop(
        Finding(
          .error, file: Settings.fileName, line: place.line, column: place.column, "\(source.file): \(words)\(hint)"))
    } else {
      stop(problem.finding(file: source.file))
    }
  }

  /// Whether a file may hold a table, by the ending of its name.
  private static func isTable(_ name: String) -> Bool {
    ["csv", "tsv", "txt", "db", "sqlite", "sqlite3"].contains(
      name.lowercased().split(separator: ".").last.map(String.init))
  }

  /// The files beside one that is missing, as the settings would name them.
  private func filesNear(_ path: String, as name: String) -> [String] {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let written = name.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }.joined()
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(Self.isTable).sorted()
      .map { written + $0 }
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
