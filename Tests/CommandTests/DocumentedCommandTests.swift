import Foundation
import Testing

/// Every command line in the documents.
@Suite struct DocumentedCommandTests {
  /// Lines that are not run here, by how they begin, and why.
  static let elsewhere: [(start: String, why: String)] = [
    ("./dev ", "builds the project; its commands are compared with the script"),
    ("RECORD_GOLDEN=1 ./dev ", "rewrites the repository"),
    ("git diff ", "looks at the repository"),
    ("swift run ", "builds the project"),
    ("sudo apt-get install ", "needs root; ./dev release-test installs the package in a fresh system"),
    ("podman run ", "needs containers; ./dev release-test runs the image"),
    ("aws s3 ", "needs a server; ./dev delivery-test runs it against one on this machine"),
    ("vigie init my-portfolio && vigie preview ", "runs until it is ended; PreviewTests and the browser tests do that"),
    ("vigie preview ", "runs until it is ended; PreviewTests and the browser tests do that"),
    ("cp examples/oulad/", "needs data of others"), ("cp examples/ravenstack/", "needs data of others"),
    ("cp examples/online-retail/", "needs data of others"), ("cp /tmp/oulad/", "needs data of others"),
    ("(cd DATA ", "needs data of others"),
    ("vigie backtest examples/", "needs data of others"), ("vigie build examples/", "needs data of others"),
    ("vigie tune examples/", "needs data of others"),
  ]

  /// What a line finds besides a portfolio with two editions, by how the line begins.
  private static let prepared: [(start: String, script: String)] = [
    ("vigie init ", "rm -r my-portfolio"),
    (
      "vigie import ",
      "rm -r my-portfolio; mkdir -p my-portfolio/exports exports; cp examples/exports/*-2026-11-16.* exports/; "
        + "cp exports/* my-portfolio/exports/; vigie init my-portfolio"
    ),
    (
      "vigie collect ",
      "vigie sheet my-portfolio --csm 'Dana Holm'; mkdir sheets; cp my-portfolio/sheets/*.xlsx sheets/"
    ),
    ("vigie review ", "vigie flag A-001 yellow my-portfolio --reason 'Champion leaves.'"),
    ("vigie compare --model ", "cp my-portfolio/model.yml other.yml"),
    (
      "printf 'vigie fingerprint ",
      """
      python3 -m zipfile -e my-portfolio/archive/2026-W47.zip edition
      inputs=$(sed -n 's/^"inputs":"\\(.*\\)",$/\\1/p' edition/edition.json)
      previous_digest_or_none=$(sed -n 's/^"previous":.*"digest":"\\(.*\\)"},$/\\1/p' edition/edition.json)
      """
    ),
    (
      "#!/bin/sh",
      "for name in sendmail curl; do printf '#!/bin/sh\\ncat >/dev/null\\n' >bin/$name; chmod +x bin/$name; done"
    ),
  ]

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The documents, by their paths in the repository.
  private static let documents: [(path: String, text: String)] = {
    let files = FileManager.default.enumerator(atPath: repository.appending(path: "docs").path) ?? .init()
    let docs = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    let examples = ["exports", "online-retail", "oulad", "ravenstack"].map { "examples/\($0)/README.md" }
    return (["README.md", "CONTRIBUTING.md"] + docs + examples).compactMap { path in
      (try? String(contentsOf: repository.appending(path: path), encoding: .utf8)).map { (path, $0) }
    }
  }()

