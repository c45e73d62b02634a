import Foundation
import Testing

/// What happens to the work when nobody can read the output.
@Suite struct StreamTests {
  static let commands = [
    "check p", "build p", "publish p --accept rows-refused --reason why", "flag A-001 yellow p --reason why",
    "explain A-001 p",
  ]
  static let streams = [
    "2>&-", "2>/dev/full", ">&-", ">/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full", "2>&1 | true",
  ]

  @Test(arguments: commands)
  func `a closed, full or broken stream changes neither the work nor the status`(command: String) throws {
    for stream in Self.streams {
      let folder = try StarterFolder()
      // A row to report, with more reports than any buffer holds.
      let row = "Nobody,2026-11-10,1\n"
      try folder.append(String(repeating: row, count: 3000), to: "data/measures.csv")
      let script = "$VIGIE \(command) --as-of 2026-11-16 \(stream); echo $? >status"
      let outcome = try Program.run(script: script, in: folder.url)
      func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
      }
      let status = try String(contentsOf: folder.url.appending(path: "status"), encoding: .utf8)
      // For a pipe, the shell returns the status of its last part.
      #expect(status == "0\n", "\(command) \(stream): \(outcome)")
      #expect(exists("p/history.sqlite") == command.hasPrefix("publish"), "\(command) \(stream)")
      #expect(exists("p/site/index.html") == ["publish", "build"].contains { command.hasPrefix($0) })
    }
  }
}
