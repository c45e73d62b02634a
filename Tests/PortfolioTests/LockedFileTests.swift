import Foundation
import Testing

@testable import Portfolio

/// Files that others change while bytes are added to them.
@Suite struct LockedFileTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [true, false])
  func `bytes that are not read as they were meant are taken out again`(exists: Bool) throws {
    try withFolder(["keep": Data("k".utf8), "f": Data((exists ? "old\n" : "").utf8)]) { folder in
      let file = try LockedFile("f", in: folder, shown: "f")
      var seen: String?
      #expect(throws: RecordError.notReadBack(file: "f")) {
        try file.append(Self.bytes("new\n")) { path -> Int? in
          seen = text(path)
          return nil
        }
      }
      #expect(seen == (exists ? "old\nnew\n" : "new\n"))
      #expect(text(folder + "/f") == (exists ? "old\n" : nil))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == (exists ? 2 : 1))
    }
  }

  @Test(arguments: [false, true])
  func `a file that somebody wrote to or replaced in the meantime is left alone`(isReplaced: Bool) throws {
    try withFolder(["f": Data("old\n".utf8)]) { folder in
      let file = try LockedFile("f", in: folder, shown: "f")
      // The same length, so that only time or identity can show it.
      try Data("OLD\n".utf8).write(to: URL(filePath: folder + "/f"), options: isReplaced ? .atomic : [])
      #expect(throws: RecordError.changed(file: "f")) { try file.append(Self.bytes("new\n")) { _ in 1 } }
      #expect(text(folder + "/f") == "OLD\n")
    }
  }

  @Test func `who waited for the lock adds to the file that stands there by then`() throws {
    try withFolder(["f": Data("old\n".utf8)]) { folder in
      let holder = open(folder + "/f", O_RDONLY)
      #expect(flock(holder, LOCK_EX) == 0)
      let end = DispatchSemaphore(value: 0)
      // A separate thread, since tests that run in parallel may keep all others busy.
      Thread.detachNewThread {
        _ = try? LockedFile("f", in: folder, shown: "f").append(Self.bytes("new\n")) { _ in true }
        end.signal()
      }
      Thread.sleep(forTimeInterval: 0.3)
      #expect(text(folder + "/f") == "old\n")
      try Data("saved\n".utf8).write(to: URL(filePath: folder + "/f"), options: .atomic)
      close(holder)
      end.wait()
      #expect(text(folder + "/f") == "saved\nnew\n")
    }
  }

  @Test func `a file that somebody made in the meantime is left alone`() throws {
    try withFolder(["keep": Data("k".utf8)]) { folder in
      let file = try LockedFile("f", in: folder, shown: "f")
      try Data("theirs\n".utf8).write(to: URL(filePath: folder + "/f"))
      #expect(throws: RecordError.changed(file: "f")) { try file.append(Self.bytes("new\n")) { _ in 1 } }
      #expect(text(folder + "/f") == "theirs\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test func `what others added behind the bytes is never taken out with them`() throws {
    try withFolder(["f": Data("old\n".utf8)]) { folder in
      let file = try LockedFile("f", in: folder, shown: "f")
      #expect(throws: RecordError.cutShort(file: "f")) {
        try file.append(Self.bytes("new\n")) { path -> Int? in
          let handle = FileHandle(forWritingAtPath: path)
          handle?.seekToEndOfFile()
          handle?.write(Data("theirs\n".utf8))
          return nil
        }
      }
      #expect(text(folder + "/f") == "old\nnew\ntheirs\n")
    }
  }

  @Test func `links, folders and pipes are refused`() throws {
    try withFolder(["target": Data("old\n".utf8), "folder/x": Data("x".utf8)]) { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "target")
      try FileManager.default.createSymbolicLink(atPath: folder + "/dangling", withDestinationPath: "nowhere")
      mkfifo(folder + "/pipe", 0o600)
      for (name, error) in [
        ("link", RecordError.link(file: "f")), ("dangling", .link(file: "f")), ("folder", .notAFile(file: "f")),
        ("pipe", .notAFile(file: "f")),
      ] {
        #expect(throws: error) { _ = try LockedFile(name, in: folder, shown: "f") }
      }
      #expect(text(folder + "/target") == "old\n")
    }
  }
}
