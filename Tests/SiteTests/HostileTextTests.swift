import Foundation
import Health
import HostileFixture
import Site
import Testing

/// No text from data becomes markup, script or a path, and every text arrives as it is read.
@Suite struct HostileTextTests {
  /// More texts on demand: `VIGIE_CORPORA=folder ./dev test --filter HostileTextTests`.
  static func portfolios() throws -> [HostilePortfolio] {
    let texts = HostileTexts.distinct(HostileTexts.own + (try HostileTexts.corpora()))
    return HostilePortfolio.all(of: texts)
  }

  @Test func `hostile text changes no tag of any page and shows as itself`() async throws {
    let portfolios = try Self.portfolios()
    #expect(portfolios.count > 1)
    for portfolio in portfolios { try await compare(portfolio) }
  }

  @Test func `the report as data holds every text as it is read, byte for byte`() async throws {
    for portfolio in try Self.portfolios() {
      let report = try #require(try await site(of: portfolio)["report.json"])
      _ = try JSONSerialization.jsonObject(with: Data(report))
      let found = try jsonStrings(in: report)
      for text in portfolio.texts {
        let isFound = found.contains(Array(HostileTexts.read(text).utf8))
        #expect(isFound, "\(text.debugDescription) is missing")
      }
      for number in [0, 1, 4, 8, 10, 20, 22, 24] {
        // Segments and measures are named as the cells of tables are read.
        let text = [1, 10].contains(number) ? HostileTexts.read(portfolio.shared(number)) : portfolio.shared(number)
        let isFound = found.contains(Array(text.utf8))
        #expect(isFound, "\(number): \(text.debugDescription) is missing")
      }
    }
  }

  private func site(of portfolio: HostilePortfolio) async throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-hostile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try portfolio.write(to: folder)
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    return try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
  }

  private func compare(_ portfolio: HostilePortfolio) async throws {
    let harmless = portfolio.harmless
    let hostilePages = try await site(of: portfolio)
    let harmlessPages = try await site(of: harmless)
    // The name that a page of one has in the other.
    var names: [String: String] = [:]
    for (hostile, plain) in zip(portfolio.texts, harmless.texts) {
      names[slug(of: HostileTexts.read(hostile))] = slug(of: plain)
      names[slug(of: HostileTexts.read(HostilePortfolio.lost(hostile)))] = slug(of: HostilePortfolio.lost(plain))
    }
    for number in 1...HostilePortfolio.segments {
      names[slug(of: HostileTexts.read(portfolio.shared(number)))] = slug(of: harmless.shared(number))
    }
    let renamed = hostilePages.map { (rename($0.key, names), $0.value) }
    #expect(Set(renamed.map(\.0)) == Set(harmlessPages.keys))
    // Every text is on the page of a loss, and the backtest names some that it missed and some false alarms.
    #expect(hostilePages.keys.count { $0.hasPrefix("losses/") } > portfolio.texts.count)
    if portfolio.texts.count >= 9 {
      let backtest = try HTMLScan(try #require(hostilePages["backtest.html"])).tags
      #expect(backtest.contains { $0.attributes["href"]?.hasPrefix("losses/") ?? false })
      #expect(backtest.contains { $0.attributes["href"]?.hasPrefix("accounts/") ?? false })
    }
    for (path, html) in renamed where path.hasSuffix(".html") {
      expectNoScript(try HTMLScan(html).tags, path: path)
      let hostile = try HTMLScan(withoutQuotations(html))
      let plain = try HTMLScan(withoutQuotations(try #require(harmlessPages[path])))
      #expect(counts(hostile.tags, names) == counts(plain.tags, [:]), "\(path): other tags")
      let text = shown(hostile.text)
      let plainText = shown(plain.text)
      for (index, hostileText) in portfolio.texts.enumerated() {
        let wanted = occurrences(of: shown(harmless.texts[index].utf8), in: plainText)
        let needle = shown(HostileTexts.read(hostileText).utf8)
        guard wanted > 0, !needle.isEmpty else { continue }
        let found = occurrences(of: needle, in: text)
        #expect(found >= wanted, "\(path): \(hostileText.prefix(80).debugDescription) \(found) times, not \(wanted)")
      }
    }
  }

  /// A page without what was said, since which sentences are chosen depends on their words.
  private func withoutQuotations(_ html: [UInt8]) -> [UInt8] {
    let text = String(decoding: html, as: UTF8.self)
    guard let start = text.range(of: "<section id=\"saying\""),
      let end = text.range(of: "</section>", range: start.upperBound..<text.endIndex)
    else { return html }
    return Array(text[..<start.lowerBound].utf8) + Array(text[end.upperBound...].utf8)
  }

  /// The number of each tag with its attributes in a page; words in attributes count by their presence.
  private func counts(_ tags: [HTMLScan.Tag], _ names: [String: String]) -> [HTMLScan.Tag: Int] {
    var counts: [HTMLScan.Tag: Int] = [:]
    for tag in tags {
      var attributes = tag.attributes
      if attributes["aria-label"] != nil { attributes["aria-label"] = "words" }
      if let address = attributes["href"] { attributes["href"] = rename(address, names) }
      counts[HTMLScan.Tag(name: tag.name, attributes: attributes), default: 0] += 1
    }
    return counts
  }

  private func rename(_ path: String, _ names: [String: String]) -> String {
    guard path.hasSuffix(".html"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    let start = path.utf8.index(after: slash)
    let name = String(path[start...].dropLast(".html".utf8.count))
    return path[..<start] + (names[name] ?? name) + ".html"
  }

  private func expectNoScript(_ tags: [HTMLScan.Tag], path: String) {
    let root = String(repeating: "../", count: path.split(separator: "/").count - 1)
    for tag in tags {
      if tag.name == "script", tag.attributes["src"] == root + "vigie.js" { continue }
      #expect(!["script", "iframe", "object", "embed", "style", "img", "base", "form"].contains(tag.name), "\(path)")
      for (name, value) in tag.attributes {
        #expect(!name.hasPrefix("on") && name != "style", "\(path): \(name)")
        #expect(!value.lowercased().contains("javascript:") || name == "aria-label", "\(path): \(value)")
      }
    }
  }
}
