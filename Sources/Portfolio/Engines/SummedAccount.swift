import Engines
import Health
import Tables

/// The weeks of one account as an engine sums them up, to be compared with what its events make here.
///
/// One account a run is enough to find a session that counts days or weeks in another way.
struct SummedAccount {
  /// The id of the account, as the engine gives it.
  let id: String
  /// Whether the engine has a number for it.
  let isNumber: Bool
  private let sums: WeeklySums
  /// The figures by the Sunday of their week, as the engine has them.
  private var weeks: [Day: [Double?]] = [:]

  /// How far sums of floats may be apart, as a part of them: they depend on the order in which they are added.
  private static let tolerance = 1e-9

  /// Takes the first account of an answer; nil for one without a row.
  init?(_ sums: WeeklySums, _ answer: KeptAnswer) throws(TableProblem) {
    self.sums = sums
    var reader = try answer.reader()
    let names = reader.header.map { $0.lowercased() }
    guard let account = names.firstIndex(of: sums.account.lowercased()),
      let day = names.firstIndex(of: sums.day.lowercased())
    else { return nil }
    let figures = sums.figures.map { names.firstIndex(of: $0.name.lowercased()) }
    var first: String?
    while try reader.advance() {
      let id = Self.text(reader, account)
      guard let id else { continue }
      first = first ?? id
      guard id == first, let week = Self.text(reader, day).flatMap({ Day(iso: String($0.prefix(Self.dayCount))) })
      else {
        continue
      }
      weeks[week] = figures.map { $0.flatMap { Self.text(reader, $0) }.flatMap(Double.init) }
    }
    guard let first else { return nil }
    id = first
    isNumber = answer.isNumber(account)
  }

  /// Characters of a day at the beginning of a moment.
  private static let dayCount = 10

  private static func text(_ reader: borrowing TableReader, _ column: Int) -> String? {
    reader.withCell(column) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }

  /// Sums up the events of the account and refuses an engine that makes something else of them.
  func compare(with events: EngineAnswer) throws(TableProblem) {
    var reader = try TableReader(answer: events.csv, areNumbers: events.columns.map(\.isNumber))
    let names = reader.header.map { $0.lowercased() }
    let columns = sums.figures.map { $0.column.flatMap { names.firstIndex(of: $0.lowercased()) } }
    let own = columns.enumerated().map {
      $1 == nil && sums.figures[$0].column?.lowercased() == sums.account.lowercased()
    }
    var values: [Day: [[String]]] = [:]
    while try reader.advance() {
      guard let day = Self.text(reader, 0).flatMap({ Day(iso: String($0.prefix(Self.dayCount))) }) else { continue }
      for figure in sums.figures.indices {
        let value =
          sums.figures[figure].column == nil ? "" : own[figure] ? id : columns[figure].flatMap { Self.text(reader, $0) }
        guard let value else { continue }
        values[day.endOfWeek, default: sums.figures.map { _ in [] }][figure].append(value)
      }
    }
    for week in Set(weeks.keys).union(values.keys).sorted() {
      for (index, figure) in sums.figures.enumerated() {
        let engine = weeks[week]?[index] ?? nil
        let here = Self.value(figure.function, of: values[week]?[index] ?? [])
        let difference = abs((engine ?? 0) - (here ?? 0))
        guard difference > Self.tolerance * max(abs(engine ?? 0), 1) else { continue }
        throw TableProblem(
          .engine(
            "the engine makes \(figure.name) of the week to \(week) of '\(id)' \(engine.map { "\($0)" } ?? "blank"), and its rows make \(here.map { "\($0)" } ?? "blank"); its days or weeks are others than those of the settings"
          ))
      }
    }
  }

  private static func value(_ function: WeeklySums.Function, of values: [String]) -> Double? {
    let numbers = values.compactMap(Double.init)
    return switch function {
    case .count: Double(values.count)
    case .countDistinct: Double(Set(values.map { Array($0.utf8) }).count)
    case .sum: numbers.isEmpty ? nil : numbers.reduce(0, +)
    case .min: numbers.min()
    case .max: numbers.max()
    }
  }
}
