import Testing

@testable import Publishing

@Suite struct `Paths in a site` {
  @Test(arguments: [
    ("", PublishError.PathFault.empty), ("/etc/passwd", .absolute), ("a//b", .emptyPart), ("a/", .emptyPart),
    ("../a", .dotPart), ("a/../../b", .dotPart), ("./a", .dotPart), ("a\nb", .controlCharacter),
    ("a\u{0}b", .controlCharacter), ("a\u{85}b", .controlCharacter), ("\r\n", .controlCharacter),
    ("manifest.json", .reserved), ("Manifest.JSON", .reserved), (String(repeating: "a", count: 256), .tooLong),
  ])
  func `an unsafe path is refused`(path: String, fault: PublishError.PathFault) throws {
    let fixture = try SiteFixture()
    #expect(throws: PublishError.unsafePath(path, fault)) { try fixture.publish([path: "x"]) }
    #expect(try fixture.leftovers() == [])
    #expect(fixture.text("site/manifest.json") == nil)
  }

  @Test(arguments: ["a..b.html", "x/...", "été/ключ.html", "a\\b", "q\"uote", "sub/manifest.json"])
  func `an unusual but safe path is published and listed`(path: String) throws {
    let fixture = try SiteFixture()
    try fixture.publish([path: "x"])
    #expect(fixture.text("site/" + path) == "x")
    #expect(try Publication.open(fixture.site).isIntact())
  }

  @Test(arguments: [
    ["a.html", "A.html"], ["caf\u{E9}", "cafe\u{301}"], ["a", "a/b"], ["A", "a/b/c"], ["d/x", "d/x"],
  ])
  func `two files for one place are refused`(paths: [String]) throws {
    let fixture = try SiteFixture()
    try fixture.publish(["a": "old"])
    let before = try fixture.stamps()
    #expect(throws: PublishError.self) {
      let publication = try Publication.open(fixture.site)
      let placed = try paths.map { try publication.place(OutputFile(path: $0, bytes: [1])) }
      _ = try publication.finish(placed, record: "")
    }
    #expect(fixture.text("site/a") == "old")
    #expect(try fixture.stamps()["site"] == before["site"])
    #expect(throws: PublishError.conflictingPaths(paths[0], paths[1])) { try requireDistinct(paths) }
  }

  @Test(arguments: ["", "/", ".", "..", "a/..", "a/./"])
  func `a destination without a name of its own is refused`(path: String) {
    #expect(throws: PublishError.unusableDestination(path)) { try Publication.open(path) }
  }
}
