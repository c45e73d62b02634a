import Engines
import Review
import Synchronization
import Tables

/// What engines answered to the queries of a portfolio: each is asked once, however often its rows are read.
final class EngineAnswers: Sendable {
  private struct Known {
    let answer: Swift.Result<KeptAnswer, TableProblem>
    /// What `vigie check` says of it.
    let line: String
  }

  private let folders: [String]
  private let places = EnginePlaces.ofProcess
  private let known = Mutex<[String: Known]>([:])

  /// Takes the folders in which answers are looked for before an engine is asked.
  init(kept folders: [String] = []) { self.folders = folders }

  /// The answer to a query, kept or new.
  func answer(
    to source: EngineSource, _ table: Table, zone: Zone
  ) throws(TableProblem) -> KeptAnswer {
    let name = KeptAnswer.name(source, table.rawValue, zone: zone.name)
    let known = known.withLock { known in
      if let already = known[name] { return already }
      let new = find(source, name, zone: zone.name)
      known[name] = new
      return new
    }
    return try known.answer.get()
  }

  private func find(_ source: EngineSource, _ name: String, zone: String) -> Known {
    do throws(TableProblem) {
      for folder in folders {
        guard let kept = try KeptAnswer(name, in: folder) else { continue }
        return Known(answer: .success(kept), line: "\(source.name): \(kept.words), kept in \(folder)/\(name).csv")
      }
      return try ask(source, name, zone: zone)
    } catch {
      return Known(answer: .failure(error), line: "")
    }
  }

  private func ask(_ source: EngineSource, _ name: String, zone: String) throws(TableProblem) -> Known {
    do {
      let connection = try places.connection(source.address)
      let ask = { (query: ReadOnlyQuery) throws(EngineProblem) in
        try EngineQuestion(query, of: connection, zone: zone, seconds: source.timeout, dialect: source.dialect).answer()
      }
      let kept = KeptAnswer(try ask(source.query), to: source, zone: zone, name: name)
      if let sums = source.sums, let one = try SummedAccount(sums, kept) {
        let events = try ask(try sums.events(of: one.id, isNumber: one.isNumber, in: source.events))
        try one.compare(with: events)
      }
      let found = [connection.profile.map { "profile \($0)" }, "driver \(connection.library)"].compactMap(\.self)
      return Known(
        answer: .success(kept), line: "\(source.name): \(kept.words); \(found.joined(separator: ", "))")
    } catch let problem as TableProblem {
      throw problem
    } catch let problem as EngineProblem {
      throw TableProblem(.engine(problem.words))
    } catch {
      throw TableProblem(.engine("\(error)"))
    }
  }

  /// The answer to a source as an input of the portfolio; nil for a source of another kind.
  func input(of source: TableSource, _ table: Table, zone: Zone) -> PortfolioInput? {
    guard case .engine(let engine) = source.origin,
      let answer = try? answer(to: engine, table, zone: source.cells.zone ?? zone)
    else { return nil }
    return PortfolioInput("\(KeptAnswer.folder)/\(answer.name).csv", resultDigest: answer.digest, isAboutAccounts: true)
  }

  /// All answers in the order of their names.
  var all: [KeptAnswer] {
    known.withLock { known in known.values.compactMap { try? $0.answer.get() } }.sorted { $0.name < $1.name }
  }

  /// What was asked of whom and where everything was found, and where it was looked for.
  var lines: [String] {
    let lines = known.withLock { $0.values.map(\.line) }.filter { !$0.isEmpty }.sorted()
    return lines.isEmpty ? [] : lines + [places.words]
  }
}

extension Portfolio {
  /// The answers of engines that the portfolio was read from.
  public var answers: [KeptAnswer] { settings.engines.all }

  /// Which engines answered, by which drivers and profiles, and where these were looked for; a line each.
  public var engines: [String] { settings.engines.lines }
}
