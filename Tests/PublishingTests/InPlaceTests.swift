import ChildProcess
import Files
import Foundation
import Testing

@testable import Publishing

/// Sites that are written into the folder that they have, for readers who hold the folder and not its name.
@Suite struct `A site in place` {
  @Test(arguments: ["www", "absolute", "/dev/shm"])
  func `is what a link leads to, also on another file system, and the link stays`(target: String) throws {
    let fixture = try SiteFixture()
    let folder =
      switch target {
      case "www": fixture.root + "/www"
      case "absolute": fixture.root + "/deep/er"
      default: "\(target)/vigie-in-place-\(UUID().uuidString)"
      }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try fixture.link("site", to: target == "www" ? "www" : folder)
    try Data("mine".utf8).write(to: URL(filePath: folder + "/CNAME"))
    let before = try FileManager.default.attributesOfItem(atPath: folder)[.systemFileNumber] as? Int
    let first = try fixture.publish(["index.html": "1", "d/a": "1", "gone/b": "1"])
    #expect(first.inPlace == .link && first.written == 3)
    let second = try fixture.publish(["index.html": "2", "d/a": "1", "d/new": "2"], record: "r")
    #expect(second.written == 2 && second.unchanged == 1 && second.removed == 1)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == [
        "CNAME", "d", "d/a", "d/new", "index.html", "manifest.json",
      ])
    #expect(fixture.text("site/index.html") == "2" && fixture.text("site/CNAME") == "mine")
    #expect(try FileManager.default.attributesOfItem(atPath: folder)[.systemFileNumber] as? Int == before)
    #expect(try fixture.tree()["site"]?.hasPrefix("-> ") ?? false)
    let third = try Publication.open(fixture.site)
    #expect(third.isIntact() && third.lastRecord == "r")
  }

  @Test func `is refused where a link leads nowhere, or to no folder`() throws {
    let fixture = try SiteFixture()
    try fixture.link("site", to: "nowhere")
    let error = PublishError.danglingLink(fixture.site)
    #expect(throws: error) { try fixture.publish(["a": "1"]) }
    #expect(
      error.description == "\(fixture.site) is a symbolic link to a folder that is not there; make that folder or "
        + "mount it, or remove the link")
    try fixture.write("mine", to: "nowhere")
    #expect(throws: PublishError.file(.notAFolder(fixture.site))) { try fixture.publish(["a": "1"]) }
    #expect(fixture.text("nowhere") == "mine")
  }

  @Test(arguments: ["cd site && exec sleep 60", "exec sleep 60 < site"])
  func `is found where a program holds the folder, and read through the same folder afterwards`(
    script: String
  ) throws {
    let fixture = try SiteFixture()
    try fixture.publish(["index.html": "1", "d/a": "1"])
    let held = try Folder(opening: fixture.site)
    let child = try Child("/bin/sh", ["-c", "cd '\(fixture.root)' && \(script)"])
    defer { _ = child.kill() }
    try waitUntil { FolderHolder(of: held) != nil }
    let inode = fixture.inode("site")
    let summary = try fixture.publish(["index.html": "2", "d/a": "2"])
    guard case .held(.program("sleep", _)) = summary.inPlace else {
      return #expect(summary.inPlace == nil, "another reason")
    }
    #expect(fixture.inode("site") == inode)
    #expect(try held.file(Array("index.html".utf8))?.contents() == Array("2".utf8))
  }

  @Test func `is found where a program stands in a folder of the site`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["index.html": "1", "d/a": "1"])
    let child = try Child("/bin/sh", ["-c", "cd '\(fixture.site)/d' && exec sleep 60"])
    defer { _ = child.kill() }
    let site = try Folder(opening: fixture.site)
    try waitUntil { FolderHolder(of: site) != nil }
    let inode = fixture.inode("site/d")
    try fixture.publish(["index.html": "2", "d/a": "2"])
    #expect(fixture.inode("site/d") == inode && fixture.text("site/d/a") == "2")
  }

  @Test func `is asked for, and holds whole pages under their names at every moment`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["index.html": "1", "a": "1"])
    let held = try Folder(opening: fixture.site)
    for round in 2...9 {
      let publication = try Publication.open(fixture.site, inPlace: true)
      let placed = try ["index.html", "a"].map {
        try publication.place(OutputFile(path: $0, bytes: Array("\(round)".utf8)))
      }
      #expect(try held.file(Array("a".utf8))?.contents() == Array("\(round - 1)".utf8))
      #expect(try publication.finish(placed, record: "").inPlace == .asked)
      #expect(try held.file(Array("a".utf8))?.contents() == Array("\(round)".utf8))
    }
    #expect(
      try fixture.tree().keys.sorted() == [
        ".site.vigie", "site/", "site/a", "site/index.html", "site/manifest.json",
      ])
  }

  @Test func `turns a page into a folder of pages`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "page", "b": "1"])
    let publication = try Publication.open(fixture.site, inPlace: true)
    let placed = try publication.place(OutputFile(path: "a/b", bytes: [49]))
    _ = try publication.finish([placed], record: "")
    #expect(try fixture.tree().keys.sorted() == [".site.vigie", "site/", "site/a/", "site/a/b", "site/manifest.json"])
  }

  @Test func `that cannot be finished is as it was before`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "b": "1", "gone": "1", "index.html": "1"])
    let before = try fixture.tree()
    let publication = try Publication.open(fixture.site, inPlace: true)
    let placed = try ["a", "b", "new/page", "theirs", "index.html"].map {
      try publication.place(OutputFile(path: $0, bytes: [50]))
    }
    let site = try publication.assemble(placed, record: "")
    try fixture.write("mine", to: "site/theirs")
    #expect(throws: PublishError.foreignFile("\(fixture.site)/theirs")) { try site.goLive() }
    #expect(fixture.text("site/theirs") == "mine")
    try FileManager.default.removeItem(atPath: fixture.site + "/theirs")
    #expect(try fixture.tree().filter { $0.key != ".site.vigie" } == before.filter { $0.key != ".site.vigie" })
    try fixture.publish(["a": "3"])
    #expect(fixture.text("site/a") == "3")
  }

  @Test(arguments: 0...4) func `that was killed on the way is completed by the next build`(moved: Int) throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "b": "1", "same": "1", "gone": "1", "index.html": "1"])
    let publication = try Publication.open(fixture.site, inPlace: true)
    let placed = try ["a", "b", "d/new", "index.html"].map { try publication.place(OutputFile(path: $0, bytes: [50])) }
    let same = try publication.place(OutputFile(path: "same", bytes: [49]))
    _ = try publication.assemble(placed + [same], record: "")
    // A copy is what a kill leaves: the publication itself clears up after itself.
    try FileManager.default.copyItem(atPath: fixture.site, toPath: fixture.root + "/killed")
    publication.abandon()
    try FileManager.default.removeItem(atPath: fixture.site)
    try FileManager.default.moveItem(atPath: fixture.root + "/killed", toPath: fixture.site)
    let work = fixture.site + "/.vigie-"
    try FileManager.default.moveItem(atPath: work + "staging", toPath: work + "ready")
    for name in ["a", "b", "index.html", "manifest.json"].prefix(moved) {
      #expect(rename(work + "ready/new/" + name, fixture.site + "/" + name) == 0)
    }
    if moved == 4 {
      try FileManager.default.createDirectory(atPath: fixture.site + "/d", withIntermediateDirectories: true)
      #expect(rename(work + "ready/new/d/new", fixture.site + "/d/new") == 0)
    }
    #expect(try Publication.open(fixture.site).isIntact())
    let texts = ["a": "2", "b": "2", "d/new": "2", "index.html": "2", "same": "1"]
    for (path, text) in texts { #expect(fixture.text("site/" + path) == text, "\(path)") }
    #expect(fixture.text("site/gone") == nil)
    #expect(try !fixture.tree().keys.contains { $0.contains(".vigie-") })
  }

  @Test func `killed at any moment is whole after the next build`() throws {
    let fixture = try SiteFixture()
    try FileManager.default.createDirectory(atPath: fixture.root + "/www", withIntermediateDirectories: true)
    try fixture.link("site", to: "www")
    #expect(try Child("publish-once", [fixture.site, "A", "300", "2000"]).finish().status == 0)
    let kills = try Child.kills(of: "publish-once", rounds: 40) { round in
      [fixture.site, round.isMultiple(of: 2) ? "B" : "A", "300", "2000"]
    } look: { round in
      // No page is ever missing or cut short.
      for number in 0..<300 {
        let text = fixture.text("site/accounts/\(number % 20)/\(number).html") ?? ""
        #expect(text.utf8.count == 2000 && Set(text).count == 1, "round \(round)")
      }
      let isIntact = try Publication.open(fixture.site).isIntact()
      #expect(isIntact, "round \(round)")
    }
    #expect(kills >= 10)
  }

  @Test func `is not written by two at once through two names`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    try fixture.link("other", to: "site")
    let first = try Publication.open(fixture.root + "/other")
    #expect(throws: PublishError.busy(site: fixture.site)) { try Publication.open(fixture.site) }
    first.abandon()
    try Publication.open(fixture.site).abandon()
  }

  private func waitUntil(_ condition: () throws -> Bool) throws {
    var rounds = 0
    while try !condition() {
      rounds += 1
      try #require(rounds < 500)
      usleep(10_000)
    }
  }
}
