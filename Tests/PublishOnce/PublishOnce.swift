import Glibc
import Publishing

/// Publishes a site of numbered pages once: `publish-once SITE LETTER COUNT SIZE [option…]`.
///
/// Every page holds the letter only, so that a mixed site is easily seen. Options: `limit=BYTES` caps the size of
/// files, `user=ID` gives up the superuser's rights, `prefix=PATH` puts the pages in a folder.
@main
struct PublishOnce {
  static func main() {
    let words = CommandLine.arguments
    guard words.count >= 5, let letter = words[2].utf8.first, let count = Int(words[3]), let size = Int(words[4]) else {
      exit(64)
    }
    for option in words.dropFirst(5) { apply(option) }
    do {
      let publication = try Publication.open(words[1])
      let bytes = [UInt8](repeating: letter, count: size)
      let placed = try (0..<count).map { number in
        try publication.place(OutputFile(path: "accounts/\(number % 20)/\(number).html", bytes: bytes))
      }
      let summary = try publication.finish(placed, record: words[2])
      print("written \(summary.written) unchanged \(summary.unchanged) removed \(summary.removed)")
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func apply(_ option: String) {
    let parts = option.split(separator: "=")
    guard parts.count == 2, let value = UInt32(parts[1]) else { exit(64) }
    switch parts[0] {
    case "limit":
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(65) }
    case "user":
      guard setgid(value) == 0, setuid(value) == 0 else { exit(66) }
    default: exit(64)
    }
  }
}
