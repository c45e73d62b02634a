import Files
import Foundation
import Testing

@testable import Publishing

@Suite struct `Files that Vigie did not write` {
  @Test func `survive every publication`() throws {
    let fixture = try SiteFixture()
    try fixture.write("example.org", to: "site/CNAME")
    try fixture.write("ref", to: "site/.git/HEAD")
    try fixture.write("png", to: "site/accounts/logo.png")
    try FileManager.default.createDirectory(atPath: fixture.site + "/empty", withIntermediateDirectories: false)
    try fixture.link("site/outside", to: "/nowhere")
    let before = try fixture.tree()
    let inode = fixture.inode("site/CNAME")
    for round in ["1", "2"] { try fixture.publish(["index.html": round, "accounts/a.html": round]) }
    try fixture.publish(["index.html": "3"])
    let after = try fixture.tree()
    for (path, text) in before { #expect(after[path] == text, "\(path)") }
    #expect(after["site/accounts/a.html"] == nil)
    #expect(fixture.inode("site/CNAME") == inode)
    #expect(try fixture.leftovers() == [])
  }

  @Test func `stop the build where a page should go`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "site/index.html")
    let error = PublishError.foreignFile("\(fixture.site)/index.html")
    #expect(throws: error) { try fixture.publish(["index.html": "page", "b": "b"]) }
    #expect(fixture.text("site/index.html") == "mine")
    #expect(try fixture.leftovers() == [])
    let words = """
      \(fixture.site)/index.html was not written by Vigie and is in the way of a file of the site; move or delete it; \
      the published site is unchanged
      """
    #expect(error.description == words)
  }

  @Test func `stop the build where a page needs a folder, or a folder stands at a page`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "site/accounts")
    #expect(throws: PublishError.file(.notAFolder("\(fixture.site)/accounts"))) {
      try fixture.publish(["accounts/a": "x"])
    }
    try fixture.write("mine", to: "site/index.html/x")
    let error = PublishError.folderInTheWay("\(fixture.site)/index.html")
    #expect(throws: error) { try fixture.publish(["index.html": ""]) }
    #expect(fixture.text("site/accounts") == "mine" && fixture.text("site/index.html/x") == "mine")
  }

  @Test func `with the bytes of the page become the page`() throws {
    let fixture = try SiteFixture()
    try fixture.write("same", to: "site/index.html")
    #expect(try fixture.publish(["index.html": "same"]).unchanged == 1)
    try fixture.publish(["index.html": "next"])
    #expect(fixture.text("site/index.html") == "next")
  }

  @Test func `created while the build ran are not lost`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "d/b": "1"])
    let publication = try Publication.open(fixture.site)
    let placed = try publication.place(OutputFile(path: "a", bytes: [2]))
    try fixture.write("late", to: "site/late.txt")
    try fixture.write("late", to: "site/d/late.txt")
    _ = try publication.finish([placed], record: "")
    #expect(fixture.text("site/late.txt") == "late" && fixture.text("site/d/late.txt") == "late")
    #expect(fixture.text("site/d/b") == nil)
  }

  /// The state of the disk between the swap and the sweep, with what others did in that moment.
  @Test func `created between the links and the swap are moved over`() throws {
    let fixture = try SiteFixture()
    try fixture.write("new page", to: "site/page.html")
    try fixture.write("new page", to: "site/taken.html")
    try fixture.write("stale", to: "site/CNAME")
    try fixture.write("carried", to: "site/kept.txt")
    try fixture.write("old page", to: "old/page.html")
    try fixture.write("old page", to: "old/gone/page.html")
    try fixture.write("late", to: "old/taken.html")
    try fixture.write("late", to: "old/CNAME")
    try fixture.write("late", to: "old/gone/late.txt")
    try fixture.write("late", to: "old/fresh/deep/late.txt")
    try fixture.write("{}", to: "old/manifest.json")
    try FileManager.default.linkItem(atPath: fixture.site + "/kept.txt", toPath: fixture.root + "/old/kept.txt")
    var sweep = Sweep(
      of: manifest("page.html", "gone/page.html"), replacedBy: manifest("page.html", "taken.html"))
    try sweep.run(Folder(opening: fixture.root + "/old"), into: Folder(opening: fixture.site))
    #expect(
      try fixture.tree() == [
        "old/": "", "site/": "", "site/page.html": "new page", "site/taken.html": "new page",
        "site/taken.html.kept": "late", "site/CNAME": "late", "site/CNAME.kept": "stale", "site/kept.txt": "carried",
        "site/gone/": "", "site/gone/late.txt": "late", "site/fresh/": "", "site/fresh/deep/": "",
        "site/fresh/deep/late.txt": "late",
      ])
    #expect(sweep.kept.sorted() == ["\(fixture.site)/CNAME.kept", "\(fixture.site)/taken.html.kept"])
  }

  private func manifest(_ paths: String...) -> Manifest {
    Manifest(paths.map { Manifest.Entry(path: $0, byteCount: 0, sha256: "") })
  }
}
