import Files
import Foundation

/// One run of a program to its end: its duration and its peak memory.
struct ProgramRun {
  let elapsed: Elapsed
  /// The peak memory in bytes.
  let peakMemory: Int

  /// Runs a program and discards its output.
  ///
  /// - Throws: `ProgramFailure` when it cannot be started or does not succeed.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let begin = Elapsed.ofProcess.wall
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &words, environ)
    guard code == 0 else { throw ProgramFailure(description: "cannot run \(path): \(systemWords(code))") }
    var status: CInt = 0
    var usage = rusage()
    retrying { wait4(child, &status, 0, &usage) }
    guard status == 0 else { throw ProgramFailure(description: "\(path) failed (status \(status))") }
    let cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    elapsed = Elapsed(wall: Elapsed.ofProcess.wall - begin, cpu: cpu)
    peakMemory = usage.ru_maxrss * 1024
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// Why a program could not be measured.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}
