import Foundation
import Glibc

/// The `publish-once` program, in a process of its own.
struct Child {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    // Built beside the program that runs the tests.
    let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe").split(separator: "/")
    process.executableURL = URL(filePath: "/" + folder.dropLast().joined(separator: "/") + "/publish-once")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// Waits for the end; the status and what was printed.
  func finish() -> (status: Int32, output: String) {
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Kills it without warning; whether it was still running.
  func kill() -> Bool {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}
