import Foundation
import Review

/// Lists, the decisions that they ask for, and who owes them.
extension SiteFigures {
  /// The rows of a list, those that wait first.
  func listed(on list: String) -> [[PageElement]] { waiting(on: list) + rows(of: list, "settled") }

  private func waiting(on list: String) -> [[PageElement]] { rows(of: list, "open") }

  private func rows(of list: String, _ section: String) -> [[PageElement]] {
    sheets("lists/\(list)").flatMap { $0.section(section)?.tables.first?.rows ?? [] }
  }

  /// The day of a cell, and whether it is marked as late.
  private func due(_ cell: PageElement) -> (day: String, isLate: Bool) {
    let mark = cell.all("span").first { $0.has("due") }
    return (mark?.text ?? cell.text(without: "small"), mark != nil)
  }

  private mutating func takeDue(_ account: String?, _ cell: PageElement, _ place: String) {
    guard let account else { return }
    let (day, isLate) = due(cell)
    claims.add("due day of \(account)", text: day, place)
    claims.add("lateness of \(account)", text: isLate ? "late" : "not late", place)
  }

  private var rowsOfDigest: Int {
    let lines = text(of: "digest.txt").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let title = (read["digest_decisions"] ?? "") + (read["colon"] ?? "")
    let named = lines.drop { $0 != title }.dropFirst().prefix { $0.hasPrefix("- ") }
    guard let last = named.last, let more = read.count(of: "digest_more", in: last), last.count < 40 else {
      return named.count
    }
    return named.count - 1 + more
  }

  mutating func takeDecisions() {
    guard let index = self["index.html"] else { return }
    let (owed, late) = ("decisions due", "decisions late")
    let brief = index.section("brief")?.all("li").compactMap { read.places(of: "decisions_waiting", in: $0.text) }.first
    claims.add(owed, brief == nil ? 0 : read.count(brief?["n"]), "This week")
    claims.add(late, brief == nil ? 0 : read.count(brief?["late"]), "This week")
    let section = index.section("decisions")
    let table = section?.tables.first
    let more = section?.all("p").compactMap { read.count(of: "more_decisions", in: $0.text) }.first ?? 0
    claims.add(owed, (table?.rows.count ?? 0) + more, "This week, decisions")
    for row in table?.rows ?? [] { takeDue(row[0].target, row[row.count - 1], "This week") }
    claims.add(owed, rowsOfDigest, "digest")
    // Every list but that of flags asks for a decision; an account is owed one decision, on however many lists it waits.
    let lists = ListID.allCases.filter { $0 != .sentimentOverdue }.map(\.rawValue)
    var (accounts, lateAccounts): (Set<String>, Set<String>) = ([], [])
    for list in lists {
      for row in waiting(on: list) {
        guard let account = row[0].target, let cells = sheets("lists/\(list)").first?.section("open")?.tables.first,
          let column = cells.heads.firstIndex(of: read["decision_due"] ?? "")
        else { continue }
        takeDue(account, row[column], "lists/\(list).html")
        accounts.insert(account)
        if due(row[column]).isLate { lateAccounts.insert(account) }
      }
    }
    claims.add(owed, accounts.count, "lists")
    claims.add(late, lateAccounts.count, "lists")
    var (count, lateCount) = (0, 0)
    for (path, page) in folder("accounts") where self.accounts[path] != nil {
      for row in page.section("owed")?.tables.first?.rows ?? [] {
        guard let list = row[0].target, lists.contains(where: { list == "lists/\($0).html" }) else { continue }
        takeDue(path, row[1], path)
        count += 1
        lateCount += due(row[1]).isLate ? 1 : 0
      }
    }
    claims.add(owed, count, "accounts/*.html")
    claims.add(late, lateCount, "accounts/*.html")
  }

