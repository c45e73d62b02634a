import Foundation
import Health
import Pipeline
import Publishing
import Testing

@testable import Oracle
@testable import Site

/// What is marked private stays on the account's own page.
@Suite struct PrivateRemarkTests {
  /// More seeds on demand: `PRIVATE_SEEDS=1000 ./dev test --filter PrivateRemarkTests`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["PRIVATE_SEEDS"].flatMap(UInt64.init) ?? 5)
  private static let columns: Set<String> = ["reason", "note", "next_step", "evidence"]

  @Test func `no private word of random portfolios leaves the page of its account`() async throws {
    var stopped: [UInt64] = []
    var found = (ownPages: 0, shared: 0, handedOn: 0, mail: 0)
    for seed in Self.seeds {
      let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-private-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let random = RandomPortfolio(seed: seed)
      try random.write(to: folder)
      for table in ["sentiment", "risks", "outcomes", "reviews", "touchpoints"] {
        let file = folder.appending(path: "data/\(table).csv")
        guard let bytes = try? Data(contentsOf: file) else { continue }
        try Data(Self.marked(Array(bytes), table, seed: Int(seed)).utf8).write(to: file)
      }
      let settings = folder.appending(path: "vigie.yml")
      try Data(("private_mark: \"(p)\"\n" + String(contentsOf: settings, encoding: .utf8)).utf8).write(to: settings)
      let asOf = try #require(Messages.day(random.asOf))
      let site: Site
      do {
        site = try await ExampleSite.site(of: folder, asOf: asOf, version: "test")
      } catch is Refusal {
        // A day drawn to be wrong can fit another order of day and month with all others, which stops a build.
        stopped.append(seed)
        continue
      }
      let files = Dictionary(
        uniqueKeysWithValues: (try site.files() + site.pages.map(site.html(of:))).map { ($0.path, $0.bytes) })
      let handedOn = site.withoutPrivateWords
      for page in handedOn.pages {
        let text = String(decoding: handedOn.html(of: page).bytes, as: UTF8.self)
        #expect(!text.contains("secretword"), "seed \(seed): \(page.path), handed on")
        found.handedOn += Self.isOwn(page.path) && text.contains("openword") ? 1 : 0
      }
      for (path, bytes) in files {
        let text = String(decoding: bytes, as: UTF8.self)
        if Self.isOwn(path) {
          found.ownPages += text.contains("secretword") ? 1 : 0
        } else {
          #expect(!text.contains("secretword"), "seed \(seed): \(path)")
          found.shared += text.contains("openword") ? 1 : 0
        }
      }
      for digest in try ReaderDigest.digests(of: files["digest.json"] ?? []) {
        for reasons in Remark.Messages.allCases {
          for file in try Messages.all(of: digest, reasons: reasons, language: digest.edition.language) {
            let text = Messages.text(of: file)
            #expect(!text.contains("secretword"), "seed \(seed): \(file.path)")
            let mayHold = reasons == .all || reasons == .mail && file.path.hasSuffix(".eml")
            if file.path.hasSuffix(".ics") || !mayHold {
              #expect(!text.contains("openword"), "seed \(seed): \(file.path) with \(reasons)")
            } else {
              found.mail += text.contains("openword") ? 1 : 0
            }
          }
        }
      }
    }
    #expect(stopped.count * 100 <= Self.seeds.count, "seeds \(stopped)")
    // Where nothing private was on any page, nothing was tried.
    #expect(
      found.ownPages > Self.seeds.count && found.shared > Self.seeds.count && found.handedOn > Self.seeds.count
        && found.mail > 0, "\(found)")
  }

  /// Whether a page is an account's own.
  private static func isOwn(_ path: String) -> Bool {
    path.hasPrefix("accounts/") && !path.hasPrefix("accounts/index") || path.hasPrefix("losses/")
  }

  @Test func `a remark tells its words to the readers that may have them, and printed by itself none that are private`()
  {
    let open = Remark("said openly")
    let secret = Remark("said off the record", isPrivate: true)
    #expect(open.words(for: .everyone) == "said openly" && open.words(for: .chat) == nil)
    #expect(secret.words(for: .accountPage) == "said off the record" && secret.words(for: .everyone) == nil)
    var dumped = ""
    dump([secret], to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(Optional(secret) as Any) \(dumped)".contains("record"))
    #expect("\(open)" == "said openly")
  }

  /// A table whose texts are made-up words, half of them private: by the column, by the mark, or because nobody can read
  /// what the column says.
  private static func marked(_ bytes: [UInt8], _ table: String, seed: Int) -> String {
    let records = csvRecords(bytes)
    guard let header = records.first?.cells else { return "" }
    let names = header.map { $0.unicodeScalars.filter(\.isASCII).map { String($0) }.joined().lowercased() }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    var lines = [header + ["private"]]
    for (row, record) in records.dropFirst().enumerated() where record.cells.count == header.count {
      let way = (row + seed) % 6
      let cells = zip(names, record.cells).map { name, cell in
        guard columns.contains(name) else { return cell }
        let word = way < 3 ? "secretword" : "openword"
        return "\(way == 1 ? "(p) " : "")They \(word) of \(table) \(row % 10)."
      }
      lines.append(cells + [way == 0 ? "yes" : way == 2 ? "perhaps" : way == 3 ? "no" : ""])
    }
    return lines.map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n" }.joined()
  }
}
