// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// What ships and what it is held against is optimised in every build: tests run it more than a debugger does.
let quick = strict + [.unsafeFlags(["-O"])]

// C that runs over a buffer ends the program. The linker closes the table of addresses before the program begins, leaves
// no stack from which code could run, and digests what it made, so that the program need not digest itself.
let hardened: [CSetting] = [
  .define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release)), .unsafeFlags(["-fstack-protector-strong"]),
]
let closed: [LinkerSetting] = [
  .unsafeFlags(
    ["relro", "now", "noexecstack"].flatMap { ["-Xlinker", "-z", "-Xlinker", $0] } + ["-Xlinker", "--build-id=sha1"])
]

let starterFiles = [
  "vigie.yml", "beside-exports.yml",
  "data/accounts.csv", "data/measures.csv", "data/sentiment.csv", "data/touchpoints.csv",
  "data/contacts.csv", "data/goals.csv", "data/outcomes.csv", "data/reviews.csv", "data/risks.csv", "data/tickets.csv",
  "data/notes/A-001.md", "data/plans.csv", "data/customer/A-001-customer.md",
]

// The readers of what comes from outside, called with any bytes: by libFuzzer where ./dev fuzz asks for that, which
// brings a main of its own, and otherwise by the tests.
let readers: [Target.Dependency] = [
  "Archive", "Health", "Languages", "Markdown", "Portfolio", "Tables", "Templates", "Workbooks",
]
let fuzzed: Target =
  Context.environment["VIGIE_FUZZ"] == nil
  ? .testTarget(
    name: "FuzzTests", dependencies: readers, exclude: ["Corpus", "Entry.swift"], swiftSettings: strict)
  : .executableTarget(
    name: "fuzz", dependencies: readers, path: "Tests/FuzzTests", sources: ["Entry.swift", "FuzzTarget.swift"],
    swiftSettings: quick + [.unsafeFlags(["-parse-as-library"])])

