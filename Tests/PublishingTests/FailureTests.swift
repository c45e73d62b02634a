import ChildProcess
import Files
import Foundation
import Testing

@testable import Publishing

@Suite struct `When the system refuses` {
  @Test func `a file too large leaves the last site whole and says so`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    let before = try fixture.tree()
    let (status, output) = try Child("publish-once", [fixture.site, "B", "3", "5000", "limit=4096"]).finish()
    #expect(status == 1)
    #expect(
      output == "cannot write \(fixture.site)/accounts/0/0.html: File too large; the published site is unchanged\n")
    #expect(try fixture.tree() == before)
  }

  @Test func `a manifest or a record too large leaves the last site whole`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    let before = try fixture.tree()
    for limit in [100, 1000] {
      let (status, output) = try Child("publish-once", [fixture.site, "B", "20", "10", "limit=\(limit)"]).finish()
      #expect(status == 1 && output.contains("File too large"))
      #expect(try fixture.tree().filter { $0.key != ".site.vigie" } == before.filter { $0.key != ".site.vigie" })
    }
  }

  @Test(arguments: ["", "/site", "/site/accounts"])
  func `a folder that may not be written stops the build before the swap`(readOnly: String) throws {
    let fixture = try SiteFixture()
    let isSuperuser = geteuid() == 0
    let user = isSuperuser ? ["user=65534"] : []
    if isSuperuser { chown(fixture.root, 65534, 65534) }
    #expect(try Child("publish-once", [fixture.site, "A", "3", "10"] + user).finish().status == 0)
    let before = try fixture.tree()
    chmod(fixture.root + readOnly, 0o555)
    defer { chmod(fixture.root + readOnly, 0o755) }
    let (status, output) = try Child("publish-once", [fixture.site, "B", "3", "10"] + user).finish()
    #expect(status == 1)
    let place = readOnly.isEmpty ? "\(fixture.root)/.site.vigie-staging" : fixture.root + readOnly
    #expect(output == "cannot write \(place): Permission denied; the published site is unchanged\n")
    // The record of a site that did not go live is worthless, and recognised as such.
    #expect(try fixture.tree().filter { $0.key != ".site.vigie" } == before.filter { $0.key != ".site.vigie" })
  }

  @Test(.enabled(if: geteuid() == 0, "needs files of another owner"))
  func `somebody else's file that may not be linked is moved over`() throws {
    let fixture = try SiteFixture()
    chown(fixture.root, 65534, 65534)
    #expect(try Child("publish-once", [fixture.site, "A", "3", "10", "user=65534"]).finish().status == 0)
    try fixture.write("secret", to: "site/accounts/theirs")
    chmod(fixture.site + "/accounts/theirs", 0o600)
    #expect(try Child("publish-once", [fixture.site, "B", "3", "10", "user=65534"]).finish().status == 0)
    #expect(fixture.text("site/accounts/theirs") == "secret")
    #expect(fixture.text("site/accounts/0/0.html") == "BBBBBBBBBB")
    #expect(try fixture.leftovers() == [])
  }

  @Test func `a missing parent folder is named`() throws {
    let fixture = try SiteFixture()
    #expect(throws: PublishError.file(.system(.open, path: "\(fixture.root)/none", code: ENOENT))) {
      try Publication.open(fixture.root + "/none/site")
    }
  }
}