  /// The commands of the blocks of a document: line by line, or the whole block where it is a script.
  private static func commands(in text: String) -> [String] {
    text.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```")[0] }.flatMap { block in
      block.hasPrefix("#!")
        ? [block] : block.replacing("\\\n", with: "").split(separator: "\n").map(String.init)
    }
  }

  private static let all = documents.filter { $0.path != "docs/tutorial.md" }.flatMap { commands(in: $0.text) }

  private static func isElsewhere(_ line: String) -> Bool { elsewhere.contains { line.hasPrefix($0.start) } }

  @Test(arguments: all.filter { !isElsewhere($0) }) func `a command of the documents works`(line: String) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = Self.prepared.first { line.hasPrefix($0.start) }?.script ?? ""
    let book = folder.appending(path: "my-portfolio").path
    let outcome = try Self.run("\(first)\n\(line.replacing("/srv/health", with: book))", in: folder)
    // A gate may hold, which is what it is for.
    let isHeld = line.contains("--fail-if") && outcome.errors.contains("' holds: ")
    #expect(outcome.status == (isHeld ? 1 : 0), "\(line)\n\(outcome.errors)")
    if line.hasPrefix("printf ") {
      let digits = try Self.run("vigie verify my-portfolio", in: folder).output.filter { $0 != " " }
      #expect(digits.contains(outcome.output.filter { !$0.isNewline }), "\(outcome.output)\n\(digits)")
    }
  }

  @Test func `each reason why a line is not run here is that of some line`() {
    for (start, why) in Self.elsewhere {
      #expect(Self.all.contains { $0.hasPrefix(start) }, "no document has '\(start)' any more (\(why))")
    }
    let run = Self.all.filter { !Self.isElsewhere($0) }
    for (start, _) in Self.prepared { #expect(run.contains { $0.hasPrefix(start) }, "\(start)") }
    #expect(run.count > 20)
  }

  @Test func `commands and options that sentences name are those that there are`() throws {
    let folder = FileManager.default.temporaryDirectory
    let script = try String(contentsOf: Self.repository.appending(path: "dev"), encoding: .utf8)
    var help: [String: String] = ["--version": ""]
    var count = 0
    let command = /(?:`|^|; |&& )(?:[A-Z_]+=\S+ )?(vigie|\.\/dev) ([a-z-]+)([^`\n]*)/.anchorsMatchLineEndings()
    for (path, text) in Self.documents {
      for match in text.matches(of: command) {
        let (program, name, rest) = (match.1, String(match.2), match.3)
        count += 1
        guard program == "vigie" else {
          #expect(script.contains("\n  \(name))\n"), "\(path): there is no ./dev \(name)")
          continue
        }
        if help[name] == nil {
          let outcome = try Program.run([name, "--help"], in: folder)
          help[name] = outcome.status == 0 ? outcome.output : ""
          #expect(outcome.status == 0, "\(path): there is no vigie \(name)")
        }
        for option in rest.prefix(while: { $0 != "#" }).matches(of: /(?:^|[ \[])(--[a-z-]+)/) {
          #expect(help[name]?.contains(option.1) == true, "\(path): vigie \(name) has no \(option.1)")
        }
      }
    }
    #expect(count > 100)
  }

  /// A folder with the examples, and the portfolio of `vigie init` with two editions.
  private static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "documented-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: try published.get(), to: url)
    return url
  }

  private static let published = Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "documented-\(UUID().uuidString)")
    let files = FileManager.default
    try files.createDirectory(at: url.appending(path: "bin"), withIntermediateDirectories: true)
    // A copy, since some commands write beside what they read.
    try files.createDirectory(at: url.appending(path: "examples"), withIntermediateDirectories: true)
    for name in ["exports", "portfolio"] {
      try files.copyItem(
        at: repository.appending(path: "examples/\(name)"), to: url.appending(path: "examples/\(name)"))
    }
    // The day of the documents, where a line names none.
    let program = """
      #!/bin/sh
      command=$1
      case " $* " in
        *" --as-of "*) ;;
        *) case $command in
          digest | verify | withdraw | compare | init | doctor) ;;
          *) set -- "$@" --as-of 2026-11-16 ;;
        esac ;;
      esac
      exec "$VIGIE" "$@"

      """
    try Data(program.utf8).write(to: url.appending(path: "bin/vigie"))
    let script = """
      chmod +x bin/vigie; vigie init my-portfolio
      vigie publish my-portfolio --as-of 2026-09-28 --accept no-accounts --reason first; vigie publish my-portfolio
      """
    let outcome = try run(script, in: url)
    #expect(outcome.status == 0, "\(outcome)")
    return url
  }

  private static func run(_ script: String, in folder: URL) throws -> Program.Outcome {
    try Program.run(script: "set -e; PATH=$PWD/bin:$PATH\n" + script, in: folder)
  }
}
