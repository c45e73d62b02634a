import Foundation
import FoundationXML
import Health
import HostileFixture
import Testing

@testable import Site

/// The edition for mail, chat and feed readers.
@Suite struct DigestTests {
  private func files(_ texts: [String]) async throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-digest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try HostilePortfolio(texts: texts).write(to: folder)
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    return try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
  }

  @Test func `the digest of the example leads with the headline and names what is wanted, fell and was lost`() throws {
    let text = try String(contentsOf: ExampleSite.repository.appending(path: "site/digest.txt"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 20)
    #expect(lines.first?.hasSuffix("(published)") ?? false)
    #expect(lines.first?.hasPrefix("INTERNAL · ") ?? false)
    #expect(lines.dropFirst().first?.hasPrefix("Worse since 9") ?? false)
    // One line says whether the score behind all of it can be trusted.
    #expect(
      lines.count {
        $0.hasPrefix("The score does no better than chance. 8 of 14 lost accounts were green")
      }
        == 1)
    #expect(lines.contains("Decisions due:") && lines.contains("Lost since the last edition:"))
    #expect(text.contains("Gustavsholm Frakt AB"))
    // More decisions are wanted than fit: three are named, and the rest are counted.
    let wanted = lines.drop { $0 != "Decisions due:" }.dropFirst().prefix { $0.hasPrefix("- ") }
    #expect(wanted.count == 4)
    #expect(wanted.last?.wholeMatch(of: /- and \d+ more/) != nil, "\(wanted)")
  }

  @Test func `a line of the digest is short, and calls nobody in a chat`() {
    let mail = Array(repeating: "forwarded", count: 200).joined(separator: " ")
    let line = plainLine("- Halden Freight, €72k: " + mail)
    #expect(line.count <= 200 && line.hasSuffix(" forwarded…") && line.hasPrefix("- Halden Freight, €72k: forwarded"))
    #expect(plainLine(String(repeating: "x", count: 500)).count == 200)
    #expect(
      plainLine("<!channel> see <https://example.org|the invoice> of R&D, @all\nand more")
        == "＜!channel＞ see ＜https://example.org|the invoice＞ of R＆D, ＠all and more")
    #expect(plainLine("As it is, €1.") == "As it is, €1.")
    // A character of many scalars counts once for readers and is never taken apart.
    #expect(plainLine(String(repeating: "👩‍👩‍👧‍👦", count: 300)).hasSuffix("👩‍👩‍👧‍👦…"))
  }

  @Test func `hostile text makes no line of the digest and no element of the feed`() async throws {
    let texts = HostileTexts.distinct(HostileTexts.own)
    let files = try await files(texts)
    let digest = try #require(files["digest.txt"])
    #expect(digest.count { $0 == 0x0A } <= 20)
    let feed = try #require(files["feed.xml"])
    let reader = FeedReader()
    let parser = XMLParser(data: Data(feed))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements == ["feed", "id", "title", "author", "name", "updated"])
  }
}

private final class FeedReader: NSObject, XMLParserDelegate {
  var elements: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(name)
  }
}
