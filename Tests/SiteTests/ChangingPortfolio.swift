import BuiltInTemplates
import Foundation
import Health
import HostileFixture
import Oracle
import Pipeline
import SeededRandom

/// A portfolio in a temporary folder that changes by one thing at a time, drawn from a seed.
struct ChangingPortfolio: ~Copyable {
  /// What may change between two builds.
  enum Kind: String, CaseIterable {
    /// Rows of a table: a cell becomes that of another row, a row goes, comes twice, or trades places.
    case cell, rowGone, rowTwice, rowsSwapped
    /// Files beside the tables.
    case note, setting, model, word, template
    /// What is no file: the day, the clock, the program.
    case day, today, program
    /// The editions on record.
    case edition, withdrawal, archive
    /// The site itself: a page that somebody edits, or removes.
    case pageEdited, pageGone
    case nothing
  }

  let url: URL
  private(set) var asOf: Day
  private(set) var program = "test"
  private(set) var today: Day
  private var random: SplitMix64
  private var published: [String] = []
  private var before: (file: URL, contents: Data?)?

  var folder: PortfolioFolder { PortfolioFolder(url.path) }
  /// The folder of the draft that is built again and again.
  var draft: URL { url.appending(path: "draft") }

  /// A random portfolio, or for every fourth seed a hostile one.
  init(seed: UInt64) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vigie-changing-\(UUID().uuidString)")
    random = SplitMix64(seed: seed &+ 1_000)
    if seed % 4 == 3 {
      let all = HostilePortfolio.all(of: HostileTexts.own)
      let chosen = all[Int(seed / 4) % all.count]
      try HostilePortfolio(texts: Array(chosen.texts.prefix(20))).write(to: url)
      asOf = Day(year: 2026, month: 11, day: 16) ?? Day(number: 0)
    } else {
      let portfolio = RandomPortfolio(seed: seed)
      try portfolio.write(to: url)
      asOf = Day(iso: portfolio.asOf) ?? Day(number: 0)
    }
    today = asOf + 1
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func workspace(asOf day: Day? = nil) throws -> Workspace {
    try Workspace(folder, asOf: day ?? asOf, today: max(today, day ?? today), program: program)
  }

  /// The kinds in a random order; first nothing, which builds the site that the others change, and last what needs an
  /// edition.
  mutating func order() -> [Kind] {
    let last: [Kind] = [.withdrawal, .archive, .nothing]
    return [.nothing] + Kind.allCases.filter { !last.contains($0) }.shuffled(using: &random) + last
  }

  /// Changes one thing; false where there is nothing of the kind to change.
  mutating func change(_ kind: Kind) async throws -> Bool {
    before = nil
    switch kind {
    case .nothing: return true
    case .cell, .rowGone, .rowTwice, .rowsSwapped: return try changeTable(kind)
    case .note:
      let row = try lines(of: file("data/accounts.csv")).last
      let id = row.flatMap { $0.split(separator: ",").first.map(String.init) } ?? ""
      guard !id.isEmpty, !id.contains("/"), id.utf8.count < 50 else { return false }
      return try write("They said *no* \(random.whole(below: 100)).\n", to: file("data/notes/\(id).md"))
    case .setting:
      let settings = file("vigie.yml")
      let kept = try lines(of: settings).filter { !$0.hasPrefix("title:") }
      return try write("title: Title \(random.whole(below: 100))\n\(kept.joined(separator: "\n"))", to: settings)
    case .model:
      let text = try String(contentsOf: file("model.yml"), encoding: .utf8)
      return try write(text + "\n# \(random.whole(below: 100))\n", to: file("model.yml"))
    case .word: return try changeTemplate(random.pick(["words/en.yml", "words/fr.yml"]))
    case .template: return try changeTemplate(random.pick(["account.md", "layout.html", "hero.html"]))
    case .day:
      asOf = asOf + random.pick([-8, -1, 1, 7])
      return true
    case .today:
      today = today < asOf ? asOf + 3 : asOf - 3
      return true
    case .program:
      program += "'"
      return true
    case .edition:
      for weeksAgo in [random.whole(in: 11...20), random.whole(in: 1...10)] {
        guard let edition = try? await workspace(asOf: asOf - 7 * weeksAgo).publish(to: folder.site) else { continue }
        published.append(edition.name)
      }
      return !published.isEmpty
    case .withdrawal:
      guard !published.isEmpty else { return false }
      return (try? folder.withdraw(random.pick(published), reason: "wrong export")) != nil
    case .archive:
      guard let name = try? FileManager.default.contentsOfDirectory(atPath: folder.archive).sorted().first else {
        return false
      }
      try FileManager.default.removeItem(atPath: "\(folder.archive)/\(name)")
      return true
    case .pageEdited, .pageGone: return try changePage(isRemoved: kind == .pageGone)
    }
  }

