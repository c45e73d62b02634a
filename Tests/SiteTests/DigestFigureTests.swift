import Foundation
import Health
import Oracle
import Publishing
import Review
import Testing

@testable import Site

/// Every figure of every digest and calendar is that of `report.json`.
@Suite struct DigestFigureTests {
  /// A report as its readers have it.
  private struct Report {
    let accounts: [[String: Any]]
    let lists: [String: [[String: Any]]]
    let asOf: Day
    let portfolio: [String: Any]

    init(_ bytes: [UInt8]) throws {
      let json = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      accounts = json["accounts"] as? [[String: Any]] ?? []
      lists = json["lists"] as? [String: [[String: Any]]] ?? [:]
      asOf = try #require((json["as_of"] as? String).flatMap { Day(iso: $0) })
      portfolio = json["portfolio"] as? [String: Any] ?? [:]
    }

    func of(_ csm: String?) -> [[String: Any]] {
      csm == nil ? accounts : accounts.filter { $0["csm"] as? String == csm }
    }

    /// Slugs stand for ids: two ids may differ in their normal form alone, which makes no difference to a set of texts.
    func ids(of csm: String?) -> Set<String> { Set(of(csm).compactMap { Self.key($0) }) }

    static func key(_ account: [String: Any]) -> String? { (account["id"] as? String).map { slug(of: $0) } }

    static func key(item: [String: Any]) -> String? { (item["account"] as? String).map { slug(of: $0) } }

    /// The accounts that wait for a decision on at least one list.
    func decisions(_ csm: String?) -> Set<String> {
      let lists = lists.filter { ListID(rawValue: $0.key)?.asksForDecision ?? false }
      let waiting = lists.flatMap(\.value).filter { ["open", "reopened"].contains($0["state"] as? String) }
      return Set(waiting.compactMap { Self.key(item: $0) }).intersection(ids(of: csm))
    }

    func flagsDue(_ csm: String?) -> Set<String> {
      Set(
        of(csm).filter { ($0["sentiment"] as? [String: Any])?["status"] as? String != "fresh" }
          .compactMap { Self.key($0) })
    }

    func flagDay(_ account: [String: Any]) -> Day? {
      ((account["sentiment"] as? [String: Any])?["date"] as? String).flatMap { Day(iso: $0) }
    }
  }