// Each target's rule is its sentence; a test holds every file's imports to these arrows.
let package = Package(
  name: "vigie",
  products: [
    // Loaded by tests as drivers are.
    .library(name: "FakeDriver", type: .dynamic, targets: ["FakeDriver"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Exposes libcmark-gfm to Swift.
    .systemLibrary(
      name: "CMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // Markdown to HTML; the only pointers of that library.
    .target(
      name: "Markdown", dependencies: ["CMarkGFM", "Templates"], swiftSettings: quick + [.strictMemorySafety()]),
    // What is wrong with an input, where, and what to write instead. Imports nothing.
    .target(name: "Findings", swiftSettings: quick),
    // The languages that pages can be in: their phrases, and the rules by which they count.
    .target(name: "Languages", dependencies: ["Findings", "YAML"], swiftSettings: quick),
    // What customer health is made of, and the arithmetic of scores. Imports nothing, not even Foundation.
    .target(name: "Health", swiftSettings: quick),
    // Numbers to inline SVG.
    .target(name: "Charts", dependencies: ["Health"], swiftSettings: quick),
    // The commit that the program was built from, as ./dev passes it for a release.
    .target(
      name: "CRevision",
      cSettings: hardened
        + (Context.environment["VIGIE_COMMIT"].map { [.define("VIGIE_COMMIT", to: "\"\($0)\"")] } ?? [])),
    // Linux calls that the C library's Swift overlay does not show.
    .target(name: "CLinux", cSettings: hardened),
    // Exposes Nettle to Swift.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // Folders and files held open, reached without following links, and their digests. Imports no other target.
    .target(name: "Files", dependencies: ["CLinux", "CNettle"], swiftSettings: quick),
    // Answers a browser on this machine from memory, and says which folders changed. Imports no other target.
    .target(name: "Loopback", dependencies: ["CLinux"], swiftSettings: quick),
    // Puts a set of files in place of the last one, all or nothing; knows nothing of portfolios.
    .target(name: "Publishing", dependencies: ["Files"], swiftSettings: quick),
    // Exposes libzip to Swift.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // One ZIP an edition, chained by digests, and the proof that none was touched.
    .target(name: "Archive", dependencies: ["CZip", "Files", "Publishing"], swiftSettings: quick),
    // Exposes Expat to Swift.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // Rows of cells from Excel workbooks, while they are unpacked; the only pointers of Expat.
    .target(
      name: "Workbooks", dependencies: ["CExpat", "CZip", "Files"], swiftSettings: quick + [.strictMemorySafety()]),
    // Exposes libxlsxwriter to Swift.
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Workbooks as values, and their bytes; the only pointers of that library that ship.
    .target(name: "Sheets", dependencies: ["CXLSXWriter", "Files"], swiftSettings: quick),
    // Exposes NLopt to Swift.
    .systemLibrary(name: "CNLopt", providers: [.apt(["libnlopt-dev"])]),
    // Penalised logistic regression with weights that are never negative; the only pointers of that library.
    .target(name: "Fitting", dependencies: ["CNLopt"], swiftSettings: quick + [.strictMemorySafety()]),
    // Scores next to human judgement and outcomes: what deserves attention.
    .target(name: "Review", dependencies: ["Findings", "Health"], swiftSettings: quick),
    // What a customer may see, and the document made of it; scores and judgement are out of reach.
    .target(
      name: "Customer", dependencies: ["Files", "Markdown", "Templates"], swiftSettings: quick),
    // A single file about an account, to be attached: what may go into it, and the proof that nothing else did.
    .target(
      name: "Snapshot", dependencies: ["Customer", "Files", "Health", "Languages", "Review", "Spelling", "Templates"],
      swiftSettings: quick
    ),
    // Other weights that the outcomes suggest, and whether they are more than noise.
    .target(name: "Tuning", dependencies: ["Fitting", "Health", "Review"], swiftSettings: quick),
    // Exposes SQLite to Swift.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // SQLite files: statements, rows, transactions; the only pointers of that library. Imports no other target.
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: quick + [.strictMemorySafety()]),
    // Exposes libyaml to Swift.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // YAML documents as values with places; the only pointers of that library. Imports no other target.
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: quick + [.strictMemorySafety()]),
    // Exposes utf8proc to Swift.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    // Texts in the normal forms of Unicode; the only pointers of that library. Imports no other target.
    .target(name: "Spelling", dependencies: ["CUTF8Proc"], swiftSettings: quick + [.strictMemorySafety()]),
    // The structures of ADBC and Arrow, and what loads a driver.
    .target(name: "CADBC", cSettings: hardened),
    // Queries on engines through ADBC drivers, in a process of their own; the only pointers of Arrow.
    .target(
      name: "Engines", dependencies: ["CADBC", "Files"], swiftSettings: quick + [.strictMemorySafety()]),
    // Exposes zlib to Swift.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Rows of text cells from CSV files of any encoding and SQLite queries; numbers and days in them; rows as a CSV file
    // writes them; the only pointers of zlib.
    .target(
      name: "Tables",
      dependencies: ["CZlib", "Files", "Findings", "Health", "SQLite", "Workbooks"],
      swiftSettings: quick),
    // The layouts of other programs' exports, as data.
    .target(name: "Presets", swiftSettings: quick, plugins: ["EmbedTemplates"]),
    // Reads the user's folder: settings, model and tables, with every fault in them; adds rows to its own tables.
    .target(
      name: "Portfolio",
      dependencies: [
        "Customer", "Engines", "Files", "Findings", "Health", "Languages", "Presets", "Review", "Spelling", "Tables",
        "YAML",
      ],
      resources: [.embedInCode("default-model.yml")],
      swiftSettings: quick),
    // The editions as they were published, in one SQLite file.
    .target(
      name: "Ledger", dependencies: ["Files", "Health", "Review", "SQLite"], swiftSettings: quick),
    // Mustache templates that are checked against the views they show. Imports nothing.
    .target(name: "Templates", swiftSettings: quick),
    // The templates of this repository, embedded in the program.
    .target(
      name: "BuiltInTemplates",
      path: "templates",
      sources: ["BuiltInTemplates.swift"],
      swiftSettings: quick,
      plugins: ["EmbedTemplates"]),
    // Makes a Swift file of the files of a folder.
    .plugin(name: "EmbedTemplates", capability: .buildTool()),
    // Composes pages, renders them and hands them to Publishing.
    .target(
      name: "Site",
      dependencies: [
        "Charts", "Customer", "Files", "Findings", "Health", "Languages", "Markdown", "Publishing", "Review",
        "Sheets", "Templates",
      ],
      swiftSettings: quick),
    // Read, score, review, compose, render, publish, record: everything the commands do, independent of the terminal.
    .target(
      name: "Pipeline",
      dependencies: [
        "Archive", "BuiltInTemplates", "CRevision", "Customer", "Engines", "Files", "Findings", "Health", "Languages",
        "Ledger",
        "Loopback", "Portfolio", "Publishing", "Review", "Site", "Snapshot", "Spelling", "Templates", "Tuning",
      ],
      resources: starterFiles.map { .embedInCode("starter/\($0)") }
        + ["shell.html", "preview.css", "preview.js"].map { .embedInCode("Preview/frame/\($0)") },
      swiftSettings: quick),
    // The commands: they parse, call and print.
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Customer", "Engines", "Files", "Findings", "Health", "Pipeline", "Portfolio", "Review", "Tuning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: quick, linkerSettings: closed),
    // Random draws that are the same on every machine, for made-up portfolios. Imports nothing.
    .target(name: "SeededRandom", swiftSettings: quick),
    // Writes the example portfolio from a seed.
    .executableTarget(name: "example-portfolio", dependencies: ["SeededRandom"], swiftSettings: quick),
    // Publishes the editions of the example portfolio whose last site is kept in the repository.
    .executableTarget(name: "example-site", dependencies: ["Health", "Pipeline"], swiftSettings: quick),
    // Writes the exports of a made-up team's tools from a seed, and the same facts as clean tables.
    .executableTarget(
      name: "example-exports", dependencies: ["CXLSXWriter", "CZlib", "SeededRandom"], swiftSettings: quick),
    // Makes a site of the documents.
    .executableTarget(
      name: "docs-site", dependencies: ["BuiltInTemplates", "Markdown", "Publishing", "Templates"],
      swiftSettings: quick, plugins: ["EmbedTemplates"]),
    // Measures a portfolio of any size against the least that its pages could cost.
    .executableTarget(
      name: "vigie-bench",
      dependencies: [
        "CMarkGFM", "Files", "Health", "Languages", "Ledger", "Pipeline", "Portfolio", "Publishing", "Review",
        "SQLite", "SeededRandom", "Site", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: quick),
    // Reads a portfolio and scores it on weekly days, to be held against other programs.
    .executableTarget(
      name: "vigie-scores", dependencies: ["BuiltInTemplates", "Health", "Languages", "Portfolio"],
      swiftSettings: quick),

    .testTarget(name: "FindingsTests", dependencies: ["Findings"], swiftSettings: strict),
    .testTarget(name: "LanguagesTests", dependencies: ["Findings", "Languages"], swiftSettings: strict),
    // A language that nobody speaks, made from the English one.
    .target(name: "LanguageFixture", dependencies: ["Yams"], path: "Tests/LanguageFixture", swiftSettings: quick),
    // Facts about a few accounts, from which tests build evidence.
    .target(
      name: "EvidenceFixture", dependencies: ["Health"], path: "Tests/EvidenceFixture", swiftSettings: quick),
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
        "EvidenceFixture", "Health", "Ledger", "Review", "SQLite",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TablesTests",
      dependencies: ["CZlib", "Files", "Findings", "Health", "SQLite", "SeededRandom", "Tables"],
      swiftSettings: strict),
    .testTarget(
      name: "PortfolioTests",
      dependencies: [
        "CZip", "Files", "Findings", "Health", "Languages", "Portfolio", "Presets", "Review", "SQLite", "SeededRandom",
        "Tables",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["CZip", "Files", "SeededRandom", "Workbooks"], swiftSettings: strict),
    // The parts of a ZIP, for tests of workbooks.
    .target(name: "ZipFixture", dependencies: ["CZip"], path: "Tests/ZipFixture", swiftSettings: quick),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Tables", "ZipFixture"], swiftSettings: strict),
    // A driver that fails in every way that drivers do; never shipped.
    .target(name: "FakeDriver", dependencies: ["CADBC"], path: "Tests/FakeDriver"),
    .testTarget(
      name: "EnginesTests", dependencies: ["CADBC", "Engines", "vigie"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "SeededRandom", "Templates"], swiftSettings: strict),
    .target(
      name: "Oracle", dependencies: ["CZlib", "SeededRandom", "Yams"], path: "Tests/Oracle",
      swiftSettings: quick),
    .testTarget(name: "OracleTests", dependencies: ["Oracle"], swiftSettings: strict),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "BuiltInTemplates", "Health", "Languages", "Ledger", "Oracle", "Pipeline", "Portfolio",
        "Publishing", "Review", "SeededRandom", "Site",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "BuiltInTemplates", "EvidenceFixture", "Findings", "Health", "HostileFixture", "LanguageFixture", "Languages",
        "Oracle", "Pipeline",
        "Portfolio", "Publishing", "Review",
        "Site",
        "Tables", "Templates", "ZipFixture", "example-site",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SnapshotTests",
      dependencies: [
        "BuiltInTemplates", "Customer", "Health", "Languages", "Portfolio", "Publishing", "Review", "SeededRandom",
        "Site", "Snapshot", "Templates",
      ],
      swiftSettings: strict),
    // Portfolios whose every text tries to become something else.
    .target(name: "HostileFixture", path: "Tests/HostileFixture", swiftSettings: quick),
    // Writes them out, for the browser test; never shipped.
    .executableTarget(
      name: "hostile-portfolio", dependencies: ["HostileFixture"], path: "Tests/HostilePortfolio",
      swiftSettings: quick),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Health"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["SeededRandom", "Templates"], resources: [.copy("Specification")],
      swiftSettings: strict),
    // Another program, in a process of its own.
    .target(name: "ChildProcess", path: "Tests/ChildProcess", swiftSettings: quick),
    // A program that the tests of Publishing limit, kill and time; never shipped.
    .executableTarget(
      name: "publish-once", dependencies: ["Publishing"], path: "Tests/PublishOnce", swiftSettings: quick),
    .testTarget(
      name: "PublishingTests", dependencies: ["ChildProcess", "Files", "Publishing", "publish-once"],
      swiftSettings: strict),
    // A program that the tests of Archive kill and run in other environments; never shipped.
    .executableTarget(
      name: "archive-once", dependencies: ["Archive", "Files"], path: "Tests/ArchiveOnce", swiftSettings: quick),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "ChildProcess", "Files", "Publishing", "archive-once"],
      swiftSettings: strict),
    .testTarget(name: "DocsSiteTests", dependencies: ["docs-site"], swiftSettings: strict),
    .testTarget(name: "ExamplePortfolioTests", dependencies: ["example-portfolio"], swiftSettings: strict),
    .testTarget(name: "ExampleExportsTests", dependencies: ["CZlib", "example-exports"], swiftSettings: strict),
    // Archives as older versions wrote them.
    .target(name: "OlderArchives", dependencies: ["Archive"], path: "Tests/OlderArchives", swiftSettings: quick),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "OlderArchives",
        "Archive", "Customer", "Health", "Languages", "Ledger", "Pipeline", "Portfolio", "Publishing", "Review",
        "SQLite", "SeededRandom", "Sheets", "Site", "Tables",
      ],
      swiftSettings: strict),
    // The program in a process of its own.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "OlderArchives",
        "Archive", "Customer", "LanguageFixture", "Pipeline", "Publishing", "SQLite", "example-exports", "vigie",
      ],
      swiftSettings: strict),
    .testTarget(name: "LoopbackTests", dependencies: ["Loopback"], swiftSettings: strict),
    .testTarget(name: "SeededRandomTests", dependencies: ["SeededRandom"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    fuzzed,
  ]
)
