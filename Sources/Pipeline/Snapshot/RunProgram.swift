import Files
import Glibc

/// Runs a program to its end, without input, with its own environment and its messages discarded.
///
/// - Parameters:
///   - environment: the complete environment of the program.
///   - output: the file for the program's standard output.
///   - limit: the number of seconds after which it is killed.
/// - Returns: its exit status; 128 and more for a program that a signal ended.
/// - Throws: ``Refusal`` when it cannot be started or does not end in time.
func runProgram(
  _ program: String, _ arguments: [String], environment: [String: String], output: String, limit: Int = 120
) throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  var words = ([program] + arguments).map { strdup($0) } + [nil]
  var surroundings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { (words + surroundings).forEach { free($0) } }
  var child: pid_t = 0
  let code = posix_spawn(&child, program, &actions, nil, &words, &surroundings)
  guard code == 0 else { throw Refusal.nothingWritten("\(program) cannot be started: \(systemWords(code))") }
  let deadline = ContinuousClock.now + .seconds(limit)
  var status: CInt = 0
  while retrying({ waitpid(child, &status, WNOHANG) }) == 0 {
    guard ContinuousClock.now < deadline else {
      kill(child, SIGTERM)
      retrying { waitpid(child, &status, 0) }
      throw Refusal.nothingWritten("\(program) has not finished in \(limit) seconds")
    }
    usleep(20_000)
  }
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}
