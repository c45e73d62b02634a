import Foundation
import Testing

@testable import Publishing

@Suite struct `A publication` {
  @Test func `puts files and a manifest in place and says what it did`() throws {
    let fixture = try SiteFixture()
    let summary = try fixture.publish(["index.html": "home", "accounts/a.html": "aa"])
    #expect(summary.written == 2 && summary.writtenByteCount == 6 && summary.unchanged == 0 && summary.removed == 0)
    let manifest = """
      {"format":1,"files":[
      {"path":"accounts/a.html","bytes":2,"sha256":"961b6dd3ede3cb8ecbaacbd68de040cd78eb2ed5889130cceb4c49268ea4d506"},
      {"path":"index.html","bytes":4,"sha256":"4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942"}
      ]}

      """
    #expect(fixture.text("site/manifest.json") == manifest)
    #expect(
      try fixture.tree().filter { $0.key.hasPrefix("site") } == [
        "site/": "", "site/accounts/": "", "site/accounts/a.html": "aa", "site/index.html": "home",
        "site/manifest.json": manifest,
      ])
    #expect(try fixture.leftovers() == [])
  }

  @Test func `writes only what changed and removes only what it no longer has`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["same.html": "s", "changed.html": "c1", "gone/old.html": "old"])
    let same = fixture.inode("site/same.html")
    let summary = try fixture.publish(["same.html": "s", "changed.html": "c2", "new.html": "n"])
    #expect(summary.written == 2 && summary.unchanged == 1 && summary.removed == 1 && summary.removedByteCount == 3)
    #expect(fixture.inode("site/same.html") == same)
    #expect(fixture.text("site/changed.html") == "c2")
    #expect(try fixture.tree()["site/gone/"] == nil)
    #expect(try fixture.leftovers() == [])
  }

  @Test func `with the same files writes nothing at all`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["index.html": "home", "a/b.html": "b"], record: "r")
    let before = try fixture.stamps()
    let summary = try fixture.publish(["index.html": "home", "a/b.html": "b"], record: "r")
    #expect(summary.written == 0 && summary.unchanged == 2)
    #expect(try fixture.stamps() == before)
  }

  @Test func `a page may make room for a folder of pages`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "page"])
    try fixture.publish(["a/b": "inner"])
    #expect(fixture.text("site/a/b") == "inner")
  }

  @Test func `keeps the permissions of the site and its folders`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["d/a": "1"])
    chmod(fixture.site, 0o750)
    chmod(fixture.site + "/d", 0o710)
    try fixture.publish(["d/a": "2"])
    #expect(try FileManager.default.attributesOfItem(atPath: fixture.site)[.posixPermissions] as? Int == 0o750)
    #expect(try FileManager.default.attributesOfItem(atPath: fixture.site + "/d")[.posixPermissions] as? Int == 0o710)
  }

  @Test func `is no more open to others while it grows than the site is`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    chmod(fixture.site, 0o700)
    let publication = try Publication.open(fixture.site)
    _ = try publication.place(OutputFile(path: "a", bytes: [2]))
    let staging = try FileManager.default.attributesOfItem(atPath: fixture.root + "/.site.vigie-staging")
    #expect(staging[.posixPermissions] as? Int == 0o700)
  }

  @Test func `mends a page that was edited by hand`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "right"])
    try fixture.write("wrong", to: "site/a")
    #expect(try fixture.publish(["a": "right"]).written == 1)
    #expect(fixture.text("site/a") == "right")
  }

  @Test func `places files from many tasks at once`() async throws {
    let fixture = try SiteFixture()
    let publication = try Publication.open(fixture.site)
    let placed = try await withThrowingTaskGroup(of: PlacedFile.self) { group in
      for number in 0..<400 {
        group.addTask { try publication.place(OutputFile(path: "d\(number % 7)/e/\(number)", bytes: [1])) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(try publication.finish(placed, record: "").written == 400)
    #expect(try Publication.open(fixture.site).isIntact())
  }

  @Test func `refuses to go live with a file that was placed and not handed in`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    let publication = try Publication.open(fixture.site)
    let one = try publication.place(OutputFile(path: "a", bytes: [2]))
    _ = try publication.place(OutputFile(path: "lost", bytes: [2]))
    #expect(throws: PublishError.changedDuringBuild("\(fixture.root)/.site.vigie-staging/lost")) {
      try publication.finish([one], record: "")
    }
    #expect(fixture.text("site/a") == "1")
    #expect(try fixture.leftovers() == [])
  }

  @Test func `refuses when an unchanged file has gone before the end`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "b": "1"])
    let publication = try Publication.open(fixture.site)
    let placed = try ["a": 2, "b": 49].map { try publication.place(OutputFile(path: $0, bytes: [$1])) }
    try FileManager.default.removeItem(atPath: fixture.site + "/b")
    #expect(throws: PublishError.changedDuringBuild("\(fixture.site)/b")) { try publication.finish(placed, record: "") }
    #expect(fixture.text("site/a") == "1")
  }

  @Test func `refuses when somebody else replaced the site meanwhile`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    let publication = try Publication.open(fixture.site)
    let placed = try publication.place(OutputFile(path: "a", bytes: [2]))
    try FileManager.default.moveItem(atPath: fixture.site, toPath: fixture.root + "/aside")
    try fixture.write("theirs", to: "site/a")
    #expect(throws: PublishError.siteReplaced(fixture.site)) { try publication.finish([placed], record: "") }
    #expect(fixture.text("site/a") == "theirs")
    #expect(try fixture.leftovers() == [])
  }

  @Test func `works on a file system that cannot exchange folders`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "b": "b"])
    try fixture.write("mine", to: "site/CNAME")
    let publication = try Publication(fixture.site, exchanges: false)
    let placed = try ["a": "2", "b": "b"].map { try publication.place(OutputFile(path: $0, bytes: Array($1.utf8))) }
    _ = try publication.finish(placed, record: "")
    #expect(fixture.text("site/a") == "2" && fixture.text("site/CNAME") == "mine")
    #expect(try fixture.leftovers() == [])
  }
}
