import Archive
import Foundation
import Testing

/// What `vigie verify` says about its argument.
@Suite struct VerifyTests {
  private static let limits = """
    This cannot prove that nobody made all of it anew, or took the newest editions away: whoever holds every archive \
    can. Send each edition's fingerprint and digest to somebody outside on the day, by mail or into the minutes, and \
    compare.

    """

  @Test func `a whole folder of archives is said to be untouched, and what that does not prove`() throws {
    let folder = try StarterFolder()
    let manifest = try publish(folder)
    let outcome = try Program.run(["verify", "archive"], in: folder.url)
    let line =
      "archive/2026-W47.zip: edition 2026-W47 as of 2026-11-16, \(manifest.files.count) files untouched, "
      + "fingerprint \(manifest.fingerprint), digest \(manifest.digest)\n"
    let chain = "archive: 1 edition, each following the one that it names\n"
    #expect(outcome == Program.Outcome(status: 0, output: line + chain + Self.limits, errors: ""))
    let one = try Program.run(["verify", "archive/2026-W47.zip"], in: folder.url)
    #expect(one == Program.Outcome(status: 0, output: line + Self.limits, errors: ""))
  }

  @Test func `a changed archive is named and refused`() throws {
    let folder = try StarterFolder()
    try publish(folder)
    let url = folder.url.appending(path: "archive/2026-W47.zip")
    try (try Data(contentsOf: url) + Data([0])).write(to: url)
    let outcome = try Program.run(["verify", "archive"], in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output == Self.limits)
    #expect(outcome.errors.hasPrefix("archive/2026-W47.zip: error: it "))
    #expect(outcome.errors.hasSuffix("vigie: 1 thing differs\n"))
  }

  @Test func `a site is held against its manifest and against the archives`() throws {
    let folder = try StarterFolder()
    try publish(folder)
    let alone = try Program.run(["verify", "p/site"], in: folder.url)
    #expect(alone.status == 0)
    #expect(
      alone.output.hasPrefix(
        "p/site: 72 files as manifest.json lists them\n"
          + "p/site: a draft that vigie build made, and no edition; vigie publish puts an edition there\n"
          + "p/site: not compared with any archive; name the folder with --archive\n"))
    let compared = try Program.run(["verify", "p/site", "--archive", "archive"], in: folder.url)
    #expect(compared.status == 0)
    #expect(
      compared.output.contains(
        "p/site/manifest.json: matches: exactly manifest.json of edition 2026-W47, in archive/2026-W47.zip\n"))
    try folder.append(" ", to: "site/index.html")
    let changed = try Program.run(["verify", "p/site"], in: folder.url)
    #expect(changed.status == 1)
    #expect(changed.errors.hasPrefix("p/site: error: index.html: it has "))
    try folder.append(" ", to: "site/manifest.json")
    let stranger = try Program.run(["verify", "p/site", "--archive", "archive"], in: folder.url)
    #expect(stranger.status == 1)
    #expect(stranger.errors.hasPrefix("p/site: error: index.html: it has "))
    #expect(
      stranger.errors.hasSuffix(
        "p/site/manifest.json: error: no snapshot: it bears no mark of a snapshot and is in none of 1 archive in archive\n"
          + "vigie: 2 things differ\n"))
  }

  @Test func `a single file is found by its bytes, or refused`() throws {
    let folder = try StarterFolder()
    let manifest = try publish(folder)
    let arguments = ["verify", "p/site/index.html", "--archive", "archive"]
    let found = try Program.run(arguments, in: folder.url)
    #expect(found.status == 0)
    #expect(
      found.output.hasPrefix(
        "p/site/index.html: matches: exactly index.html of edition 2026-W47, in archive/2026-W47.zip\n"))
    try folder.append(" ", to: "site/index.html")
    let unknown = try Program.run(arguments, in: folder.url)
    #expect(unknown.status == 1)
    #expect(
      unknown.errors.hasPrefix(
        "p/site/index.html: error: no snapshot: it bears no mark of a snapshot and is in none of 1 archive in archive\n"
      ))
    try folder.append("\(manifest.fingerprint)", to: "site/index.html")
    let altered = try Program.run(arguments, in: folder.url)
    #expect(altered.status == 1)
    #expect(
      altered.errors.hasPrefix(
        "p/site/index.html: error: altered: it shows the fingerprint of edition 2026-W47, and no file of it has these "
          + "bytes\n"))
  }

  @Test func `a single file is looked for in the archives of its portfolio or of the present folder`() throws {
    let folder = try StarterFolder()
    try publish(folder)
    #expect(try Program.run(["verify", "p/site/index.html"], in: folder.url).status == 0)
    // There are none in the current folder, nor in the portfolio of the page.
    let nowhere = try Program.run(["verify", "index.html"], in: folder.url.appending(path: "p/site"))
    #expect(nowhere.status == 1 && nowhere.errors.contains("name the folder of the archives with --archive"))
    let archives = folder.url.appending(path: "archive")
    try FileManager.default.moveItem(at: archives, to: folder.url.appending(path: "p/archive"))
    let found = try Program.run(["verify", "p/site/index.html"], in: folder.url)
    #expect(found.status == 0 && found.output.contains("in p/archive/2026-W47.zip"), "\(found)")
    #expect(
      try Program.run(["verify", "nothing"], in: folder.url) == .refusal("vigie: nothing: no such file or folder"))
    #expect(
      try Program.run(["verify", "p/data"], in: folder.url)
        == .refusal("vigie: p/data holds neither a site nor archives nor snapshots"))
    let all = try Program.run(["verify", "p"], in: folder.url)
    #expect(all.status == 1 && all.errors.contains("p/history.sqlite: error: it is missing; put a copy back"), "\(all)")
  }

  @Test func `line ends that a tool changed are told apart from other changes`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    var changed: [String] = []
    // Tables for spreadsheets have these line ends already.
    for (name, bytes) in try folder.files() where !name.hasSuffix(".csv") && name != "manifest.json" {
      guard let text = String(data: bytes, encoding: .utf8), text.contains("\n") else { continue }
      try folder.write(text.replacing("\n", with: "\r\n"), to: "site/" + name)
      changed.append(name)
    }
    changed.sort()
    try folder.append(" ", to: "site/index.html")
    let outcome = try Program.run(["verify", "p/site"], in: folder.url)
    let rest = changed.filter { $0 != "index.html" }
    #expect(rest.count > 30)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3, "\(outcome.errors)")
    #expect(lines[0].hasPrefix("p/site: error: index.html: it has "))
    #expect(
      lines[1]
        == "p/site: error: \(rest.count) files (\(rest.prefix(3).joined(separator: ", ")), …) differ from the list in line "
        + "ends alone; to keep Git from changing them, write the line '* -text' into .gitattributes")
    #expect(lines[2] == "vigie: \(changed.count) things differ")
  }

  /// Builds the site of the portfolio and archives it.
  @discardableResult
  private func publish(_ folder: borrowing StarterFolder) throws -> EditionManifest {
    try #require(try folder.run("build").status == 0)
    let archives = folder.url.appending(path: "archive")
    try FileManager.default.createDirectory(at: archives, withIntermediateDirectories: true)
    let id = try #require(EditionID("2026-W47"))
    return try ArchiveWriter(folder: archives.path).archive(
      site: folder.url.appending(path: "p/site").path
    ) { files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: "2026-11-16", tool: "vigie test", inputs: String(repeating: "0", count: 64), previous: nil,
        files: files)
    }
  }
}
