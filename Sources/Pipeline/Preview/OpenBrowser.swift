import FoundationEssentials
import Glibc

/// Opens an address in the user's browser, where there is a desktop to open it on.
///
/// Nothing waits for the browser, and nothing depends on it.
public func openBrowser(at address: String) {
  let environment = ProcessInfo.processInfo.environment
  guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil,
    let program = findProgram("xdg-open")
  else { return }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  let texts: [String] = [program, address]
  var words = texts.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  var child: pid_t = 0
  _ = posix_spawn(&child, program, &actions, nil, &words, environ)
}
