import FoundationEssentials
public import Findings
public import Health
public import Languages
public import Review
import Spelling

/// Reads a portfolio folder as it was on a day.
///
/// - Parameters:
///   - folder: holds `vigie.yml` and `model.yml`, both of which may be missing.
///   - dataFolder: the base of data file names; nil for the portfolio folder itself.
///   - asOf: nothing dated after this day is used.
///   - isStrict: whether a refused row or cell stops the build.
///   - kept: folders in which answers of engines are looked for before an engine is asked, besides `queries/` beside the data.
///   - languages: the languages available for pages and customers' documents.
///   - everyFinding: receives each finding as it is found; the portfolio keeps one for each cause.
/// - Throws: `LoadFailure` with all findings when no report can be made.
public func loadPortfolio(
  _ folder: String, dataFolder: String? = nil, asOf: Day, isStrict: Bool = false, kept: [String] = [],
  languages: Languages,
  everyFinding: ((Finding) -> Void)? = nil
) throws(LoadFailure) -> Portfolio {
  var loader = Loader(folder: folder, dataFolder: dataFolder ?? folder, asOf: asOf)
  loader.log = FindingLog(every: everyFinding)
  let presets = loader.presets()
  var (settings, settingsFindings) = Settings.parse(
    loader.configuration(Settings.fileName) ?? "", locales: languages.codes, presets: presets)
  settings.engines = EngineAnswers(kept: [loader.dataFolder + "/" + KeptAnswer.folder] + kept)
  loader.add(settingsFindings)
  loader.add(settings.findFiles(in: loader.dataFolder))
  loader.unreadable.formUnion(settings.faultySources)
  let modelText = loader.configuration(ModelFile.fileName) ?? defaultModel
  let (modelFile, modelFindings) = ModelReader.read(modelText)
  loader.add(modelFindings)
  loader.measuresOfModel =
    modelFile?.models.all.flatMap { $0.dimensions.flatMap(\.measures).flatMap { [$0.of, $0.per].compactMap(\.self) } }
    ?? []

  let (accounts, columns, index) = loader.accounts(
    settings, languages: languages, models: modelFile?.models)
  var evidence = loader.evidence(settings, accounts: accounts, columns: columns, index: index)
  var judgement = loader.judgement(settings, accounts: accounts, index: index)
  let people = loader.people.names
  if !people.isUniform {
    evidence = evidence.naming { people($0) }
    judgement = judgement.naming { people($0) }
  }
  let customerMaterial = loader.customerMaterial(
    settings, languages: languages, accounts: accounts.count, index: index, people: people)

  loader.add(
    UnreadFiles(
      folder: folder, dataFolder: loader.dataFolder, settings: settings,
      ids: index.isComplete ? accounts.map(\.id.text) : nil
    ).findings)
  if !loader.unreadable.contains(.accounts) {
    loader.add(settings.checkAliases(accounts))
    loader.add(evidence.checkLost())
  }
  if loader.unreadable.isDisjoint(with: [.accounts, .measures]) {
    loader.add(
      settings.customer.check(
        measures: loader.measureNames, columns: columns.map(\.name), money: modelFile?.models.namesOfMoney ?? []))
  }

  let segments = modelFile?.models.segments(of: evidence) ?? []
  if let modelFile, loader.unreadable.isDisjoint(with: [.accounts, .measures]) {
    loader.add(modelFile.check(against: evidence, segmentOf: segments))
  }
  if !segments.isEmpty { loader.add(accountsWithoutSegment(accounts, segments)) }
  let quality = DataQuality(
    feeds: loader.feeds, findings: loader.log.findings, refusedAccounts: index.refusedNames,
    columns: loader.tally.noteworthy, cutOff: loader.cutOff,
    swallowing: loader.swallowing, refusedOf: loader.refusedOf,
    spellings: loader.people.variants + spellings(of: columns))
  let isRefusing = quality.rows.refused > quality.rows.departed || quality.rows.cellsRefused > 0
  guard let models = modelFile?.models, !loader.mustStop, !(isStrict && isRefusing) else {
    throw LoadFailure(findings: quality.findings, rows: quality.rows)
  }
  return Portfolio(
    settings: settings, models: models, modelText: modelText, evidence: evidence, segmentOf: segments.compactMap { $0 },
    judgement: judgement, customerMaterial: customerMaterial, quality: quality, inputs: loader.inputs,
    people: people)
}

