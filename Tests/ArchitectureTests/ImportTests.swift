import Foundation
import Testing

/// Holds the imports of every source file to the arrows between the targets.
///
/// The package allows what a target depends on; this adds what the system offers to every target, such as Foundation.
@Suite struct ImportTests {
  /// What the files of a folder may import.
  static let allowed: [String: Set<String>] = [
    "Sources/CLinux": [],
    "Sources/CMarkGFM": [],
    "Sources/CNLopt": [],
    "Sources/CNettle": [],
    "Sources/CZip": [],
    "Sources/Findings": [],
    "Sources/Health": [],
    "Sources/Languages": ["Findings", "Yams"],
    "Sources/Templates": [],
    "templates": [],
    "Sources/Charts": ["Health"],
    "Sources/Review": ["Findings", "Health"],
    // Glibc for exp and log.
    "Sources/Fitting": ["CNLopt", "Glibc"],
    "Sources/Tuning": ["Fitting", "Health", "Review"],
    "Sources/Markdown": ["CMarkGFM", "Glibc"],
    // FoundationEssentials for Base64 and the JSON of facts.
    "Sources/Customer": ["FoundationEssentials", "Markdown", "Publishing", "Templates"],
    // Foundation to bring texts into one spelling before they are compared, Glibc to put files in place.
    "Sources/Snapshot": [
      "Customer", "Foundation", "Glibc", "Health", "Languages", "Publishing", "Review", "Templates",
    ],
    "Sources/Tables": ["Findings", "GRDB", "Glibc", "Health"],
    // FoundationEssentials to read the manifest's JSON, Synchronization to hold the site against other tasks.
    "Sources/Publishing": ["CLinux", "CNettle", "FoundationEssentials", "Glibc", "Synchronization"],
    // FoundationEssentials to read the JSON of edition.json.
    "Sources/Archive": ["CZip", "FoundationEssentials", "Glibc", "Publishing"],
    // Glibc to add rows under a lock.
    "Sources/Portfolio": [
      "Customer", "Findings", "Foundation", "Glibc", "Health", "Languages", "Review", "Tables", "Yams",
    ],
    // Foundation for the JSON of models, Glibc to see whether there is a ledger.
    "Sources/Ledger": ["Foundation", "GRDB", "Glibc", "Health", "Review"],
    "Sources/Site": [
      "Charts", "Customer", "Findings", "Health", "Languages", "Markdown", "Publishing", "Review", "Templates",
    ],
    "Sources/vigie": [
      "Archive", "ArgumentParser", "BuiltInTemplates", "Customer", "Findings", "Foundation", "Glibc", "Health",
      "Languages", "Ledger", "Portfolio", "Publishing", "Review", "Site", "Snapshot", "Templates", "Tuning",
    ],
    "Sources/SeededRandom": [],
    "Sources/example-portfolio": ["Foundation", "SeededRandom"],
    // The floor that rendering is measured against is libcmark-gfm itself.
    "Sources/vigie-bench": [
      "ArgumentParser", "BuiltInTemplates", "CMarkGFM", "Foundation", "GRDB", "Glibc", "Health", "Languages", "Ledger",
      "Markdown", "Portfolio", "Publishing", "Review", "SeededRandom", "Site", "Templates",
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
