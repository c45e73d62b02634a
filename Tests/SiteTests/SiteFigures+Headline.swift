import Foundation
import Review

/// The five figures of the front page, and what else is told of them.
extension SiteFigures {
  /// The row of this edition in the archive; nil before it is published.
  private var ownEdition: [PageElement]? {
    guard let row = self["archive.html"]?.section("editions")?.tables.first?.rows.first,
      let edition = report["edition"] as? String
    else { return nil }
    return row.first?.text.contains(edition) ?? false ? row : nil
  }

  private func ownEdition(_ head: String) -> String? {
    guard let heads = self["archive.html"]?.section("editions")?.tables.first?.heads, let row = ownEdition,
      let column = heads.firstIndex(of: read[head] ?? "")
    else { return nil }
    return row[column].text
  }

  mutating func takeHeadlineFigures() {
    guard let index = self["index.html"] else { return }
    for (band, _) in Self.bands { claims.add("accounts \(band)", read.count(ownEdition(band)), "Archive") }
    claims.add("accounts", read.count(ownEdition("accounts")), "Archive")
    claims.add("ARR at risk", about: read.amount(ownEdition("arr_at_risk")), "Archive")
    claims.add("open divergences", read.count(ownEdition("divergences")), "Archive")
    let weeks = index.section("figures")?.tables.first
    for part in index.section("figures")?.first("dl")?.children ?? [] {
      let (value, rest) = (part.all("dd").first, part.all("dd").dropFirst().map(\.text))
      guard let value, let target = value.target, let what = rest.first else { continue }
      let latest = weeks?.column(part.first("dt")?.text(without: "a"))?.first?.text
      switch target {
      case "figures/arr-at-risk.html":
        takeAmount("at risk", value.text, latest, read.count(of: "at_risk_what", in: what), target)
        takeAttention()
      case "figures/renewals-not-agreed.html":
        let counts = read.places(of: "renewals_what", in: what)
        takeAmount("renewing not green", value.text, latest, read.count(counts?["not_agreed"]), target)
        let counted = sheets("figures/renewals-not-agreed").flatMap { $0.section("all")?.tables.first?.rows ?? [] }
        let listed = Set(listed(on: "renewals").compactMap { $0.first?.target })
        let unlisted = counted.count { !listed.contains($0.first?.target ?? "") }
        claims.add("renewals on no list", unlisted, "figure and list")
        claims.add("renewals on no list", read.count(of: "renewals_not_listed", in: what) ?? 0, "This week")
        let people = self["csms/index.html"]?.tables.first?.column(read["renewals_in_90_days"])
        if let soon = read.count(counts?["n"]), let people, read.count(of: "renewals_lapsed", in: what) == nil {
          claims.add("renewals in 90 days", soon, "This week")
          claims.add("renewals in 90 days", people.compactMap { read.count($0.text) }.reduce(0, +), "CSMs")
        }
      case "figures/open-divergences.html":
        let counts = read.places(of: "divergences_what", in: what)
        takeCount("open divergences", value.text, latest, counts?["arr"], target)
        claims.add("open divergences overdue", read.count(counts?["overdue"]), "This week")
      case "figures/flags-due.html":
        takeCount("flags due", value.text, latest, nil, target)
        claims.add("flags late", read.count(read.places(of: "overdue_what", in: what)?["late"]), "This week")
      default: continue
      }
    }
  }

  private mutating func takeAmount(_ figure: String, _ value: String, _ latest: String?, _ count: Int?, _ page: String)
  {
    claims.add("ARR \(figure)", about: read.amount(value), "This week")
    claims.add("ARR \(figure)", about: read.amount(latest), "This week, table")
    claims.add("accounts \(figure)", count, "This week")
    takePage(of: figure, page)
  }

  private mutating func takeCount(_ figure: String, _ value: String, _ latest: String?, _ arr: String?, _ page: String)
  {
    claims.add(figure, read.count(value), "This week")
    claims.add(figure, read.count(latest), "This week, table")
    claims.add("ARR \(figure)", about: read.amount(arr), "This week")
    let rows = takePage(of: figure, page)
    if read.count(value) != nil { claims.add(figure, rows, page) }
  }

  /// What the page of a figure's accounts says of them in its heading, in its sum and in its rows.
  @discardableResult
  private mutating func takePage(of figure: String, _ path: String) -> Int {
    let sheets = sheets(String(path.dropLast(".html".count)))
    let tables = sheets.compactMap { $0.section("all")?.tables.first }
    let rows = tables.flatMap(\.rows)
    // The name of a figure may hold a number itself.
    let name = sheets.first?.first("h1")?.text.components(separatedBy: read["colon"] ?? ":").last ?? ""
    let told = [name] + (tables.last?.sums.map { $0.prefix(2).map(\.text).joined(separator: " ") } ?? [])
    for (text, place) in zip(told, ["\(path), heading", "\(path), sum"]) {
      let numbers = read.numbers(in: text)
      claims.add("accounts \(figure)", numbers.first.map { Int($0.value) }, place)
      claims.add("ARR \(figure)", about: numbers.dropFirst().first?.amount, place)
    }
    claims.add("accounts \(figure)", rows.count, "\(path), rows")
    if !rows.isEmpty { claims.add("ARR \(figure)", about: Self.exactly(revenue(of: rows)), "\(path), rows") }
    return rows.count
  }

