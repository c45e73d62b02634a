// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let starterFiles = [
  "vigie.yml", "data/accounts.csv", "data/measures.csv", "data/sentiment.csv", "data/touchpoints.csv",
  "data/notes/A-001.md", "data/plans.csv", "data/customer/A-001-customer.md",
]

// Each target's rule is its sentence; a test holds every file's imports to these arrows.
let package = Package(
  name: "vigie",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // libcmark-gfm made visible to Swift.
    .systemLibrary(
      name: "CMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // Markdown to HTML; the only pointers of that library.
    .target(
      name: "Markdown", dependencies: ["CMarkGFM"], swiftSettings: strict + [.strictMemorySafety()]),
    // What is wrong with an input, where, and what to write instead. Imports nothing.
    .target(name: "Findings", swiftSettings: strict),
    // What customer health is made of, and the arithmetic of scores. Imports nothing, not even Foundation.
    .target(name: "Health", swiftSettings: strict),
    // Numbers to inline SVG.
    .target(name: "Charts", dependencies: ["Health"], swiftSettings: strict),
    // Linux calls that the C library's Swift overlay does not show.
    .target(name: "CLinux"),
    // Nettle made visible to Swift.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // Puts a set of files in place of the last one, all or nothing; knows nothing of portfolios.
    .target(
      name: "Publishing",
      dependencies: ["CLinux", "CNettle"], swiftSettings: strict),
    // libzip made visible to Swift.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // One ZIP an edition, chained by digests, and the proof that none was touched; the only pointers of that library.
    .target(name: "Archive", dependencies: ["CZip", "Publishing"], swiftSettings: strict),
    // NLopt made visible to Swift.
    .systemLibrary(name: "CNLopt", providers: [.apt(["libnlopt-dev"])]),
    // Penalised logistic regression with weights that are never negative; the only pointers of that library.
    .target(name: "Fitting", dependencies: ["CNLopt"], swiftSettings: strict + [.strictMemorySafety()]),
    // Scores beside human judgement and outcomes: what deserves attention.
    .target(name: "Review", dependencies: ["Findings", "Health"], swiftSettings: strict),
    // What a customer may see, and the document made of it; no score and no judgement is within reach.
    .target(
      name: "Customer", dependencies: ["Markdown", "Publishing", "Templates"], swiftSettings: strict),
    // One file of an account that can be attached: what may go into it, and the proof that nothing else did.
    .target(
      name: "Snapshot", dependencies: ["Customer", "Health", "Publishing", "Review", "Templates"], swiftSettings: strict
    ),
    // What other weights the outcomes would ask for, and whether that is more than noise.
    .target(name: "Tuning", dependencies: ["Fitting", "Health", "Review"], swiftSettings: strict),
    // Rows of text cells from CSV files and SQLite queries; numbers and days in them; rows as a CSV file writes them.
    .target(
      name: "Tables",
      dependencies: ["Findings", "Health", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    // Reads the user's folder: settings, model and tables, with every fault in them; adds rows to its own tables.
    .target(
      name: "Portfolio",
      dependencies: ["Customer", "Findings", "Health", "Review", "Tables", "Yams"],
      resources: [.embedInCode("default-model.yml")],
      swiftSettings: strict),
    // The editions as they were published, in one SQLite file.
    .target(
      name: "Ledger", dependencies: ["Health", "Review", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    // Mustache templates that are checked against the views they show. Imports nothing.
    .target(name: "Templates", swiftSettings: strict),
    // The templates of this repository, embedded in the program.
    .target(
      name: "BuiltInTemplates",
      path: "templates",
      sources: ["BuiltInTemplates.swift"],
      swiftSettings: strict,
      plugins: ["EmbedTemplates"]),
    // Makes a Swift file of the files of a folder.
    .plugin(name: "EmbedTemplates", capability: .buildTool()),
    // Composes pages, renders them and hands them to Publishing.
    .target(
      name: "Site",
      dependencies: [
        "Charts", "Customer", "Findings", "Health", "Markdown", "Publishing", "Review", "Templates", "Yams",
      ],
      swiftSettings: strict),
    // The commands.
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Archive", "BuiltInTemplates", "Customer", "Findings", "Health", "Ledger", "Portfolio", "Publishing", "Review",
        "Site", "Snapshot", "Templates", "Tuning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: starterFiles.map { .embedInCode("starter/\($0)") },
      swiftSettings: strict),
    // Draws that are the same on every machine, for portfolios that are made up. Imports nothing.
    .target(name: "SeededRandom", swiftSettings: strict),
    // Writes the example portfolio from a seed.
    .executableTarget(name: "example-portfolio", dependencies: ["SeededRandom"], swiftSettings: strict),
    // Measures a portfolio of any size against the least that its pages could cost.
    .executableTarget(
      name: "vigie-bench",
      dependencies: [
        "BuiltInTemplates", "CMarkGFM", "Health", "Ledger", "Markdown", "Portfolio", "Publishing", "Review",
        "SeededRandom", "Site", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),

    .testTarget(name: "FindingsTests", dependencies: ["Findings"], swiftSettings: strict),
    // Facts about a few accounts, from which tests build evidence.
    .target(
      name: "EvidenceFixture", dependencies: ["Health"], path: "Tests/EvidenceFixture", swiftSettings: strict),
    .testTarget(
      name: "HealthTests", dependencies: ["EvidenceFixture", "Health", "SeededRandom"], swiftSettings: strict),
    .testTarget(
      name: "ReviewTests", dependencies: ["EvidenceFixture", "Findings", "Health", "Review", "SeededRandom"],
      swiftSettings: strict),
    .testTarget(name: "FittingTests", dependencies: ["Fitting", "SeededRandom"], swiftSettings: strict),
    .testTarget(
      name: "TuningTests", dependencies: ["EvidenceFixture", "Health", "Review", "SeededRandom", "Tuning"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "EvidenceFixture", "Health", "Ledger", "Review", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Findings", "Health", "SeededRandom", "Tables", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PortfolioTests",
      dependencies: [
        "Findings", "Health", "Portfolio", "Review", "Tables", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Templates"], swiftSettings: strict),
    .target(
      name: "Oracle", dependencies: ["SeededRandom", "Yams"], path: "Tests/Oracle",
      // It is naive on purpose, so that it needs an optimised build to be quick enough for many random portfolios.
      swiftSettings: strict + [.unsafeFlags(["-O"])]),
    .testTarget(name: "OracleTests", dependencies: ["Oracle"], swiftSettings: strict),
    .testTarget(
      name: "ReportTests",
      dependencies: ["BuiltInTemplates", "Health", "Ledger", "Oracle", "Portfolio", "Review", "Site"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "BuiltInTemplates", "Findings", "Health", "HostileFixture", "Portfolio", "Publishing", "Review", "Site",
        "Tables", "Templates",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SnapshotTests",
      dependencies: [
        "BuiltInTemplates", "Customer", "Health", "Portfolio", "Publishing", "Review", "SeededRandom", "Site",
        "Snapshot",
        "Templates",
      ],
      swiftSettings: strict),
    // Portfolios whose every text tries to become something else.
    .target(name: "HostileFixture", path: "Tests/HostileFixture", swiftSettings: strict),
    // Writes them out, for the browser test; never shipped.
    .executableTarget(
      name: "hostile-portfolio", dependencies: ["HostileFixture"], path: "Tests/HostilePortfolio",
      swiftSettings: strict),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Health"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["SeededRandom", "Templates"], resources: [.copy("Specification")],
      swiftSettings: strict),
    // Another program, in a process of its own.
    .target(name: "ChildProcess", path: "Tests/ChildProcess", swiftSettings: strict),
    // A program for the tests of Publishing to limit, kill and time; never shipped.
    .executableTarget(
      name: "publish-once", dependencies: ["Publishing"], path: "Tests/PublishOnce", swiftSettings: strict),
    .testTarget(
      name: "PublishingTests", dependencies: ["ChildProcess", "Publishing", "publish-once"], swiftSettings: strict),
    // A program for the tests of Archive to kill and to run in other surroundings; never shipped.
    .executableTarget(
      name: "archive-once", dependencies: ["Archive"], path: "Tests/ArchiveOnce", swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "ChildProcess", "Publishing", "archive-once"],
      swiftSettings: strict),
    .testTarget(name: "ExamplePortfolioTests", dependencies: ["example-portfolio"], swiftSettings: strict),
    // The program in a process of its own.
    .testTarget(name: "CommandTests", dependencies: ["Archive", "Customer", "vigie"], swiftSettings: strict),
    .testTarget(name: "SeededRandomTests", dependencies: ["SeededRandom"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
