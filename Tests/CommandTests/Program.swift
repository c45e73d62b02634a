import Foundation

/// The `vigie` program, in a process of its own.
struct Program {
  /// How a process ended and what it printed.
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String

    /// A command that gave up and printed nothing but these lines, where errors go.
    static func refusal(_ lines: String...) -> Outcome {
      Outcome(status: 1, output: "", errors: lines.map { $0 + "\n" }.joined())
    }
  }

  /// Runs the program in a folder and waits for its end.
  ///
  /// - Parameter environment: what is set besides a locale and a time zone of no consequence.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    // Built beside the program that runs the tests.
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe").split(separator: "/")
    process.executableURL = URL(filePath: "/" + own.dropLast().joined(separator: "/") + "/vigie")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C", "TZ": "UTC"].merging(environment) { $1 }
    // Files and not pipes, of which the one would fill while the other is read.
    let streams = folder.appending(path: ".streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    process.standardOutput = try handle(streams.appending(path: "out"))
    process.standardError = try handle(streams.appending(path: "err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text(streams.appending(path: "out")),
      errors: try text(streams.appending(path: "err")))
  }

  private static func handle(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  private static func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
}