  private mutating func takeAttention() {
    if let risk = portfolio["arr_at_risk"] as? [String: Any], let arr = risk["arr"] as? Double {
      claims.add("ARR at risk", about: Self.exactly(arr), "report.json")
    }
    guard let page = self["attention.html"], let lead = page.first("main")?.children.first(where: { $0.name == "p" })
    else { return }
    let places = read.places(of: "exposure_and_risk", in: lead.text)
    claims.add("ARR at risk", about: read.amount(places?["arr"]), "Attention")
    claims.add("accounts at risk", read.count(places?["n"]), "Attention")
    let pointed = report["accounts"] as? [[String: Any]] ?? []
    let exposures = pointed.compactMap { ($0["points"] as? Int ?? 0) > 0 ? $0["exposure"] as? Double ?? 0 : nil }
    let attention = read.places(of: "attention_lead", in: lead.text)
    claims.add("accounts with risk points", read.count(attention?["n"]), "Attention")
    claims.add("accounts with risk points", exposures.count, "report.json")
    claims.add("exposure", about: read.amount(attention?["exposure"]), "Attention")
    claims.add("exposure", about: Self.exactly(exposures.reduce(0, +)), "report.json")
  }

  // MARK: Retention

  mutating func takeRetention() {
    let index = self["index.html"]
    let part = index?.section("figures")?.first("dl")?.children.first
    let retention = portfolio["retention"] as? [String: Any] ?? [:]
    let page = self["retention.html"]
    let trend = page?.section("trend")?.tables.first?.rows.first
    let weeks = index?.section("figures")?.tables.first
    let headline = read.places(of: "retention_headline", in: page?.first("h1")?.text ?? "")
    let digest = text(of: "digest.txt").split(separator: "\n").compactMap {
      read.places(of: "net_and_gross_line", in: String($0))
    }.first
    let edition = ownEdition("net_and_gross").map(read.numbers)
    for (row, (figure, key)) in [("net", "nrr"), ("gross", "grr")].enumerated() {
      let values = part?.all("dd").first?.all("span") ?? []
      // While accounts are gone without a word the pages tell a range, of which the report has one end.
      let value = values.count == 2 ? read.numbers(in: values[row].text) : []
      guard value.count == 1 else { continue }
      let figure = "retention \(figure)"
      claims.add(figure, about: value[0].range, "This week")
      claims.add(
        figure, about: weeks.flatMap { read.numbers(in: $0.rows[0][row + 1].text).first?.range }, "This week, table")
      if let headline { claims.add(figure, about: share(headline[row == 0 ? "net" : "gross"]), "Retention") }
      if let digest { claims.add(figure, about: share(digest[row == 0 ? "net" : "gross"]), "digest") }
      if let share = retention[key] as? Double { claims.add(figure, about: Self.exactly(100 * share), "report.json") }
      claims.add(figure, about: trend.flatMap { share($0[row == 0 ? 1 : 3].text) }, "Retention, line")
      if let edition, edition.count == 2 { claims.add(figure, about: edition[row].range, "Archive") }
    }
    let (cohort, what) = ("accounts of a year ago", part?.all("dd").dropFirst().first?.text ?? "")
    claims.add(
      cohort, read.count(of: "retention_what", in: what) ?? read.count(of: "retention_what_unconfirmed", in: what),
      "This week")
    claims.add(cohort, retention["cohort_accounts"] as? Int, "report.json")
    let lead = page?.first("main")?.children.first {
      $0.name == "p" && read.places(of: "retention_lead", in: $0.text) != nil
    }
    claims.add(cohort, lead.flatMap { read.count(of: "retention_lead", in: $0.text) }, "Retention")
    let segments = page?.section("cohorts")?.tables ?? []
    let cells = segments.flatMap { table in table.column(read["cohort"]) ?? [] }
    if !segments.isEmpty {
      claims.add(cohort, cells.compactMap { read.count($0.text) }.reduce(0, +), "Retention, segments")
    }
    if let bridge = page?.section("yearbridge")?.tables.first, let first = bridge.rows.first,
      let last = bridge.rows.last
    {
      claims.add(isPlain ? "accounts" : "customers", read.count(last[1].text), "Retention, waterfall")
      claims.add(isPlain ? "ARR" : "revenue", about: read.amount(last[2].text), "Retention, waterfall")
      let counts = page?.section("yearbridge")?.all("p").compactMap {
        read.places(of: "customers_then_now", in: $0.text)
      }
      claims.add(
        isPlain ? "accounts" : "customers", read.count(counts?.first?["now"]), "Retention, below the waterfall")
      claims.add("accounts a year ago", read.count(counts?.first?["n"]), "Retention, below the waterfall")
      claims.add("accounts a year ago", read.count(first[1].text), "Retention, waterfall")
      takeSteps(page?.section("yearsteps"), bridge)
    }
    let quarters = page?.section("upcoming")?.tables.first?.rows ?? []
    claims.add("accounts", quarters.compactMap { read.count($0[2].text) }.reduce(0, +), "Retention, renewals")
    let rows = folder("renewals").flatMap { $0.page.all("section").flatMap(\.tables).flatMap(\.rows) }
    if !quarters.isEmpty { claims.add("accounts", rows.count, "renewals/*.html") }
    claims.add("ARR", about: Self.exactly(revenue(of: rows)), "renewals/*.html")
  }

  private func share(_ text: String?) -> ClosedRange<Double>? {
    text.flatMap { read.numbers(in: $0) }.flatMap { $0.count == 1 ? $0[0].range : nil }
  }

  /// Each kind of step of a waterfall has as many accounts below it as it says.
  private mutating func takeSteps(_ section: PageElement?, _ bridge: PageTable) {
    guard let section else { return }
    let steps = section.tables.flatMap(\.rows)
    for (number, row) in bridge.rows.dropFirst().dropLast().enumerated() {
      let kind = row[0].text
      claims.add("waterfall, step \(number)", read.count(row[1].text), "Retention, waterfall")
      claims.add("waterfall, step \(number)", steps.count { $0[1].text == kind }, "Retention, steps")
    }
  }
}
