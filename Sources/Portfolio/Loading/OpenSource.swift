import Files
import Findings
import Health
import Review
import Spelling
import Tables

extension TableSource {
  /// The path of a file, relative to a folder unless it is absolute.
  static func path(_ file: String, from folder: String) -> String { file.hasPrefix("/") ? file : folder + "/" + file }

  /// The path of the first file.
  func path(from folder: String) -> String { Self.path(file, from: folder) }

  /// Opens the file, or runs the query.
  ///
  /// - Parameter inspection: what looks at the cells that a query over files reads.
  func reader(
    of table: Table, from folder: String, _ context: ReadingContext, _ inspection: QueryInspection? = nil
  ) throws(TableProblem) -> TableReader {
    switch origin {
    case .file(let file):
      let needs = neededColumns(of: table)
      return try TableReader(
        file: Self.path(file, from: folder), layout: layout, limits: context.limits, needed: needs.count
      ) { names in
        let known = Set(names.map(\.headerKey))
        return needs.count { !known.isDisjoint(with: $0) }
      }
    case .sqlite(let file, let query):
      return try TableReader(sqlite: Self.path(file, from: folder), query: query, limits: context.limits)
    case .engine(let engine):
      return try context.engines.answer(to: engine, table, zone: cells.zone ?? context.zone)
        .reader(limits: context.limits)
    case .query(let query, let files):
      let queried = files.map { file in
        let meanings = file.cells.meanings
        return QueriedFile(
          name: file.name, path: Self.path(file.file, from: folder), layout: file.layout, optional: file.optional,
          onOpening: { inspection?.note(hasSemicolons: $0) }
        ) { meanings[$0.nameKey] }
      }
      return try TableReader(
        query: inspection?.query ?? query, over: queried,
        functions: functions(context) + (inspection?.functions ?? []), limits: context.limits)
    }
  }

  /// The columns that the header of a file must name, each by any of its names.
  private func neededColumns(of table: Table) -> [Set<String>] {
    let mapped = columns.filter { !isOptional($0.key, of: table) }.values.map { Set($0.map(\.headerKey)) }
    let required = table.requiredColumns.filter { columns[$0] == nil }.map { Set([$0]) }
    return mapped + required + measures.map { [$0.column.headerKey] } + filter.map { [$0.column.headerKey] }
  }

  /// How days are read; what a function of a query gave is a plain one.
  func days(_ context: ReadingContext) -> DayReading {
    return DayReading(
      formats: (isOfQuery ? [.iso] : []) + cells.days, zone: cells.zone ?? context.zone, asOf: context.asOf)
  }

  private func functions(_ context: ReadingContext) -> [QueryFunction] {
    let rates = context.rates
    let numbers = cells.numbers
    return QueryFunction.reading(cells.numbers, days(context)) + [
      QueryFunction("folded", taking: 1) { $0[0].map { .text(foldedName($0)) } ?? .none },
      QueryFunction("domain", taking: 1) { $0[0].flatMap(mailDomain).map { .text($0) } ?? .none },
      QueryFunction("fx", taking: 2) { values in
        guard var amount = values[0] else { return .none }
        guard let number = Double(amount) ?? amount.withUTF8({ numbers.number($0) }) else { return .unreadable(amount) }
        guard let currency = values[1] else { return .number(number) }
        return rates[currency.uppercased()].map { .number(number * $0) } ?? .unreadable(currency)
      },
    ]
  }
}

extension CellFormat {
  /// The meanings of words, by the folded name of their column.
  var meanings: [String: ValueMap] {
    Dictionary(
      words.map { ($0.key.nameKey, ValueMap($0.value, folded: \.nameKey)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What the portfolio's settings say about all its sources.
struct ReadingContext {
  /// The day of the report.
  let asOf: Day
  /// In which a moment becomes a day.
  let zone: Zone
  /// Units of the portfolio's currency for one of another, its own included.
  let rates: [String: Double]
  /// The portfolio's currency.
  let currency: String
  /// How much of a table is read.
  let limits: Limits
  /// What engines answered.
  let engines: EngineAnswers

  init(_ settings: Settings, asOf: Day) {
    limits = settings.limits
    self.asOf = asOf
    zone = settings.timeZone
    currency = settings.currency
    engines = settings.engines
    rates = settings.rates.merging([settings.currency: 1]) { _, own in own }
  }
}
