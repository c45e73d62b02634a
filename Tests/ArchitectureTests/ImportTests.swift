import Foundation
import Testing

/// Compares the imports of every source file with the arrows between the targets.
///
/// The package allows what a target depends on; this also restricts what the system offers to every target, such as
/// Foundation.
@Suite struct ImportTests {
  /// What the files of a folder may import.
  static let allowed: [String: Set<String>] = [
    "Sources/CADBC": [],
    "Sources/CExpat": [],
    "Sources/CLinux": [],
    "Sources/CRevision": [],
    // Glibc for sockets.
    "Sources/Loopback": ["CLinux", "Glibc"],
    "Sources/CMarkGFM": [],
    "Sources/CNLopt": [],
    "Sources/CSQLite": [],
    "Sources/CUTF8Proc": [],
    // Glibc to free what the library allocates.
    "Sources/Spelling": ["CUTF8Proc", "Glibc"],
    "Sources/CYAML": [],
    // Glibc to see what lies beside a database.
    "Sources/SQLite": ["CSQLite", "Glibc"],
    "Sources/YAML": ["CYAML"],
    "Sources/CNettle": [],
    "Sources/CXLSXWriter": [],
    "Sources/CZip": [],
    "Sources/CZlib": [],
    // Glibc to start the process that reads, and to talk to it.
    "Sources/Engines": ["CADBC", "Files", "Glibc"],
    "Sources/Files": ["CLinux", "CNettle", "Glibc", "Synchronization"],
    "Sources/Findings": [],
    "Sources/Health": [],
    "Sources/Presets": [],
    "Sources/Languages": ["Findings", "YAML"],
    "Sources/Templates": [],
    "templates": [],
    "Sources/Charts": ["Health"],
    // Glibc for exp and log.
    "Sources/Review": ["Findings", "Glibc", "Health"],
    // Glibc for exp and log.
    "Sources/Fitting": ["CNLopt", "Glibc"],
    "Sources/Tuning": ["Fitting", "Health", "Review"],
    "Sources/Markdown": ["CMarkGFM", "Synchronization", "Glibc", "Templates"],
    // FoundationEssentials for Base64 and the JSON of facts.
    "Sources/Customer": ["Files", "FoundationEssentials", "Markdown", "Templates"],
    // FoundationEssentials for the JSON of records, Glibc to put files in place.
    "Sources/Snapshot": [
      "Customer", "Files", "FoundationEssentials", "Glibc", "Health", "Languages", "Review", "Spelling", "Templates",
    ],
    // Glibc to compare names and to hand libzip an open file.
    "Sources/Workbooks": ["CExpat", "CZip", "Files", "Glibc"],
    "Sources/Sheets": ["CXLSXWriter", "Files", "Synchronization"],
    "Sources/Tables": ["CZlib", "Files", "Findings", "Glibc", "Health", "SQLite", "Workbooks"],
    // FoundationEssentials to read the manifest's JSON, Synchronization to hold the site against other tasks.
    "Sources/Publishing": ["Files", "FoundationEssentials", "Glibc", "Synchronization"],
    // FoundationEssentials to read the JSON of edition.json.
    "Sources/Archive": ["CZip", "Files", "FoundationEssentials", "Glibc", "Publishing"],
    // Glibc to add rows under a lock, Synchronization for what functions of a query meet.
    "Sources/Portfolio": [
      "Customer", "Engines", "Files", "Findings", "FoundationEssentials", "Glibc", "Health", "Languages", "Presets",
      "Review", "Spelling", "Synchronization", "Tables", "YAML",
    ],
    // FoundationEssentials for the JSON of models, Glibc to see whether there is a ledger.
    "Sources/Ledger": ["Files", "FoundationEssentials", "Glibc", "Health", "Review", "SQLite"],
    "Sources/Site": [
      "Charts", "Customer", "Files", "Findings", "Health", "Languages", "Markdown", "Publishing", "Review", "Sheets",
      "Templates",
    ],
    // Foundation to look at folders and to run the engine that renders PDFs.
    "Sources/Pipeline": [
      "Archive", "BuiltInTemplates", "CRevision", "Customer", "Engines", "Files", "Findings", "FoundationEssentials",
      "Glibc", "Health", "Languages", "Ledger", "Loopback", "Portfolio", "Publishing", "Review", "Site", "Snapshot",
      "Spelling",
      "Synchronization", "Templates", "Tuning",
    ],
    // Apart from the library, only the values that commands take and print: a snapshot's reader, findings, days and
    // scores, the settings, reviews and backtests, fits. Foundation for the clock and the standard streams,
    // Synchronization for what a run says.
    "Sources/vigie": [
      "ArgumentParser", "Customer", "Engines", "Files", "Findings", "FoundationEssentials", "Glibc", "Health",
      "Pipeline", "Portfolio", "Review", "Synchronization", "Tuning",
    ],
    "Sources/SeededRandom": [],
    "Sources/docs-site": ["BuiltInTemplates", "Foundation", "Markdown", "Publishing", "Templates"],
    "Sources/example-exports": ["CXLSXWriter", "CZlib", "Foundation", "SeededRandom"],
    "Sources/example-portfolio": ["Foundation", "SeededRandom"],
    "Sources/example-site": ["Foundation", "Health", "Pipeline"],
    "Sources/vigie-scores": ["BuiltInTemplates", "Glibc", "Health", "Languages", "Portfolio"],
    // The floor that rendering is compared with is libcmark-gfm itself.
    "Sources/vigie-bench": [
      "ArgumentParser", "CMarkGFM", "Files", "Foundation", "Glibc", "Health", "Languages", "Ledger", "Pipeline",
      "Portfolio", "Publishing", "Review", "SQLite", "SeededRandom", "Site", "Templates",
    ],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what its place in the architecture allows`(folder: String) throws {
    let allowed = try #require(Self.allowed[folder])
    for file in try SourceFile.all(in: folder) {
      let excess = file.imports.subtracting(allowed)
      #expect(excess.isEmpty, "\(file.path) imports \(excess.sorted().joined(separator: ", "))")
    }
  }

  @Test func `every target has a place in the architecture`() throws {
    let sources = SourceFile.repository.appending(path: "Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(folders.map { "Sources/\($0)" } + ["templates"]) == Set(Self.allowed.keys))
  }

  @Test func `the architecture page says what every target imports`() throws {
    let page = try String(contentsOf: SourceFile.repository.appending(path: "docs/architecture.md"), encoding: .utf8)
    let targets = Set(
      Self.allowed.keys.map { $0 == "templates" ? "BuiltInTemplates" : String($0.dropFirst("Sources/".count)) })
    for folder in Self.allowed.keys {
      let target = folder == "templates" ? "BuiltInTemplates" : String(folder.dropFirst("Sources/".count))
      let imported = (Self.allowed[folder] ?? []).intersection(targets).sorted().joined(separator: ", ")
      let row = page.split(separator: "\n").first { $0.contains("| `\(target)` |") }
      if let row {
        #expect(row.hasSuffix("| \(imported.isEmpty ? "–" : imported) |"), "\(target): \(imported)")
      } else {
        #expect(target.hasPrefix("C") && page.contains("`\(target)`"), "\(target) has no row")
      }
    }
  }

  @Test func `the judgement of people is out of reach for scoring`() throws {
    let scoring = try SourceFile.all(in: "Sources/Health")
    #expect(scoring.count > 10)
    for file in scoring { #expect(file.imports.isEmpty, "\(file.path) imports something") }
  }

  @Test(arguments: [
    ("import Health", ["Health"]), ("public import Health", ["Health"]), ("@testable import Site", ["Site"]),
    ("@preconcurrency public import GRDB", ["GRDB"]), ("import struct Foundation.Date", ["Foundation"]),
    ("  import Glibc // for write", ["Glibc"]), ("#if canImport(Darwin)\nimport Darwin\n#endif", ["Darwin"]),
    ("import Yams; import Crypto", ["Yams", "Crypto"]), ("// import Nothing", []), ("let important = 1", []),
  ])
  func `an import is found however it is written`(text: String, expected: [String]) {
    #expect(SourceFile.imports(in: text) == Set(expected))
  }
}
