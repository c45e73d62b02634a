import Files
import Findings
import FoundationEssentials
import Health
import Languages
import Review
import Spelling
import Tables

/// Looks at exports one after the other, those of accounts first, since the others are matched with them.
struct ImportPlanner {
  let folder: String
  let answers: ImportAnswers
  let languages: Languages
  var plan = ImportPlan()
  private let asOf: Day
  private let text: String
  private let presets: Presets
  private let recognition: Recognition
  /// Every name of a column that anybody knows, folded.
  private let knownColumns: Set<String>
  private let settings: Settings
  private var known: Set<String> = []

  init(folder: String, asOf: Day, answers: ImportAnswers, languages: Languages) {
    self.folder = folder
    self.asOf = asOf
    self.answers = answers
    self.languages = languages
    var loader = Loader(folder: folder, dataFolder: folder, asOf: asOf)
    text = loader.configuration(Settings.fileName) ?? ""
    presets = loader.presets()
    recognition = Recognition(presets: presets.all)
    knownColumns = recognition.knownColumns
    // A pattern without a file is told when the portfolio is read.
    let (settings, findings, _) = Self.settings(text, folder, languages, presets)
    self.settings = settings
    if let preset = answers.preset, presets[preset] == nil {
      stop("there is no preset '\(preset)'\(suggestion(for: preset, among: presets.names))")
    }
    if let encoding = answers.encoding, TextEncoding(name: encoding) == nil {
      stop("there is no encoding '\(encoding)'; write one of: \(TextEncoding.names.joined(separator: ", "))")
    }
    stop(findings + loader.log.findings)
    let files = settings.sources.values.joined().flatMap(\.files) + settings.files.map(\.file)
    known = Set(files + settings.patterns.values.joined())
  }

  /// The settings of a text, what is wrong with them, and the patterns that no file fits.
  private static func settings(
    _ text: String, _ folder: String, _ languages: Languages, _ presets: Presets
  ) -> (settings: Settings, faults: [Finding], missing: [Finding]) {
    var (settings, faults) = Settings.parse(text, locales: languages.codes, presets: presets)
    let missing = settings.findFiles(in: folder)
    return (settings, faults, missing)
  }

  private mutating func stop(_ message: Message) { stop([Finding(.error, file: Settings.fileName, message)]) }

  /// Notes errors, with any of which nothing is written.
  private mutating func stop(_ findings: [Finding]) {
    for var finding in findings where finding.severity == .error {
      finding.stops = true
      plan.findings.append(finding)
    }
  }

  mutating func look(at paths: [String]) {
    let context = ReadingContext(settings, asOf: asOf)
    var found: [(file: ExportFile, kind: Recognition.Kind)] = []
    for path in paths {
      let name = nameInSettings(path)
      if known.contains(name) {
        var proposal = Proposal(file: name, table: table(of: name) ?? .accounts)
        proposal.isKnown = true
        proposal.reasons = ["the settings read it already"]
        plan.proposals.append(proposal)
        continue
      }
      found += recognised(path, name)
    }
    found = newest(of: found)
    let isAccounts = found.map { $0.kind.table == .accounts }
    let ordered = found.indices.sorted { (isAccounts[$0] ? 0 : 1, $0) < (isAccounts[$1] ? 0 : 1, $1) }
    var edited = SettingsText(text)
    var isWritable = true
    var accounts = accountIndex(text)
    for index in ordered {
      let proposal = ProposeSource(found[index].file, found[index].kind, answers, context, accounts: accounts).proposal
      plan.proposals.append(proposal)
      if proposal.table == .accounts, accounts != nil { refuseSecondAccounts(proposal.file) }
      guard proposal.questions.isEmpty else { continue }
      if let currency = proposal.currency { edited.add("currency", currency) }
      if !proposal.fileLines.isEmpty { isWritable = edited.add(file: proposal.fileLines) && isWritable }
      isWritable = edited.add(source: proposal.sourceLines, to: proposal.table) && isWritable
      if proposal.table == .accounts { accounts = accountIndex(edited.text) ?? accounts }
    }
    plan.settings = isWritable ? edited.text : nil
    if isWritable { preview(edited.text) }
  }

  /// An account has one row, so that a second list of accounts would stop every build.
  private mutating func refuseSecondAccounts(_ file: String) {
    stop([
      Finding(
        .error, file: file,
        "the portfolio has its accounts already; take that entry or data/accounts.csv away first, if this file is to replace it"
      )
    ])
  }

  private func table(of file: String) -> Table? {
    settings.sources.first { $0.value.contains { $0.files.contains(file) } }?.key
  }

  /// The name by which the settings of the folder can name a file.
  private func nameInSettings(_ path: String) -> String {
    func absolute(_ path: String) -> [Substring] {
      let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
      var parts: [Substring] = []
      for part in whole.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      return parts
    }
    let (file, base) = (absolute(path), absolute(folder))
    guard file.starts(with: base), file.count > base.count else { return "/" + file.joined(separator: "/") }
    return file.dropFirst(base.count).joined(separator: "/")
  }

