import Foundation

/// The `vigie` program, in a process of its own.
struct Program {
  /// The end of a process and its output.
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String

    /// A command that gave up and printed only these lines, to standard error.
    static func refusal(_ lines: String...) -> Outcome {
      Outcome(status: 1, output: "", errors: lines.map { $0 + "\n" }.joined())
    }
  }

  /// The path of the program, built alongside the tests.
  static var path: String {
    get throws {
      let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe").split(separator: "/")
      return "/" + own.dropLast().joined(separator: "/") + "/vigie"
    }
  }

  private let process = Process()
  private let streams: URL

  /// Runs the program in a folder and waits for its end.
  ///
  /// - Parameter environment: variables in addition to an arbitrary locale and time zone.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    try Program(try path, arguments, in: folder, environment: environment).finish()
  }

  /// Runs a shell script, in which the program is `$VIGIE`.
  static func run(script: String, in folder: URL) throws -> Outcome {
    try Program("/bin/sh", ["-c", script], in: folder, environment: ["VIGIE": try path]).finish()
  }

  /// Starts the program once for each list of arguments, all at the same time, and waits for all of them.
  static func runAtOnce(_ arguments: [[String]], in folder: URL) throws -> [Outcome] {
    try arguments.map { try Program(try path, $0, in: folder) }.map { try $0.finish() }
  }

  private init(_ path: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C", "TZ": "UTC"].merging(environment) { $1 }
    // Files instead of pipes, one of which would fill up while the other is read.
    streams = folder.appending(path: ".streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    process.standardOutput = try Self.handle(streams.appending(path: "out"))
    process.standardError = try Self.handle(streams.appending(path: "err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  private func finish() throws -> Outcome {
    defer { try? FileManager.default.removeItem(at: streams) }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Self.text(streams.appending(path: "out")),
      errors: try Self.text(streams.appending(path: "err")))
  }

  private static func handle(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  private static func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
}
