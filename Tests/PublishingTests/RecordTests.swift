import Files
import Foundation
import Testing

@testable import Publishing

@Suite struct `The lock and the record` {
  @Test func `a second build of the same site fails at once`() throws {
    let fixture = try SiteFixture()
    let first = try Publication.open(fixture.site)
    #expect(throws: PublishError.busy(site: fixture.site)) { try Publication.open(fixture.site) }
    let words = "another build is publishing site; wait until it has finished"
    #expect(PublishError.busy(site: "site").description == words)
    first.abandon()
    try Publication.open(fixture.site).abandon()
  }

  @Test func `a publication that is dropped leaves nothing and lets the next one in`() throws {
    let fixture = try SiteFixture()
    do {
      let publication = try Publication.open(fixture.site)
      _ = try publication.place(OutputFile(path: "a", bytes: [1]))
      #expect(try fixture.leftovers() == [".site.vigie-staging"])
    }
    #expect(try fixture.leftovers() == [])
    try fixture.publish(["a": "1"])
  }

  @Test func `the record comes back, and is written only when it differs`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"], record: "inputs\n1")
    var publication = try Publication.open(fixture.site)
    #expect(publication.lastRecord == "inputs\n1")
    #expect(publication.isIntact())
    publication.abandon()
    let before = try fixture.stamps()
    try fixture.publish(["a": "1"], record: "2")
    #expect(try fixture.stamps().filter { $0.key != ".site.vigie" } == before.filter { $0.key != ".site.vigie" })
    publication = try Publication.open(fixture.site)
    #expect(publication.lastRecord == "2")
  }

  @Test(arguments: ["edited", "longer than it was", nil])
  func `a site changed by hand is not intact`(text: String?) throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a/b": "before"], record: "r")
    if let text {
      try fixture.write(text, to: "site/a/b")
    } else {
      try FileManager.default.removeItem(atPath: fixture.site + "/a/b")
    }
    #expect(try !Publication.open(fixture.site).isIntact())
  }

  @Test func `a published file stays only where it is as the manifest lists it`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "b/c": "2", "b/d": "3"])
    try fixture.write("4", to: "site/b/d")
    let publication = try Publication.open(fixture.site)
    let kept = try #require(try publication.keep("b/c"))
    #expect(kept.path == "b/c" && kept.byteCount == 1 && kept.sha256 == Digest.sha256(Array("2".utf8)))
    #expect(try !kept.isChanged && publication.keep("b/d") == nil && publication.keep("b/e") == nil)
    #expect(throws: PublishError.unsafePath("../a", .dotPart)) { try publication.keep("../a") }
    let summary = try publication.finish([kept, publication.place(OutputFile(path: "b/d", bytes: [51]))], record: "")
    #expect(summary.written == 1 && summary.unchanged == 1 && summary.removed == 1)
    #expect(fixture.text("site/b/c") == "2" && fixture.text("site/b/d") == "3" && fixture.text("site/a") == nil)
  }

  @Test func `a record that is damaged, or of another site, is none`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"], record: "record")
    let text = fixture.text(".site.vigie") ?? ""
    try fixture.write(String(text.dropLast()) + "t", to: ".site.vigie")
    #expect(try Publication.open(fixture.site).lastRecord == nil)
    try fixture.write(text, to: ".site.vigie")
    #expect(try Publication.open(fixture.site).lastRecord == "record")
    try FileManager.default.copyItem(atPath: fixture.site, toPath: fixture.root + "/copy")
    try FileManager.default.removeItem(atPath: fixture.site)
    try FileManager.default.moveItem(atPath: fixture.root + "/copy", toPath: fixture.site)
    #expect(try Publication.open(fixture.site).lastRecord == nil)
    try fixture.publish(["a": "1"], record: "record")
    try fixture.write("{\"format\":1,\"files\":[]}", to: "site/manifest.json")
    #expect(try Publication.open(fixture.site).lastRecord == nil)
  }

  @Test func `digests agree with the standard's examples, in memory and from a file`() throws {
    let fixture = try SiteFixture()
    #expect(Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(Digest.sha256(million) == digest)
    try fixture.write(String(decoding: million, as: UTF8.self), to: "million")
    #expect(try Digest.sha256(fileAt: fixture.root + "/million") == digest)
  }
}
