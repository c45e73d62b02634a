import Foundation
import Testing

/// What the linker and the compiler of C do against overruns.
@Suite struct ClosedProgramTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What `readelf` says of a program.
  private func headers(of path: String) throws -> String {
    try Program.run(
      script: "readelf -W -d -l -n '\(path)'", in: FileManager.default.temporaryDirectory
    ).output
  }

  @Test func `addresses are read-only before the program begins, and no stack can be run`() throws {
    let headers = try headers(of: Program.path)
    #expect(headers.contains("GNU_RELRO"))
    #expect(headers.contains(#/\(BIND_NOW\)|FLAGS_1\).*NOW/#))
    #expect(headers.contains(#/GNU_STACK .* RW /#))
  }

  @Test func `the linker digests the program, so that it need not read itself to name itself`() throws {
    #expect(try headers(of: Program.path).contains(#/Build ID: [0-9a-f]{40}/#))
  }

  @Test func `a release looks for no library beside it, and is refused if it does`() throws {
    let commands = try String(contentsOf: Self.repository.appending(path: "dev"), encoding: .utf8)
    #expect(commands.contains("--disable-local-rpath"))
    #expect(commands.contains("|| closed .build/release/vigie"))
    let release = Self.repository.appending(path: ".build/release/vigie").path
    // Where one was built with these commands.
    if FileManager.default.fileExists(atPath: release), try headers(of: release).contains("BIND_NOW") {
      #expect(try !headers(of: release).contains("PATH)"))
    }
  }

  @Test func `every target with C of our own is hardened`() throws {
    let manifest = try String(contentsOf: Self.repository.appending(path: "Package.swift"), encoding: .utf8)
    for folder in try FileManager.default.contentsOfDirectory(atPath: Self.repository.appending(path: "Sources").path) {
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: Self.repository.appending(path: "Sources/\(folder)").path)
      guard files.contains(where: { $0.hasSuffix(".c") }) else { continue }
      let target = manifest.split(separator: ".target(").first { $0.contains("name: \"\(folder)\"") }
      #expect(target?.contains("cSettings: hardened") == true, "\(folder)")
    }
  }
}