  mutating func takeLists() {
    let lists = report["lists"] as? [String: [[String: Any]]] ?? [:]
    let front = self["index.html"]?.section("reviews")?.tables.first?.rows ?? []
    let index = self["lists/index.html"]?.section("all")?.tables.first
    for list in ListID.allCases.map(\.rawValue) {
      let (path, all, open) = ("lists/\(list).html", listed(on: list), waiting(on: list))
      let count = "accounts on \(list)"
      claims.add(count, all.count, path)
      claims.add(count, lists[list]?.count, "report.json")
      let csv = text(of: "lists/\(list).csv").split(separator: "\r\n").filter { !$0.isEmpty }
      claims.add(count, max(0, csv.count - 1), "lists/\(list).csv")
      guard !all.isEmpty else { continue }
      let lead = self[path]?.first("main")?.all("p").map(\.text) ?? []
      let told = lead.compactMap { read.places(of: "list_lead", in: $0) }.first
      claims.add(count, read.count(told?["n"]), "\(path), lead")
      claims.add("ARR on \(list)", about: read.amount(told?["arr"]), "\(path), lead")
      claims.add("ARR on \(list)", about: Self.exactly(revenue(of: all)), "\(path), rows")
      for (row, place) in [(front, "This week"), (index?.rows ?? [], "Lists")].compactMap({ rows, place in
        rows.first { $0[0].target == path }.map { ($0, place) }
      }) {
        claims.add(count, read.count(row[1].text), place)
        if place == "Lists" { claims.add("ARR on \(list)", about: read.amount(row[2].text), place) }
        takeOwed(row[place == "Lists" ? 3 : 2].text, on: list, place)
      }
      if let owed = told?["owed"] { takeOwed(owed, on: list, "\(path), lead") }
      claims.add("open on \(list)", open.count, path)
      claims.add("ARR open on \(list)", about: Self.exactly(revenue(of: open)), path)
      let late = open.count { row in
        row.contains { $0.all("span").contains { $0.has("due") && $0 !== row[3].first("span") } }
      }
      claims.add("late on \(list)", late, path)
    }
    claims.add("flags due", listed(on: "sentiment-overdue").count, "lists/sentiment-overdue.html")
    takeSpotChecks()
  }

  private mutating func takeOwed(_ text: String, on list: String, _ place: String) {
    let open = read.places(of: list == "sentiment-overdue" ? "flags_to_renew" : "open_on_list", in: text)
    claims.add("open on \(list)", read.count(open?["n"]) ?? 0, place)
    if let arr = open?["arr"] { claims.add("ARR open on \(list)", about: read.amount(arr), place) }
    let late = read.count(of: list == "sentiment-overdue" ? "late_flags" : "overdue_on_list", in: text)
    claims.add("late on \(list)", late ?? 0, place)
    if list == "green-but-yellow" { claims.add("open divergences overdue", late ?? 0, place) }
    if list == "green-but-yellow" { claims.add("open divergences", read.count(open?["n"]) ?? 0, place) }
    if list == "sentiment-overdue" { claims.add("flags late", late ?? 0, place) }
  }

  private mutating func takeSpotChecks() {
    let front = self["index.html"]?.section("reviews")?.all("p").map(\.text) ?? []
    let list = self["lists/spot-check.html"]?.first("main")?.children.filter { $0.name == "p" }.map(\.text) ?? []
    let digest = text(of: "digest.txt").split(separator: "\n").map(String.init)
    for (texts, place) in [(front, "This week"), (list, "lists/spot-check.html"), (digest, "digest")] {
      guard let told = texts.compactMap({ read.places(of: "spot_checks_made", in: $0) }).first else { continue }
      claims.add("spot checks", read.count(told["n"]), place)
      for key in ["problems", "greens", "most"] { claims.add("spot checks, \(key)", text: told[key], place) }
    }
  }

  // MARK: People

  mutating func takePeople() {
    guard let table = self["csms/index.html"]?.section("all")?.tables.first else { return }
    func total(_ head: String) -> Int {
      (table.column(read[head]) ?? []).compactMap { read.count($0.text) }.reduce(0, +)
    }
    claims.add("accounts", total("accounts"), "CSMs")
    claims.add("ARR", about: sum(table.column(read["arr"]) ?? []), "CSMs")
    claims.add("decisions due", total("decisions_due"), "CSMs")
    claims.add("decisions late", total("overdue"), "CSMs")
    claims.add("flags due", total("flags_due"), "CSMs")
    for row in table.rows {
      guard let path = row[0].target, let page = self[path] else { continue }
      func add(_ figure: String, _ head: String, _ told: Int?, _ rows: Int) {
        let column = table.heads.firstIndex(of: read[head] ?? "") ?? 0
        claims.add("\(figure) of \(path)", read.count(row[column].text), "CSMs")
        claims.add("\(figure) of \(path)", told, "\(path), lead")
        claims.add("\(figure) of \(path)", rows, "\(path), rows")
      }
      let lead = page.first("main")?.children.first { $0.name == "p" }?.text ?? ""
      let told = read.places(of: "book_lead", in: lead) ?? [:]
      let sheets = sheets(String(path.dropLast(".html".count)))
      add(
        "accounts", "accounts", read.count(told["n"]),
        sheets.flatMap { $0.section("all")?.tables.first?.rows ?? [] }.count)
      add("decisions", "decisions_due", read.count(told["owed"]), rows(of: page.section("owed")))
      add("flags due", "flags_due", read.count(told["flags"]), rows(of: page.section("flagsdue")))
      let renewals = read.places(of: "renewals_due", in: told["renewals"] ?? "")
      add("renewals", "renewals_in_90_days", read.count(renewals?["n"]), rows(of: page.section("renewing")))
      let late = read.count(of: "due_and_late", in: told["owed"] ?? "") ?? 0
      claims.add("decisions late of \(path)", late, "\(path), lead")
      claims.add(
        "decisions late of \(path)", read.count(row[table.heads.firstIndex(of: read["overdue"] ?? "") ?? 0].text),
        "CSMs")
      for row in page.section("owed")?.tables.first?.rows ?? [] { takeDue(row[0].target, row[2], path) }
    }
  }

