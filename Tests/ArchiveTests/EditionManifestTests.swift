import Archive
import Files
import Testing

@Suite struct `An edition` {
  @Test func `has a fingerprint that can be computed by hand`() throws {
    // printf 'vigie fingerprint 1\ninputs …\nprevious none\nedition 2026-W47\nrevision 0\n' | sha256sum
    let inputs = Digest.sha256([])
    let first = Fingerprint(inputs: inputs, previous: nil, of: try edition("2026-W47"))
    #expect(first.description == "5dc9 3410 2155 714f")
    let second = Fingerprint(inputs: inputs, previous: inputs, of: try edition("2026-W47", revision: 1))
    #expect(second.description == "5f00 a0b0 e29a 8824")
  }

  @Test func `is written in one form`() throws {
    let inputs = Digest.sha256([])
    let before = EditionManifest.Previous(id: try edition("2026-W46", revision: 1), digest: inputs)
    let manifest = try EditionManifest(
      id: edition("2026-W47"), asOf: "2026-11-16", tool: "vigie \"0.1\"", inputs: inputs, previous: before,
      files: [.init(path: "index.html", byteCount: 0, sha256: inputs)])
    let text = """
      {"format":1,
      "edition":"2026-W47",
      "revision":0,
      "as_of":"2026-11-16",
      "tool":"vigie \\"0.1\\"",
      "fingerprint":"\(manifest.fingerprint)",
      "inputs":"\(inputs)",
      "previous":{"edition":"2026-W46","revision":1,"digest":"\(inputs)"},
      "files":[
      {"path":"index.html","bytes":0,"sha256":"\(inputs)"}
      ]}

      """
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == text)
    #expect(try EditionManifest(reading: manifest.bytes) == manifest)
    #expect(manifest.digest == Digest.sha256(Array(text.utf8)))
  }

  @Test func `says which guards were accepted, in a format of its own`() throws {
    let inputs = Digest.sha256([])
    let manifest = try EditionManifest(
      id: edition("2026-W47"), asOf: "2026-11-16", tool: "vigie", inputs: inputs, previous: nil,
      accepted: [.init(guard: "vanished", reason: "\"sold\""), .init(guard: "future", reason: "a rehearsal")], files: []
    )
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"format\":2,\n"))
    #expect(
      text.contains(
        """
        "previous":null,
        "accepted":[{"guard":"vanished","reason":"\\"sold\\""},{"guard":"future","reason":"a rehearsal"}],
        "files":[
        """))
    #expect(try EditionManifest(reading: manifest.bytes) == manifest)
    #expect(throws: EditionFault.self) {
      try EditionManifest(
        id: edition("2026-W47"), asOf: "2026-11-16", tool: "vigie", inputs: inputs, previous: nil,
        accepted: [.init(guard: "vanished", reason: "two\nlines")], files: [])
    }
  }

  @Test func `in any other form is refused with the byte that differs`() throws {
    let text = try valid()
    #expect(fault(text + "\n") == .otherSpelling(byte: text.utf8.count + 1))
    #expect(fault(text.replacing(":1,", with: ": 1,")) == .otherSpelling(byte: 11))
    #expect(fault(text.replacing("{\"format\":1", with: "{\"new\":1,\"format\":1")) == .otherSpelling(byte: 3))
    #expect(fault(text.replacing("\"format\":1,", with: "\"format\":1,\"format\":1,")) == .otherSpelling(byte: 13))
  }

  @Test func `with facts that cannot be is refused`() throws {
    let text = try valid()
    let inputs = Digest.sha256([])
    #expect(fault("") == .unreadable)
    #expect(fault("[]") == .unreadable)
    #expect(fault(text.replacing("\"format\":1", with: "\"format\":4")) == .unknownFormat(4))
    #expect(fault(text.replacing("2026-W47", with: "2026-W54")) == .malformed("edition"))
    #expect(fault(text.replacing("\"revision\":0", with: "\"revision\":-1")) == .malformed("edition"))
    #expect(fault(text.replacing("2026-11-16", with: "yesterday")) == .malformed("as_of"))
    #expect(fault(text.replacing("vigie 0.1", with: "vigie\\n0.1")) == .malformed("tool"))
    #expect(fault(text.replacing("\"inputs\":\"\(inputs)", with: "\"inputs\":\"\(inputs)0")) == .malformed("inputs"))
    #expect(fault(text.replacing("\"bytes\":7", with: "\"bytes\":-7")) == .malformed("a.html"))
    #expect(fault(text.replacing("b.html", with: "a.html")) == .duplicatePath("a.html"))
    let own = "{\"edition\":\"2026-W47\",\"revision\":0,\"digest\":\"\(inputs)\"}"
    #expect(fault(text.replacing("null", with: own)) == .malformed("previous"))
  }

  @Test func `whose fingerprint does not follow from its facts is refused`() throws {
    let text = try valid()
    let real = try EditionManifest(reading: Array(text.utf8)).fingerprint
    let forged = text.replacing("\(real)", with: "3f2a 91c0 77be 0d14")
    #expect(fault(forged) == .wrongFingerprint(printed: "3f2a 91c0 77be 0d14", computed: real))
  }

  @Test(arguments: [
    "../a", "/a", "a//b", "a/./b", "", "a\\\\b", "C:a", "edition.json", "Edition.JSON", "MANIFEST.json", "a\\u0000b",
  ])
  func `with a path that leads elsewhere is refused`(path: String) throws {
    let refusal = fault(try valid().replacing("\"a.html\"", with: "\"\(path)\""))
    guard case .unsafePath = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func `is called like its archive`() throws {
    #expect(try edition("2026-W47").archiveName == "2026-W47.zip")
    #expect(try edition("2026-W47", revision: 12).archiveName == "2026-W47-r12.zip")
    #expect(try EditionID(archiveName: "2026-W47-r12.zip") == edition("2026-W47", revision: 12))
    #expect(try EditionID(name: "2026-W47-r12") == edition("2026-W47", revision: 12))
    #expect(EditionID(name: "2026-W47-r0") == nil && EditionID(name: "2026-W47.zip") == nil)
    let others = [
      "2026-W47-r0.zip", "2026-W47-r01.zip", "2026-W47-r+1.zip", "2026-W00.zip", "2026-w47.zip", "x2026-W47.zip",
      "2026-W47.ZIP", "2026-W47.zip.zip", "2026-W47-r.zip", "2026-W47", "", "２026-W47.zip", "2026-W47-r10000.zip",
    ]
    for name in others { #expect(EditionID(archiveName: name) == nil, "\(name)") }
    #expect(try edition("2026-W09", revision: 3) < edition("2026-W10"))
    #expect(try edition("2026-W10") < edition("2026-W10", revision: 1))
  }

  private func valid() throws -> String {
    let inputs = Digest.sha256([])
    let files = ["a.html", "b.html"].map { EditionManifest.File(path: $0, byteCount: 7, sha256: inputs) }
    let manifest = try EditionManifest(
      id: edition("2026-W47"), asOf: "2026-11-16", tool: "vigie 0.1", inputs: inputs, previous: nil, files: files)
    return String(decoding: manifest.bytes, as: UTF8.self)
  }

  private func fault(_ text: String) -> EditionFault? {
    do {
      _ = try EditionManifest(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }
}
