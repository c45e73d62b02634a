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

  /// Runs a program once to its end, and then again and again, each time killed at another moment of the time that it
  /// took, the moments evenly spread; returns how often it was still running.
  ///
  /// - Parameters:
  ///   - arguments: those of a round, counted from 0; the run to the end has those of the first.
  ///   - look: called after the run to the end and after each round.
  public static func kills(
    of program: String, rounds: Int, arguments: (Int) -> [String], look: (Int) throws -> Void
  ) throws -> Int {
    let start = ContinuousClock.now
    _ = try Child(program, arguments(0)).finish()
    let whole = (ContinuousClock.now - start) / .microseconds(1)
    try look(0)
    var kills = 0
    for round in 0..<rounds {
      let child = try Child(program, arguments(round))
      usleep(useconds_t(whole * (Double(round) + 0.5) / Double(rounds)))
      if child.kill() { kills += 1 }
      try look(round)
    }
    return kills
  }

  /// Kills it without warning; returns whether it was still running.
  public func kill() -> Bool {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}
