import Findings
import Files
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

  /// The layouts of exports that sources can name.
  mutating func presets() -> Presets {
    let names = names(in: folder + "/" + Presets.folder, shown: Presets.folder)
    let own = names.filter { $0.hasSuffix(".yml") }.compactMap { name in
      configuration("\(Presets.folder)/\(name)").map { (name: String(name.dropLast(".yml".count)), text: $0) }
    }
    let (presets, findings) = Presets.reading(own)
    add(findings)
    return presets
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

  /// The sources of a table's rows; a required table that has none stops the build.
  mutating func sources(of table: Table, settings: Settings) -> [TableSource] {
    let sources: [TableSource]
    do throws(FileError) {
      sources = try settings.sources(of: table, in: dataFolder)
    } catch {
      unreadable.insert(table)
      stop(cannotRead(table.file, error))
      return []
    }
    if sources.isEmpty, settings.sources[table] == nil, table.isRequired {
      unreadable.insert(table)
      stop(
        Finding(
          .error, file: table.file,
          "the table is missing; put it there, or name its file under sources in \(Settings.fileName)"))
    }
    return sources
  }

  /// Reads every row of a source.
  ///
  /// The closure returns the day of a valid row, or nil for a row without one; it leaves any fault that it
  /// finds in the parser, which refuses the row.
  mutating func read(
    _ source: TableSource, as table: Table, accounts: AccountIndex?, _ settings: Settings,
    prepare: (ColumnBinding) -> [Finding] = { _ in [] }, row: (inout RowParser, ColumnBinding) -> Day?
  ) {
    var rows = DataQuality.Rows()
    var newest: Day?
    var suspicious = SuspiciousRows(table, file: source.file, asOf: asOf, seen: fingerprints[table])
    let context = ReadingContext(settings, asOf: asOf)
    var matches: [Int] = []
    var unused: [String] = []
    do throws(TableProblem) {
      let inspection = source.query.map { QueryInspection(source, query: $0, context) }
      let reader = try source.reader(of: table, from: dataFolder, context, inspection)
      inputs.append(
        context.engines.input(of: source, table, zone: context.zone)
          ?? PortfolioInput(
            source.path(from: dataFolder), resultDigest: reader.resultDigest, isAboutAccounts: true))
      let binding = ColumnBinding(
        table, source: source, header: reader.header, positions: reader.headerPositions)
      let advice = binding.isUnusable ? otherDelimiter(of: source, table, context) : []
      add(advice.isEmpty ? binding.findings : advice)
      let preparation = prepare(binding)
      add(preparation)
      add(unknownKeys(of: source, accounts))
      if binding.isUnusable || preparation.contains(where: { $0.severity == .error }) {
        mustStop = true
        unreadable.insert(table)
        return
      }
      tally.beginFile()
      rows.cellsRefused += tell(of: reader, source, inspection, table)
      var held: [HeldRow] = []
      var parser = RowParser(reader, binding: binding, source: source, accounts: accounts, context)
      while try parser.advance() {
        rows.read += 1
        if parser.isLeftOut {
          rows.leftOut += 1
          if parser.isBehindFooter, parser.isComplete(table) {
            parser.warn(
              at: 0,
              "the row is complete and stands behind the footer, so that it is left out; correct footer of the source if it is a row"
            )
          }
          log.add(parser.warnings)
          continue
        }
        let day = row(&parser, binding)
        if parser.mayBeFooter, !parser.faults.isEmpty {
          held.append(HeldRow(line: parser.line, faults: parser.faults))
          continue
        }
        if !held.isEmpty, parser.isComplete(table) { refuse(&held, &rows) }
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
        log.add(parser.refusals.map { $0.finding })
        if day.map({ $0 <= asOf }) ?? true { for person in parser.people { people.add(person, in: table) } }
        if let day, day <= asOf { newest = max(newest ?? day, day) }
      }
      rows.leftOut += held.count
      log.add(held.map { $0.finding(of: source.file) })
      add(parser.readings.findings(file: source.file, days: parser.days, name: binding.name(of:)))
      if parser.hiddenRows > 0 {
        log.add(
          Finding(
            .warning, file: source.file,
            "rows of the sheet are hidden or filtered out (\(parser.hiddenRows)), and they count as the others do"))
      }
      matches = parser.matches
      unused = binding.unused
      fingerprints[table] = suspicious.seen
      if rows.read == 0, table.isRequired {
        log.add(Finding(.warning, file: source.file, "the file names its columns and has no row"))
      }
      log.add(suspicious.shortRows(of: rows.read))
    } catch {
      unreadable.insert(table)
      report(error, in: source)
    }
    feeds.append(
      DataQuality.Feed(
        table: table, file: source.file, rows: rows, newestDay: newest, matches: source.told(matches),
        unusedColumns: unused))
  }

  private mutating func refuse(_ held: inout [HeldRow], _ rows: inout DataQuality.Rows) {
    rows.refused += held.count
    for row in held { log.add(row.faults) }
    held.removeAll()
  }

  /// What to say where a file has all columns with another delimiter than the settings say.
  private func otherDelimiter(of source: TableSource, _ table: Table, _ context: ReadingContext) -> [Finding] {
    guard source.layout.delimiter != nil else { return [] }
    var other = source
    other.layout.delimiter = nil
    guard let reader = try? other.reader(of: table, from: dataFolder, context),
      !ColumnBinding(table, source: other, header: reader.header, positions: []).isUnusable,
      let found = reader.dialect?.delimiter
    else { return [] }
    let sign = found == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(found))
    return [
      Finding(
        .error, file: source.file, line: reader.headerPositions.first?.line,
        "the cells seem to be separated by '\(sign)'; say so as delimiter of the file under sources in \(Settings.fileName)"
      )
    ]
  }

  private mutating func report(_ problem: TableProblem, in source: TableSource) {
    if problem.isOfSettings, let place = source.place {
      let words = problem.finding(file: source.file).message
      let isThere = (try? EntryStatus(path: source.path(from: dataFolder))) ?? nil
      let hint =
        !source.files.isEmpty && isThere == nil
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
    return namesOfFiles(in: folder).filter(Self.isTable).map { written + $0 }
  }

  /// The rows of a table whose rows each belong to an account, without those dated after the as-of day.
  mutating func rows<Row>(
    of table: Table, settings: Settings, accounts: AccountIndex, count: Int, order: (Row) -> RowOrder,
    parse: (inout RowParser) -> (row: Row, day: Day?)?
  ) -> RowsByAccount<Row> {
    var pairs: [(account: Int, row: Row)] = []
    let asOf = asOf
    for source in sources(of: table, settings: settings) {
      read(source, as: table, accounts: accounts, settings) { parser, _ in
        let account = parser.account()
        guard let parsed = parse(&parser), let account, parser.faults.isEmpty else { return nil }
        if parsed.day.map({ $0 <= asOf }) ?? true { pairs.append((account, parsed.row)) }
        return parsed.day
      }
    }
    return RowsByAccount(pairs, accounts: count).sorted(on: order) { $0.precedes($1) }
  }
}

/// A row of which it is not yet known whether it belongs to the footer.
private struct HeldRow {
  let line: Int
  let faults: [Finding]

  /// That it was left out, for its place in the file shows that it does.
  func finding(of file: String) -> Finding {
    Finding(
      .warning, file: file, line: line,
      "the row stands behind the last complete one and is left out as a footer; name its first words as footer of the source, or write \(setting("footer", "none")) if it is a row",
      group: Finding.Group(.rows))
  }
}

extension TableSource {
  /// How many rows were matched in which way, where there is more to it than ids.
  fileprivate func told(_ matches: [Int]) -> [DataQuality.Feed.Match] {
    guard !matchesByIDAlone, matches.count == match.count else { return [] }
    return zip(match, matches).map { DataQuality.Feed.Match(key: $0.key, rows: $1) }
  }
}