  /// Undoes a change after which the portfolio cannot be read.
  mutating func takeBack() throws {
    guard let (file, contents) = before else { return }
    if let contents { try contents.write(to: file) } else { try FileManager.default.removeItem(at: file) }
  }

  private func file(_ path: String) -> URL { url.appending(path: path) }

  private func lines(of file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  }

  private mutating func write(_ text: String, to file: URL) throws -> Bool {
    before = (file, try? Data(contentsOf: file))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return true
  }

  private mutating func changeTable(_ kind: Kind) throws -> Bool {
    let names = try FileManager.default.contentsOfDirectory(atPath: file("data").path).filter { $0.hasSuffix(".csv") }
    let table = file("data/\(random.pick(names.sorted()))")
    var lines = try lines(of: table)
    guard lines.count > 2 else { return false }
    let (row, other) = (random.whole(in: 1...lines.count - 1), random.whole(in: 1...lines.count - 1))
    switch kind {
    case .rowGone: lines.remove(at: row)
    case .rowTwice: lines.insert(lines[row], at: other)
    case .rowsSwapped: lines.swapAt(row, other)
    default:
      let delimiter = [",", ";", "\t"].max { lines[0].count(of: $0) < lines[0].count(of: $1) } ?? ","
      var (cells, others) = (lines[row].split(delimiter), lines[other].split(delimiter))
      guard cells.count == others.count, let column = cells.indices.dropFirst().randomElement(using: &random) else {
        return false
      }
      swap(&cells[column], &others[column])
      lines[row] = cells.joined(separator: delimiter)[...]
    }
    return try write(lines.joined(separator: "\n") + "\n", to: table)
  }

  /// Puts a number into one of the portfolio's own templates, where readers see it.
  private mutating func changeTemplate(_ name: String) throws -> Bool {
    guard let builtIn = BuiltInTemplates.files.first(where: { $0.name == name }) else { return false }
    var text = String(decoding: builtIn.bytes, as: UTF8.self)
    let number = random.whole(below: 100)
    switch name {
    case "layout.html": text = text.replacing("</main>", with: "<p>\(number)</p></main>")
    case "hero.html": text += "<p>\(number)</p>\n"
    case "account.md": text += "\nNumber \(number).\n"
    default: text = text.replacing("open_for: \"", with: "open_for: \"\(number) ")
    }
    return try write(text, to: file("templates/\(name)"))
  }

  private mutating func changePage(isRemoved: Bool) throws -> Bool {
    let pages = draft.appending(path: "accounts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: pages.path).sorted()) ?? []
    guard !names.isEmpty else { return false }
    let page = pages.appending(path: random.pick(names))
    try FileManager.default.removeItem(at: page)
    if !isRemoved { try Data("edited".utf8).write(to: page) }
    return true
  }
}

extension Substring {
  fileprivate func count(of part: String) -> Int { split(part).count }

  fileprivate func split(_ delimiter: String) -> [Substring] {
    split(separator: Character(delimiter), omittingEmptySubsequences: false)
  }
}
