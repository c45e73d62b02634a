import Foundation

@testable import Site

/// Every figure of a site that several of its pages tell, taken from the pages as they are served.
struct SiteFigures {
  let read: FigureReader
  private let files: [String: [UInt8]]
  private var pages: [String: PageElement] = [:]
  /// The accounts of `report.json` by the path of their page.
  private(set) var accounts: [String: [String: Any]] = [:]
  let report: [String: Any]
  /// False where outcomes may say that an account left which the table still has, or models read different measures: then
  /// retention and data quality count other accounts than the front page.
  private(set) var isPlain: Bool
  var claims = Claims()

  /// Takes the figures of a site's files.
  ///
  /// - Throws: what is no page of ours, or no report.
  init(_ files: [String: [UInt8]], words: Words, isPlain: Bool = true) throws {
    self.files = files
    self.isPlain = isPlain
    read = FigureReader(Dictionary(words.all.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first }))
    let json = try JSONSerialization.jsonObject(with: Data(files["report.json"] ?? []))
    report = json as? [String: Any] ?? [:]
    for path in files.keys where path.hasSuffix(".html") { pages[path] = try PageElement(page: files[path] ?? []) }
    for account in report["accounts"] as? [[String: Any]] ?? [] {
      if let id = account["id"] as? String { accounts["accounts/\(slug(of: id)).html"] = account }
    }
    takeAccountsAndBands()
    takeHeadlineFigures()
    takeRetention()
    takeDecisions()
    takeLists()
    takePeople()
    takeChanges()
  }

  subscript(path: String) -> PageElement? { pages[path] }

  func text(of path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The pages of a folder that are not its first.
  func folder(_ name: String) -> [(path: String, page: PageElement)] {
    pages.filter { $0.key.hasPrefix(name + "/") && $0.key != "\(name)/index.html" }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The sheets of a long table, from `x.html` and `x.2.html` on.
  func sheets(_ base: String) -> [PageElement] {
    var sheets = [pages["\(base).html"]].compactMap { $0 }
    while let next = pages["\(base).\(sheets.count + 1).html"] { sheets.append(next) }
    return sheets
  }

  /// The known revenue of the accounts that rows link to, from `report.json`.
  func revenue(of rows: [[PageElement]]) -> Double {
    rows.compactMap { $0.first?.target }.compactMap { accounts[$0]?["arr"] as? Double }.reduce(0, +)
  }

  /// The sum of amounts that were rounded one by one.
  func sum(_ cells: [PageElement]) -> ClosedRange<Double> {
    cells.compactMap { read.amount($0.text) }.reduce(0...0) {
      $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound
    }
  }

  static func exactly(_ value: Double) -> ClosedRange<Double> { value...value }

  var portfolio: [String: Any] { report["portfolio"] as? [String: Any] ?? [:] }

  static let bands: [(name: String, letter: String)] = [
    ("green", "g"), ("yellow", "y"), ("red", "r"), ("unscored", "u"),
  ]

  // MARK: Accounts, revenue and bands

  private mutating func takeAccountsAndBands() {
    let (count, sum) = ("accounts", "ARR")
    claims.add(count, portfolio["accounts"] as? Int, "report.json")
    if let arr = portfolio["arr"] as? Double { claims.add(sum, about: Self.exactly(arr), "report.json") }
    let bands = portfolio["bands"] as? [String: [String: Any]] ?? [:]
    for (band, _) in Self.bands {
      claims.add("accounts \(band)", bands[band]?["accounts"] as? Int, "report.json")
      if let arr = bands[band]?["arr"] as? Double { claims.add("ARR \(band)", about: Self.exactly(arr), "report.json") }
    }
    guard let index = self["index.html"], let main = index.first("main") else { return }
    let lead = read.numbers(in: main.children.first { $0.name == "p" }?.text ?? "")
    claims.add(count, lead.first.map { Int($0.value) }, "This week, lead")
    claims.add(sum, about: lead.dropFirst().first?.amount, "This week, lead")
    takeHeadline(index)
    takeBandTables(index)
    for path in ["index.html", "lists/green-but-yellow.html"] { takeMatrix(path) }
    takeSegments("index.html", index.section("segments"), total: false)
    takeSegments("segments/index.html", self["segments/index.html"], total: true)
    takeAccountRows()
    if let who = self["method.html"]?.section("who")?.tables.first, let cells = who.column(read["accounts"]) {
      claims.add(count, cells.compactMap { read.count($0.text) }.reduce(0, +), "Method, who is scored how")
    }
    for id in isPlain ? ["coverage", "gaps"] : [] {
      for cell in self["data-quality.html"]?.section(id)?.tables.first?.column(read["of_accounts"]) ?? [] {
        claims.add(count, read.count(cell.text), "Data quality, \(id)")
      }
    }
  }

  /// What the headline says of the green accounts; the digest and the feed repeat it.
  private mutating func takeHeadline(_ index: PageElement) {
    takeHeadline(index.first("h1")?.text ?? "", "This week, headline")
    for line in text(of: "digest.txt").components(separatedBy: "\n\n")[0].split(separator: "\n") {
      takeHeadline(String(line), "digest")
    }
  }

  private mutating func takeHeadline(_ headline: String, _ place: String) {
    if let level = read.places(of: "headline", in: headline) {
      claims.add("accounts green", read.count(level["n"]), place)
      claims.add("accounts", read.count(level["accounts"]), place)
      claims.add("ARR at risk", about: read.amount(level["at_risk"]), place)
    } else if let course = read.places(of: "headline_since", in: headline),
      read.isOne(of: "tendency", course["tendency"])
    {
      let greens = read.numbers(in: course["greens"] ?? "").prefix(2).map { Int($0.value) }
      claims.add("accounts green", greens.first, place)
      claims.add("accounts", greens.last, place)
    }
  }

  private mutating func takeBandTables(_ index: PageElement) {
    guard let tables = index.section("bands")?.tables, tables.count >= 2 else { return }
    let keys = index.section("bands")?.all("figcaption").flatMap { $0.all("span") } ?? []
    for (row, band) in Self.bands.enumerated() where row < tables[0].rows.count {
      claims.add("accounts \(band.name)", read.count(tables[0].rows[row][1].text), "This week, bands")
      claims.add("ARR \(band.name)", about: read.amount(tables[1].rows[row][1].text), "This week, bands")
      guard let key = keys.first(where: { $0.has(band.letter) }) else { continue }
      claims.add("accounts \(band.name)", read.count(key.text), "This week, key of the bands")
      claims.add(
        "ARR \(band.name)", about: read.numbers(in: key.text).dropFirst().first?.amount, "This week, key of the bands")
    }
  }

  private mutating func takeMatrix(_ path: String) {
    guard let table = self[path]?.section("matrix")?.first("table") else { return }
    for (band, row) in zip(Self.bands, table.all("tbody").flatMap(\.children)) {
      let cells = row.all("td")
      let counts = cells.compactMap { read.count($0.text(without: "small")) }
      claims.add("accounts \(band.name)", counts.reduce(0, +), "\(path), matrix")
      let amounts = cells.flatMap { $0.all("small") }
      if counts.reduce(0, +) > 0 { claims.add("ARR \(band.name)", about: sum(amounts), "\(path), matrix") }
      for cell in cells {
        guard let target = cell.target else { continue }
        let rows = sheets(String(target.dropLast(5))).flatMap { $0.tables.first?.rows ?? [] }
        claims.add("accounts of \(target)", read.count(cell.text(without: "small")), "\(path), matrix")
        claims.add("accounts of \(target)", rows.count, target)
        claims.add("ARR of \(target)", about: cell.first("small").flatMap { read.amount($0.text) }, "\(path), matrix")
        claims.add("ARR of \(target)", about: Self.exactly(revenue(of: rows)), target)
      }
    }
  }

  private mutating func takeSegments(_ path: String, _ part: PageElement?, total: Bool) {
    guard let table = part?.tables.first else { return }
    let heads = [("accounts", "accounts")] + Self.bands.map { ($0.name, "accounts \($0.name)") }
    for (head, figure) in heads {
      guard let cells = table.column(read[head]), let column = table.heads.firstIndex(of: read[head] ?? "") else {
        continue
      }
      claims.add(figure, cells.compactMap { read.count($0.text) }.reduce(0, +), "\(path), segments")
      for row in table.sums { claims.add(figure, read.count(row[column].text), "\(path), all segments") }
    }
    if let cells = table.column(read["arr"]), let column = table.heads.firstIndex(of: read["arr"] ?? "") {
      claims.add("ARR", about: sum(cells), "\(path), segments")
      for row in table.sums { claims.add("ARR", about: read.amount(row[column].text), "\(path), all segments") }
    }
    for row in table.rows {
      guard let target = row.first?.target, let page = self[target] else { continue }
      claims.add("accounts of \(target)", read.count(row[1].text), path)
      let ranked = sheets(String(target.dropLast(5))).flatMap { $0.section("ranked")?.tables.first?.rows ?? [] }
      claims.add("accounts of \(target)", ranked.count, target)
      let lead = page.first("main")?.children.first { $0.name == "p" }?.text ?? ""
      claims.add("accounts of \(target)", read.count(lead), "\(target), lead")
      claims.add("ARR of \(target)", about: read.amount(row[2].text), path)
      claims.add("ARR of \(target)", about: Self.exactly(revenue(of: ranked)), target)
    }
  }

  private mutating func takeAccountRows() {
    let tables = sheets("accounts/index").compactMap { $0.section("all")?.tables.first }
    let rows = tables.flatMap(\.rows)
    claims.add("accounts", rows.count, "Accounts, rows")
    claims.add(
      "accounts", read.count(sheets("accounts/index").first?.first("main")?.first("p")?.text), "Accounts, lead")
    claims.add("ARR", about: sum(tables.flatMap { $0.column(read["arr"]) ?? [] }), "Accounts, rows")
    claims.add("ARR", about: Self.exactly(revenue(of: rows)), "Accounts, rows by report.json")
    let marks = tables.flatMap { $0.column(read["score"]) ?? [] }.compactMap { $0.first("span") }
    for (band, letter) in Self.bands {
      claims.add("accounts \(band)", marks.count { $0.has(letter) }, "Accounts, rows")
    }
  }
}