  /// The rows of a section's first table, and those that it says there are more of.
  private func rows(of section: PageElement?) -> Int {
    let more = section?.all("p").compactMap { read.count(of: "guard_more", in: $0.text) }.first ?? 0
    return (section?.tables.first?.rows.count ?? 0) + more
  }

  // MARK: Changes and losses

  mutating func takeChanges() {
    let losses = self["losses/index.html"]
    let lost = sheets("losses/index").flatMap { $0.section("all")?.tables.first?.rows ?? [] }
    let told = losses?.first("main")?.all("p").compactMap { read.places(of: "losses_lead", in: $0.text) }.first
    if let told {
      claims.add("losses of a year", read.count(told["n"]), "Losses, lead")
      claims.add("losses of a year", lost.count, "Losses, rows")
      let then = sheets("losses/index").flatMap { $0.section("all")?.tables.first?.column(read["arr_then"]) ?? [] }
      claims.add("ARR lost in a year", about: read.amount(told["arr"]), "Losses, lead")
      claims.add("ARR lost in a year", about: sum(then), "Losses, rows")
    }
    let called = self["index.html"]?.section("called")
    let moreLost = called?.all("p").compactMap { read.count(of: "more_accounts", in: $0.text) }.first ?? 0
    let recent = (called?.tables.first?.rows.count ?? 0) + moreLost
    guard let movement = self["changes.html"]?.section("movement")?.first("table") else { return }
    let rows = movement.all("tbody").flatMap(\.children).map { $0.all("td") }
    let gone = rows.dropLast().compactMap { $0.last.flatMap { read.count($0.text(without: "small")) } }.reduce(0, +)
    claims.add("lost since the last edition", recent, "This week, did we call it")
    claims.add("lost since the last edition", gone, "Changes, movement")
    let kind = read["bridge_churn"]
    let steps = self["retention.html"]?.section("bridged")?.tables.flatMap(\.rows) ?? []
    claims.add("lost since the last edition", steps.count { $0[1].text == kind }, "Retention, since the last edition")
    for (column, band) in Self.bands.enumerated() {
      let cells = rows.map { $0[column] }
      claims.add(
        "accounts \(band.name)", cells.compactMap { read.count($0.text(without: "small")) }.reduce(0, +),
        "Changes, movement")
    }
    takeLateData()
  }

  /// The part of late data in the mean is the mean of that part over all accounts.
  private mutating func takeLateData() {
    guard let lead = self["changes.html"]?.first("main")?.children.first(where: { $0.name == "p" })?.text,
      let places = read.places(of: "changes_lead", in: lead), let accounts = read.count(places["n"])
    else { return }
    let told = read.places(of: "from_late_data", in: places["parts"] ?? "").flatMap {
      read.numbers(in: $0["points"] ?? "").last
    }
    let cells = folder("changes").flatMap { $0.page.section("all")?.tables.first?.column(read["late_data"]) ?? [] }
    let moved = cells.compactMap { cell in
      read.numbers(in: cell.text).first.map { cell.text.hasPrefix("+") ? $0.value : -$0.value }
    }.reduce(0, +)
    let mean = abs(moved) / Double(max(accounts, 1))
    // Each of the parts was rounded to a tenth.
    claims.add("late data in the mean", about: mean - 0.05...mean + 0.05, "changes/*.html")
    claims.add(
      "late data in the mean", about: told.map { $0.value - 0.05...$0.value + 0.05 } ?? -0.05...0.05, "Changes")
  }
}
