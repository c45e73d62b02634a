import Foundation
import Glibc

/// Another program, in a process of its own.
public struct Child {
  private let process = Process()
  private let output = Pipe()

  /// Starts a program of the system by its path, or one built alongside the tests by its name.
  public init(_ program: String, _ arguments: [String], environment: [String: String]? = nil) throws {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe").split(separator: "/")
    let beside = "/" + own.dropLast().joined(separator: "/") + "/" + program
    process.executableURL = URL(filePath: program.hasPrefix("/") ? program : beside)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  /// Waits for the end; returns the status and the output.
  public func finish() -> (status: Int32, output: String) {
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Kills it without warning; returns whether it was still running.
  public func kill() -> Bool {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}
