import Foundation
import Testing

@testable import Snapshot

@Suite struct OpenRegisterTests {
  private static func file(_ name: String) -> MadeFile {
    MadeFile(
      account: "A-1", edition: "draft", fingerprint: "f-\(name)", kind: "internal", name: name, sha256: "sha-\(name)")
  }

  private func inFolder(_ use: (_ register: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try use(folder.appending(path: "snapshots.jsonl").path)
  }

  private func lines(_ register: String) throws -> [String] {
    try String(contentsOfFile: register, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func `a file is listed as soon as it is added, and once`() throws {
    try inFolder { path in
      var register = try OpenRegister(path)
      for _ in 0..<2 { try register.add([Self.file("a.html"), Self.file("a.pdf")]) }
      #expect(try lines(path).count == 2)
      #expect(SnapshotRegister(Array(try Data(contentsOf: URL(filePath: path)))).file(sha256: "sha-a.pdf") != nil)
    }
  }

  @Test func `what another program lists in between is neither lost nor listed again`() throws {
    try inFolder { path in
      var first = try OpenRegister(path)
      var second = try OpenRegister(path)
      try first.add([Self.file("a.html")])
      try second.add([Self.file("b.html"), Self.file("a.html")])
      try first.add([Self.file("b.html"), Self.file("c.html")])
      try first.sync()
      let register = SnapshotRegister(Array(try Data(contentsOf: URL(filePath: path))))
      #expect(try lines(path).count == 3)
      #expect(["a", "b", "c"].allSatisfy { register.file(sha256: "sha-\($0).html") != nil })
    }
  }

  @Test func `a line that was cut short is ended before the next`() throws {
    try inFolder { path in
      try Data("{\"account\":\"A-".utf8).write(to: URL(filePath: path))
      var register = try OpenRegister(path)
      try register.add([Self.file("a.html")])
      let read = SnapshotRegister(Array(try Data(contentsOf: URL(filePath: path))))
      #expect(read.strangeLines == [1] && read.file(sha256: "sha-a.html") != nil)
    }
  }

  @Test func `a register with a second name is left alone`() throws {
    try inFolder { path in
      var register = try OpenRegister(path)
      try FileManager.default.linkItem(atPath: path, toPath: path + "-2")
      #expect(throws: (any Error).self) { try register.add([Self.file("a.html")]) }
      #expect(try lines(path).isEmpty)
    }
  }
}