/// What is one name and spelled in several ways in a column of few names, such as a plan or a region.
private func spellings(of columns: [AccountCells]) -> [DataQuality.Spellings] {
  columns.filter { ![AccountColumn.name.name, AccountColumn.csm.name].contains($0.name) }.flatMap { column in
    let counts = Dictionary(grouping: column.texts.compactMap(\.self)) { $0 }.mapValues(\.count)
    return Dictionary(grouping: counts.keys) { $0.nameKey }.values.filter { $0.count > 1 }.map { spellings in
      let ordered = spellings.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
      return DataQuality.Spellings(column: column.name, shown: ordered[0], others: Array(ordered.dropFirst()))
    }.sorted { $0.shown < $1.shown }
  }
}

/// The models of an earlier edition, read from the text of its model file; nil when this version cannot read it.
public func models(readFrom text: String) -> Models? { ModelReader.read(text).file?.models }

extension Portfolio {
  /// Reads another model for these accounts from the text of its file; when there is no result, the findings say why.
  public func otherModel(
    _ text: String, file: String
  ) -> (model: (models: Models, segmentOf: [Int])?, findings: [Finding]) {
    let (read, faults) = ModelReader.read(text, file: file)
    guard let read else { return (nil, faults) }
    let segments = read.models.segments(of: evidence)
    let findings =
      faults + read.check(against: evidence, segmentOf: segments)
      + accountsWithoutSegment(evidence.accounts, segments, file: file)
    let isSound = !findings.contains { $0.severity == .error }
    return (isSound ? (read.models, segments.compactMap { $0 }) : nil, findings)
  }

  /// Reads the judgement in the portfolio's folder as it is now, up to the given day.
  ///
  /// - Throws: `LoadFailure` when a table can no longer be read.
  public func judgement(in folder: String, upTo day: Day) throws(LoadFailure) -> Judgement {
    var loader = Loader(folder: folder, dataFolder: folder, asOf: day)
    let index = AccountIndex(
      evidence.accounts, refused: [], aliases: settings.aliases, isComplete: true,
      keys: AccountKeys(
        evidence.accounts, columns: evidence.columns, sources: settings.sources.values.flatMap(\.self)))
    let judgement = loader.judgement(settings, accounts: evidence.accounts, index: index).naming { people($0) }
    guard !loader.mustStop else { throw LoadFailure(findings: loader.log.findings, rows: DataQuality.Rows()) }
    return judgement
  }
}

private func accountsWithoutSegment(
  _ accounts: [Account], _ segments: [Int?], file: String = ModelFile.fileName
) -> [Finding] {
  zip(accounts, segments).compactMap { account, segment in
    guard segment == nil else { return nil }
    return Finding(
      .error, file: file,
      "the account '\(account.id.text)' falls into no segment; give the last segment no condition",
      group: Finding.Group(.accounts, of: "segment"))
  }
}

extension Loader {
  mutating func accounts(
    _ settings: Settings, languages: Languages, models: Models?
  ) -> ([Account], [AccountCells], AccountIndex) {
    var table = AccountTable(settings, languages: languages)
    for source in sources(of: .accounts, settings: settings) {
      read(source, as: .accounts, accounts: nil, settings) { parser, binding in
        table.add(&parser, binding: binding, file: source.file)
        return nil
      }
    }
    log.add(table.outlier)
    log.add(table.unknownSegments(models))
    log.add(table.unfitForRules(models))
    log.add(table.idsAlike)
    log.add(table.notBegun(on: asOf))
    let (accounts, columns, duplicates) = table.finished()
    add(duplicates)
    if !duplicates.isEmpty { unreadable.insert(.accounts) }
    let index = AccountIndex(
      accounts, refused: table.refused, aliases: settings.aliases, departed: Set(settings.guards.departed.keys),
      isComplete: !unreadable.contains(.accounts),
      keys: AccountKeys(accounts, columns: columns, sources: settings.sources.values.flatMap(\.self)))
    return (accounts, columns, index)
  }
}