  private static func site(_ language: String) async throws -> [String: [UInt8]] {
    try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: Day(number: 20_773), version: "Vigie",
      language: language)
  }

  /// The ids of the accounts that the items of a kind are about.
  private func ids(_ digest: ReaderDigest, _ kind: ReaderDigest.Section.Kind, among report: Report) -> Set<String> {
    let known = report.ids(of: nil)
    let items = digest.sections.first { $0.kind == kind }?.items ?? []
    return Set(items.map { String($0.key.split(separator: ":")[1]) }.filter(known.contains))
  }

  private func check(_ files: [String: [UInt8]], language: String) throws {
    let report = try Report(files["report.json"] ?? [])
    let words = try ExampleSite.words(language)
    let formats = Formats(words, around: report.asOf)
    let digests = try ReaderDigest.digests(of: files["digest.json"] ?? [])
    #expect(digests.first?.csm == nil && digests.first?.reader == "leadership")
    #expect(Set(digests.compactMap(\.csm)) == Set(report.accounts.compactMap { $0["csm"] as? String }))
    for digest in digests {
      let csm = digest.csm
      #expect(ids(digest, .decisions, among: report) == report.decisions(csm), "\(digest.reader)")
      // Amounts are those of the accounts, in the format of the language.
      let bySlug = Dictionary(
        uniqueKeysWithValues: report.accounts.map { (slug(of: $0["id"] as? String ?? ""), $0) })
      for item in digest.items where !item.key.hasPrefix("lost:") {
        guard let account = bySlug[String(item.key.split(separator: ":")[1])] else { continue }
        let arr = (account["arr"] as? Double).map { formats.money($0, currency: "EUR") } ?? words(.arrUnknown)
        #expect(item.amount == arr, "\(digest.reader): \(item.key)")
      }
      if csm != nil {
        #expect(ids(digest, .flags, among: report) == report.flagsDue(csm), "\(digest.reader)")
        let counts = digest.figures.map(\.value)
        #expect(
          counts.prefix(3)
            == [
              formats.whole(report.of(csm).count), formats.whole(report.decisions(csm).count),
              formats.whole(report.flagsDue(csm).count),
            ], "\(digest.reader)")
      } else {
        let listed = Set((report.lists["renewals"] ?? []).compactMap { Report.key(item: $0) })
        #expect(ids(digest, .renewals, among: report) == listed)
        let due = words.count(.decisionsDue, report.decisions(nil).count)
        let flags = words.count(.flagsDue, report.flagsDue(nil).count)
        #expect(digest.subject.hasSuffix("\(due), \(flags)"))
        #expect(digest.figures.last?.value == formats.whole(report.lists["sentiment-overdue"]?.count ?? 0))
      }
      try check(calendar: digest, of: report)
    }
  }

  /// Each day of a calendar is that of the report, and none within a quarter is left out.
  private func check(calendar digest: ReaderDigest, of report: Report) throws {
    let last = report.asOf + Review.renewalDays
    var expected: Set<String> = []
    for account in report.of(digest.csm) {
      let id = slug(of: account["id"] as? String ?? "")
      if let day = report.flagDay(account) { expected.insert("flag-\(id) \(day + Sentiment.freshDays)") }
      guard let renews = (account["renews_on"] as? String).flatMap({ Day(iso: $0) }) else { continue }
      if renews >= report.asOf, renews <= last { expected.insert("renewal-\(id) \(renews)") }
    }
    let told = Set(digest.events.map { "\($0.key) \($0.day)" })
    #expect(expected.isSubset(of: told), "\(digest.reader): \(expected.subtracting(told).sorted())")
    let decided = digest.events.filter { $0.key.hasPrefix("decision-") }
    #expect(decided.count == report.decisions(digest.csm).count)
    #expect(Set(digest.events.map(\.key)).count == digest.events.count, "two events share an id")
    #expect(digest.events.allSatisfy { (Day(iso: $0.day) ?? last) <= last })
  }

  @Test(arguments: ["en", "fr"])
  func `every figure of every digest and calendar of the example is that of report.json`(language: String) async throws
  {
    try check(try await Self.site(language), language: language)
  }

  @Test(arguments: 0..<UInt64(4))
  func `every figure of the digests of random portfolios is that of report.json`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-digests-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let random = RandomPortfolio(seed: seed)
    try random.write(to: folder)
    let files = try await ExampleSite.files(
      of: folder, asOf: #require(Day(iso: random.asOf)), version: "test", language: "en")
    try check(files, language: "en")
  }

  @Test func `messages are small, and what was told before is a number`() async throws {
    let digests = try ReaderDigest.digests(of: try await Self.site("en")["digest.json"] ?? [])
    for digest in digests {
      for told in [Set(), Set(digest.items.map(\.token)), Set(digest.items.dropFirst().map(\.token))] {
        for file in try Messages.all(of: digest, told: told) {
          let text = Messages.text(of: file)
          #expect(!text.contains("<img") && !text.contains("<style") && !text.contains("<script"), "\(file.path)")
          if file.path.hasSuffix(".eml") { #expect(file.bytes.count < 100_000) }
          if file.path.hasSuffix(".teams.json") { #expect(file.bytes.count <= 28 * 1024) }
          guard !file.path.hasSuffix(".ics") else { continue }
          let named = digest.items.first.map { text.contains($0.name) } ?? true
          // The one item that is new is named, as are all of a reader who was told nothing.
          if told.count < digest.items.count { #expect(named, "\(file.path)") }
          if told.count == digest.items.count, let first = digest.sections.first {
            #expect(text.contains("\(first.items.count) told before and still open"), "\(file.path)")
          }
        }
      }
    }
  }

  @Test func `mail and messages of a book of any size keep their limits`() async throws {
    let digest = try #require(
      try ReaderDigest.digests(of: try await Self.site("en")["digest.json"] ?? []).first)
    let item = try #require(digest.items.first)
    let wide = ReaderDigest.Item(
      key: item.key, state: item.state, name: String(repeating: "Wide & Sons ", count: 40), link: item.link,
      amount: item.amount, due: item.due, facts: String(repeating: "word ", count: 400),
      said: String(repeating: "mot “é” ", count: 400))
    let sections = ReaderDigest.Section.Kind.allCases.map {
      ReaderDigest.Section(kind: $0, title: "T", link: "index.html", items: Array(repeating: wide, count: 3000))
    }
    let large = ReaderDigest(
      reader: digest.reader, edition: digest.edition, csm: nil, subject: digest.subject, link: digest.link,
      headline: digest.headline, notes: digest.notes, figures: digest.figures, sections: sections,
      closing: digest.closing, events: [])
    let files = try Messages.all(of: large, reasons: .all)
    #expect(
      files.map(\.path) == ["leadership.eml", "leadership.slack.json", "leadership.teams.json", "leadership.ics"])
    #expect(files[0].bytes.count < 100_000 && files[2].bytes.count <= 28 * 1024)
    let slack =
      try #require(
        JSONSerialization.jsonObject(with: Data(files[1].bytes)) as? [String: Any])["blocks"] as? [[String: Any]]
    #expect((slack?.count ?? 99) <= 50)
    for block in slack ?? [] { #expect(try JSONSerialization.data(withJSONObject: block).count < 9_000) }
  }

  @Test func `a header is ASCII in words of at most 75 characters, and a line of a mail has at most 76`() {
    #expect(encodedWords("Portfolio, 16 November 2026") == "Portfolio, 16 November 2026")
    let long = encodedWords(String(repeating: "Échéance 👩‍👩‍👧‍👦 ", count: 30))
    #expect(long.components(separatedBy: "\r\n ").allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?utf-8?B?") })
    let quoted = quotedPrintable("a=b é \n.dot\n" + String(repeating: "x", count: 200) + " ")
    #expect(quoted.hasPrefix("a=3Db =C3=A9=20\r\n=2Edot\r\n"))
    #expect(quoted.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(mailDate("2026-11-16") == "Mon, 16 Nov 2026 00:00:00 +0000")
  }
}
