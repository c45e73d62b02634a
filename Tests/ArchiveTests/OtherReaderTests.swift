import ChildProcess
import Foundation
import Testing

@testable import Archive

@Suite struct `Other programs read an archive` {
  private static let files = ["index.html": "Good morning.", "accounts/société.html": "é\n", "empty.txt": ""]

  private static func isThere(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }

  @Test(.enabled(if: isThere("/usr/bin/unzip"), "unzip is not installed"))
  func `unzip finds nothing wrong with it`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), Self.files)
    let outcome = try Child("/usr/bin/unzip", ["-t", fixture.path("2026-W47.zip")]).finish()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("No errors detected"))
  }

  @Test(.enabled(if: isThere("/usr/bin/7z"), "7z is not installed"))
  func `7z finds nothing wrong with it`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), Self.files)
    let outcome = try Child("/usr/bin/7z", ["t", fixture.path("2026-W47.zip")]).finish()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Everything is Ok"))
  }

  @Test(.enabled(if: isThere("/usr/bin/python3"), "python3 is not installed"))
  func `Python gives names and contents back`() throws {
    let fixture = try ArchiveFixture()
    let manifest = try fixture.archive(edition("2026-W47"), Self.files)
    let script = """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      sys.stdout.buffer.write(b''.join(n.encode() + b'=' + z.read(n) + b';' for n in z.namelist()))
      """
    let outcome = try Child("/usr/bin/python3", ["-c", script, fixture.path("2026-W47.zip")]).finish()
    #expect(outcome.status == 0)
    let own = String(decoding: manifest.bytes, as: UTF8.self)
    #expect(
      outcome.output == "accounts/société.html=é\n;edition.json=\(own);empty.txt=;index.html=Good morning.;")
  }
}
