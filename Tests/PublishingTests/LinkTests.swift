import Files
import Foundation
import Testing

@testable import Publishing

@Suite struct `Planted links` {
  @Test func `at the destination lead to no file that Vigie did not write`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "elsewhere/file")
    try fixture.link("site", to: "elsewhere")
    #expect(throws: PublishError.foreignFile("\(fixture.site)/file")) { try fixture.publish(["file": "page"]) }
    #expect(fixture.text("elsewhere/file") == "mine")
  }

  @Test func `at a page stop the build`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    try fixture.write("2", to: "victim")
    try FileManager.default.removeItem(atPath: fixture.site + "/a")
    try fixture.link("site/a", to: "../victim")
    #expect(throws: PublishError.file(.link("\(fixture.site)/a"))) { try fixture.publish(["a": "2"]) }
    #expect(fixture.text("victim") == "2")
    #expect(try !Publication.open(fixture.site).isIntact())
  }

  @Test func `at a folder stop the build`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["d/a": "1", "b": "1"])
    try fixture.write("1", to: "victim/a")
    try FileManager.default.removeItem(atPath: fixture.site + "/d")
    try fixture.link("site/d", to: "../victim")
    #expect(throws: PublishError.file(.link("\(fixture.site)/d"))) { try fixture.publish(["d/a": "2"]) }
    try fixture.publish(["b": "2"])
    #expect(fixture.text("victim/a") == "1")
  }

  @Test func `planted while the build runs are not followed`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["d/a": "1", "b": "1"])
    try fixture.write("mine", to: "victim/a")
    let publication = try Publication.open(fixture.site)
    let placed = try ["d/a": UInt8(ascii: "1"), "b": 2].map { try publication.place(OutputFile(path: $0, bytes: [$1])) }
    try FileManager.default.removeItem(atPath: fixture.site + "/d")
    try fixture.link("site/d", to: "../victim")
    #expect(throws: PublishError.changedDuringBuild("\(fixture.site)/d/a")) {
      try publication.finish(placed, record: "")
    }
    #expect(fixture.text("victim/a") == "mine")
  }

  @Test(arguments: ["-staging", "-ready"])
  func `beside the site stop the build`(suffix: String) throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "victim/a")
    try fixture.link(".site.vigie" + suffix, to: "victim")
    #expect(throws: PublishError.reservedNameTaken("\(fixture.root)/.site.vigie\(suffix)")) {
      try fixture.publish(["a": "1"])
    }
    #expect(try fixture.tree()["victim/a"] == "mine")
  }

  @Test func `inside a leftover folder are removed and not followed`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "victim/a")
    for suffix in ["-staging", "-ready"] {
      try fixture.write("x", to: ".site.vigie\(suffix)/x")
      try fixture.link(".site.vigie\(suffix)/door", to: "../victim")
    }
    try fixture.publish(["a": "1"])
    #expect(fixture.text("victim/a") == "mine")
    #expect(try fixture.leftovers() == [])
  }

  @Test func `at the staging folder after the start are not followed`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "victim/x")
    let publication = try Publication.open(fixture.site)
    try fixture.link(".site.vigie-staging", to: "victim")
    #expect(throws: PublishError.file(.link("\(fixture.root)/.site.vigie-staging"))) {
      try publication.place(OutputFile(path: "a", bytes: [1]))
    }
    #expect(try fixture.tree().filter { $0.key.hasPrefix("victim/") } == ["victim/": "", "victim/x": "mine"])
  }

  @Test func `at the lock are neither followed nor written`() throws {
    let fixture = try SiteFixture()
    try fixture.write("", to: "victim")
    try fixture.link(".site.vigie", to: "victim")
    #expect(throws: PublishError.file(.link("\(fixture.root)/.site.vigie"))) { try fixture.publish(["a": "1"]) }
    try FileManager.default.removeItem(atPath: fixture.root + "/.site.vigie")
    try FileManager.default.linkItem(atPath: fixture.root + "/victim", toPath: fixture.root + "/.site.vigie")
    #expect(throws: PublishError.reservedNameTaken("\(fixture.root)/.site.vigie")) { try fixture.publish(["a": "1"]) }
    #expect(fixture.text("victim") == "")
  }

  @Test func `a lock file with somebody's words in it is left alone`() throws {
    let fixture = try SiteFixture()
    try fixture.write("my notes", to: ".site.vigie")
    #expect(throws: PublishError.reservedNameTaken("\(fixture.root)/.site.vigie")) { try fixture.publish(["a": "1"]) }
    #expect(fixture.text(".site.vigie") == "my notes")
  }
}
