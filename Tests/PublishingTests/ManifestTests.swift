import Testing

@testable import Publishing

@Suite struct `A manifest` {
  private static let digest = String(repeating: "0", count: 64)

  private static func entry(_ path: String, bytes: Int = 1, digest: String = digest) -> String {
    #"{"path":"\#(path)","bytes":\#(bytes),"sha256":"\#(digest)"}"#
  }

  @Test(arguments: [
    ("", PublishError.ManifestFault.notVigies),
    ("{\"format\":1,\"files\":[", .notVigies),
    ("{\"name\":\"somebody's web app\"}", .notVigies),
    ("{\"format\":2,\"files\":[]}", .unknownFormat(2)),
    ("{\"format\":1,\"files\":[\(entry("../victim"))]}", .unsafePath("../victim")),
    ("{\"format\":1,\"files\":[\(entry("/etc/passwd"))]}", .unsafePath("/etc/passwd")),
    ("{\"format\":1,\"files\":[\(entry("a/../../victim"))]}", .unsafePath("a/../../victim")),
    ("{\"format\":1,\"files\":[\(entry("manifest.json"))]}", .unsafePath("manifest.json")),
    ("{\"format\":1,\"files\":[\(entry("a")),\(entry("a"))]}", .duplicatePath("a")),
    ("{\"format\":1,\"files\":[\(entry("a", bytes: -1))]}", .malformedEntry("a")),
    ("{\"format\":1,\"files\":[\(entry("a", digest: "zz"))]}", .malformedEntry("a")),
  ])
  func `that cannot be trusted stops the build`(text: String, fault: PublishError.ManifestFault) throws {
    let fixture = try SiteFixture()
    try fixture.write(text, to: "site/manifest.json")
    try fixture.write("mine", to: "victim")
    let before = try fixture.tree()
    #expect(throws: PublishError.damagedManifest("\(fixture.site)/manifest.json", fault)) {
      try fixture.publish(["a": "1"])
    }
    #expect(try fixture.tree().filter { $0.key != ".site.vigie" } == before)
  }

  @Test func `reads back as it was written, in the order of bytes`() throws {
    let paths = ["b", "a/\"q\"", "a\\b", "é", "e\u{301}", "B"]
    let manifest = Manifest(paths.map { .init(path: $0, byteCount: 3, sha256: Self.digest) })
    let again = try Manifest(reading: manifest.bytes, at: "m")
    #expect(again.bytes == manifest.bytes)
    #expect(again.entries.map(\.path).map { Array($0.utf8) } == paths.map { Array($0.utf8) }.sorted(by: <))
    #expect(Manifest(manifest.entries.reversed()).bytes == manifest.bytes)
  }

  @Test func `written by hand cannot make Vigie remove what it never wrote outside the site`() throws {
    let fixture = try SiteFixture()
    try fixture.write("mine", to: "victim/file")
    try fixture.write("{\"format\":1,\"files\":[\(Self.entry("door/file"))]}", to: "site/manifest.json")
    try fixture.link("site/door", to: fixture.root + "/victim")
    try fixture.publish(["a": "1"])
    #expect(fixture.text("victim/file") == "mine")
  }
}

private func < (one: [UInt8], other: [UInt8]) -> Bool { one.lexicographicallyPrecedes(other) }