  /// What a file is, for each sheet that is something.
  private mutating func recognised(_ path: String, _ name: String) -> [(ExportFile, Recognition.Kind)] {
    var answers = answers
    answers.table = answers.tables[name] ?? answers.table
    let sheets = (try? TableReader.sheets(ofWorkbook: path)) ?? nil
    let visible = sheets?.filter { !$0.isHidden }.map { TableLayout.Sheet?.some(.named($0.name)) } ?? [nil]
    let wanted = answers.sheet.map { [TableLayout.Sheet?.some(.named($0))] }
    var found: [(ExportFile, Recognition.Kind)] = []
    var columns: [String] = []
    var looked: [ExportFile] = []
    do throws(TableProblem) {
      for sheet in sheets == nil ? [nil] : wanted ?? visible {
        let file = try exportFile(path, name, sheet)
        looked.append(file)
        let kinds = recognition.kinds(of: file, answers)
        if kinds.count == 1 { found.append((file, kinds[0])) }
        if kinds.count > 1 { ask(name, kinds) }
        if kinds.count > 1 { return [] }
        columns = columns.isEmpty ? file.header : columns
      }
    } catch {
      var problem = error.finding(file: name)
      problem.stops = true
      plan.strangers.append(ImportPlan.Stranger(file: name, reason: problem))
      return []
    }
    if found.isEmpty { refuse(name, columns, looked.first, answers) }
    return found
  }

  /// Says why a file is not recognised, and what would help.
  private mutating func refuse(
    _ name: String, _ columns: [String], _ file: ExportFile?, _ answers: ImportAnswers
  ) {
    let shown = columns.prefix(Self.mostColumns).joined(separator: ", ")
    let missing = answers.table.flatMap { table in file.map { recognition.missing(in: $0, for: table) } } ?? []
    let reason: Message
    if let table = answers.table {
      reason =
        missing.isEmpty
        ? "it has the columns of \(table.rawValue), and nothing in them that is one (\(shown)); name them under sources in \(Settings.fileName)"
        : "as \(table.rawValue) it has no column for \(missing.joined(separator: ", ")); it has: \(shown); name the right ones under columns in \(Settings.fileName)"
    } else {
      reason =
        "what it holds cannot be told from its columns (\(shown)); say it with --as, such as --as tickets, or name its columns under sources in \(Settings.fileName)"
    }
    plan.strangers.append(ImportPlan.Stranger(file: name, reason: Finding(.error, file: name, reason)))
  }

  /// So many columns show what a file is.
  private static let mostColumns = 12

  private mutating func ask(_ name: String, _ kinds: [Recognition.Kind]) {
    var proposal = Proposal(file: name, table: kinds[0].table)
    proposal.questions = [
      Proposal.Question(
        file: name, option: "--as", text: "what does \(name) hold?",
        choices: kinds.map { ("--as \($0.table.rawValue)", $0.title) }, lines: kinds.map { [$0.table.rawValue] })
    ]
    plan.proposals.append(proposal)
  }

  /// Reads a file in the encoding that was said, in UTF-8, or in the likeliest other.
  func exportFile(_ path: String, _ name: String, _ sheet: TableLayout.Sheet?) throws(TableProblem)
    -> ExportFile
  {
    let said = answers.encoding.flatMap(TextEncoding.init(name:))
    do throws(TableProblem) {
      return try ExportFile(path, name: name, sheet: sheet, encoding: said, known: knownColumns)
    } catch {
      guard said == nil, let encoding = encodings(of: path, error).first else { throw error }
      return try ExportFile(path, name: name, sheet: sheet, encoding: encoding, known: knownColumns)
    }
  }

  private func encodings(of path: String, _ problem: TableProblem) -> [TextEncoding] {
    switch problem.kind {
    case .notUTF8(_, let encodings):
      let bytes = (try? OpenFile.toReadAll(path).bytes(at: 0, count: Self.mostBytes)) ?? []
      let all = TextEncoding.encodingsThatRead(bytes)
      return all.isEmpty ? encodings : all
    case .otherKind(.utf16WithoutMark): return [.utf16]
    default: return []
    }
  }

  /// So much of a file shows its encoding.
  private static let mostBytes = 1 << 22

  /// The accounts as the settings would read them; nil where there are none yet.
  private func accountIndex(_ text: String) -> AccountIndex? {
    let settings = Self.settings(text, folder, languages, presets).settings
    var loader = Loader(folder: folder, dataFolder: folder, asOf: asOf)
    let (accounts, columns, index) = loader.accounts(settings, languages: languages, models: nil)
    guard !accounts.isEmpty else { return nil }
    return AccountIndex(
      accounts, refused: [], aliases: settings.aliases, isComplete: index.isComplete,
      keys: AccountKeys(everyKeyOf: accounts, columns: columns))
  }

  /// Reads what is proposed as a report would.
  private mutating func preview(_ text: String) {
    let (settings, faults, missing) = Self.settings(text, folder, languages, presets)
    stop(faults + missing)
    let places = Set(plan.proposals.map { "\($0.table.rawValue) \($0.file)" })
    var unheard = Loader(folder: folder, dataFolder: folder, asOf: asOf)
    let (_, _, index) = unheard.accounts(settings, languages: languages, models: nil)
    var loader = Loader(folder: folder, dataFolder: folder, asOf: asOf)
    let context = ReadingContext(settings, asOf: asOf)
    for table in Table.allCases {
      for source in settings.sources[table] ?? [] where plan.isNew(source, table, settings, places) {
        plan.previews.append(loader.preview(source, table, table == .accounts ? nil : index, settings, context))
      }
    }
    stop(
      plan.previews.filter { $0.rows.read > 0 && $0.rows.used == 0 }.map {
        Finding(.error, file: $0.file, "no row of it can be used as it is proposed")
      })
    plan.findings += loader.log.findings
    plan.lacksMeasures = settings.sources[.measures] == nil && !isFile("\(folder)/\(Table.measures.file)")
  }
}

private func isFile(_ path: String) -> Bool { (try? EntryStatus(path: path) != nil) ?? true }
