import Foundation
import Glibc
import Testing

/// What has a name and cannot be read is not taken for what is not there.
@Suite struct UnreadableTests {
  /// Every file and folder that a portfolio may lack, and that some run would read.
  static let optional = [
    "vigie.yml", "model.yml", "data/sentiment.csv", "data/plans.csv", "data/notes", "data/notes/A-001.md",
    "data/customer", "data/edition", "presets", "templates", "templates/words", "history.sqlite", "archive",
  ]

  /// Puts a link that leads to itself in the place of a file or folder of the portfolio.
  private func circle(_ name: String, in folder: borrowing StarterFolder) throws {
    let path = folder.url.appending(path: "p/" + name).path
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: URL(filePath: path).lastPathComponent)
  }

  @Test(arguments: optional) func `a link in a circle stops the run, with its name and the reason`(name: String) throws
  {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let before = try folder.files()
    try circle(name, in: folder)
    let outcome = try folder.run("publish", ["--revise", "again"])
    let last = String(name.split(separator: "/").last ?? "")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(
      outcome.errors.contains("\(last)") && outcome.errors.contains("Too many levels of symbolic links")
        || outcome.errors.contains("\(last) is a symbolic link"), "\(outcome.errors)")
    #expect(try folder.files() == before)
  }

  @Test func `a file where a folder is expected stops the run`() throws {
    let folder = try StarterFolder()
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/data/notes"))
    try folder.write("x", to: "data/notes")
    let outcome = try folder.run("build")
    #expect(outcome.errors.hasPrefix("data/notes: error: cannot be read: it is not a folder\n"), "\(outcome)")
    #expect(outcome.status == 1)
  }

  @Test func `the portfolio itself may be a file or a link in a circle`() throws {
    let folder = try StarterFolder()
    try folder.write("x", to: "../file")
    #expect(
      try Program.run(["build", "file"], in: folder.url)
        == .refusal("vigie: 'file' is no folder; name the folder of a portfolio"))
    symlink("circle", folder.url.path + "/circle")
    #expect(
      try Program.run(["build", "circle"], in: folder.url)
        == .refusal("vigie: cannot read circle: Too many levels of symbolic links"))
  }

  @Test(arguments: ["snapshots.jsonl", "history.sqlite", "history.sqlite-journal", "history.sqlite-wal"])
  func `nothing is written through a second name of somebody's file`(name: String) throws {
    let folder = try StarterFolder()
    try folder.write("theirs", to: "../theirs")
    #expect(link(folder.url.path + "/theirs", folder.url.path + "/p/" + name) == 0)
    let outcome =
      try name == "snapshots.jsonl"
      ? Program.run(["snapshot", "A-001", "p"] + StarterFolder.asOf, in: folder.url) : folder.run("publish")
    #expect(outcome.status == 1 && outcome.errors.contains(name), "\(outcome)")
    #expect(try String(contentsOf: folder.url.appending(path: "theirs"), encoding: .utf8) == "theirs")
  }

  @Test func `a linked folder of snapshots is not followed`() throws {
    let folder = try StarterFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "theirs"), withIntermediateDirectories: true)
    symlink("../theirs", folder.url.path + "/p/snapshots")
    let outcome = try Program.run(["snapshot", "A-001", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(
      outcome.status == 1
        && outcome.errors.contains("p/snapshots is a symbolic link, and Vigie does not write through links"),
      "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/theirs").isEmpty)
  }

  @Test func `what a killed run left unfinished is removed by the next one, and what another writes is not`() throws {
    let folder = try StarterFolder()
    try folder.write("half", to: "snapshots/larkfield.html.1.vigie-unfinished")
    try folder.write("half", to: "snapshots/other.html.2.vigie-unfinished")
    let other = open(folder.url.path + "/p/snapshots/other.html.2.vigie-unfinished", O_RDWR | O_CLOEXEC)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try Program.run(["snapshot", "A-001", "p"] + StarterFolder.asOf, in: folder.url).status == 0)
    let left = try folder.files("p/snapshots").keys.filter { $0.hasSuffix(".vigie-unfinished") }
    #expect(left == ["other.html.2.vigie-unfinished"])
  }

  @Test(
    arguments: [
      ("p/data/notes", "inside the portfolio's data/"), ("p/data", "the portfolio's data/"),
      ("p/archive/x", "inside the portfolio's archive/"), ("p/archive", "the place of the portfolio's archive"),
      ("p/history.sqlite", "the place of the portfolio's history.sqlite"),
      ("p/snapshots.jsonl", "the place of the portfolio's snapshots.jsonl"),
      ("p/vigie.yml", "the place of the portfolio's vigie.yml"), ("p", "the portfolio itself"),
      (".", "a folder around the portfolio"), ("p/data/new", "inside the portfolio's data/"),
    ]) func `a site is not put where something else is kept`(out: String, what: String) throws
  {
    let folder = try StarterFolder()
    if out == "p/archive/x" { try folder.write("", to: "archive/y") }
    let before = try folder.files("p")
    let outcome = try folder.run("build", ["--out", out])
    #expect(outcome.status == 1, "\(outcome)")
    #expect(
      outcome.errors.contains("'\(out)' is \(what); give the site a folder of its own, such as p/site")
        || out == ".", "\(outcome.errors)")
    #expect(try folder.files("p") == before)
  }
}
