import ChildProcess
import Foundation
import Testing

@testable import Publishing

@Suite struct `A build killed at any moment` {
  @Test func `leaves the old site or the new one, and the next build works`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "site/accounts/CNAME")
    let count = 300
    #expect(try Child("publish-once", [fixture.site, "A", "\(count)", "2000"]).finish().status == 0)
    let kills = try Child.kills(of: "publish-once", rounds: 60) { round in
      [fixture.site, round.isMultiple(of: 2) ? "B" : "A", "\(count)", "2000"]
    } look: { round in
      let letters = pages(of: fixture, count: count)
      #expect(letters == ["A"] || letters == ["B"], "round \(round)")
      #expect(fixture.text("site/accounts/CNAME") == "mine")
    }
    #expect(kills >= 10)
    #expect(try Child("publish-once", [fixture.site, "C", "\(count)", "2000"]).finish().status == 0)
    #expect(pages(of: fixture, count: count) == ["C"])
    #expect(try fixture.leftovers() == [])
    #expect(try Publication.open(fixture.site).isIntact())
  }

  /// The letters in the pages, all of which must exist and contain one letter throughout.
  private func pages(of fixture: borrowing SiteFixture, count: Int) -> Set<Character> {
    var letters: Set<Character> = []
    for number in 0..<count {
      let text = fixture.text("site/accounts/\(number % 20)/\(number).html") ?? "missing"
      #expect(text.utf8.count == 2000)
      letters.formUnion(text)
    }
    return letters
  }

  @Test func `after the swap, has its sweep done by the next one`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1", "gone": "1"])
    try copy("site", to: "before", in: fixture)
    try fixture.publish(["a": "2"], record: "second")
    try copy("before", to: ".site.vigie-ready", in: fixture)
    try fixture.write("late", to: ".site.vigie-ready/late")
    #expect(try Publication.open(fixture.site).lastRecord == "second")
    #expect(fixture.text("site/a") == "2" && fixture.text("site/late") == "late" && fixture.text("site/gone") == nil)
    #expect(try fixture.leftovers() == [])
  }

  @Test func `before the swap, has its work thrown away`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    try copy("site", to: "aside", in: fixture)
    try copy("site", to: ".site.vigie-ready", in: fixture)
    try fixture.write("unfinished", to: ".site.vigie-ready/b")
    // The lock file names the folder that was about to go live, which is not the live one.
    try FileManager.default.removeItem(atPath: fixture.site)
    try FileManager.default.moveItem(atPath: fixture.root + "/aside", toPath: fixture.site)
    _ = try Publication.open(fixture.site)
    #expect(fixture.text("site/a") == "1" && fixture.text("site/b") == nil)
    #expect(try fixture.leftovers() == [])
  }

  @Test func `between the two renames of a simple file system, gets its site back`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    try FileManager.default.moveItem(atPath: fixture.site, toPath: fixture.root + "/.site.vigie-old")
    try fixture.write("half", to: ".site.vigie-ready/a")
    _ = try Publication.open(fixture.site)
    #expect(fixture.text("site/a") == "1")
    #expect(try fixture.leftovers() == [])
  }

  @Test func `after the two renames of a simple file system, keeps the new site and latecomers`() throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "1"])
    try copy("site", to: "before", in: fixture)
    try fixture.publish(["a": "2"])
    try copy("before", to: ".site.vigie-old", in: fixture)
    try fixture.write("late", to: ".site.vigie-old/late")
    _ = try Publication.open(fixture.site)
    #expect(fixture.text("site/a") == "2" && fixture.text("site/late") == "late")
    #expect(try fixture.leftovers() == [])
  }

  private func copy(_ name: String, to other: String, in fixture: borrowing SiteFixture) throws {
    try FileManager.default.copyItem(atPath: fixture.root + "/" + name, toPath: fixture.root + "/" + other)
  }
}
