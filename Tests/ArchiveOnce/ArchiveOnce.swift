import Archive
import Files
import Glibc

/// Archives once and prints the peak memory in KiB: numbered pages with `archive-once FOLDER COUNT SIZE
/// [umask=OCTAL]`, a site with `archive-once FOLDER site=PATH`; or checks an archive with `archive-once verify=PATH`.
///
/// The pages are as random as their digests, so that they are slow to pack and a kill hits the writing.
@main
struct ArchiveOnce {
  static func main() {
    let words = CommandLine.arguments
    do {
      if words.count == 2, words[1].hasPrefix("verify=") {
        for finding in try verifyArchive(String(words[1].dropFirst(7))).findings { print(finding) }
      } else if words.count == 3, words[2].hasPrefix("site=") {
        _ = try ArchiveWriter(folder: words[1]).archive(site: String(words[2].dropFirst(5)), as: edition)
      } else {
        try archivePages(words)
      }
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      print(usage.ru_maxrss)
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func archivePages(_ words: [String]) throws {
    guard words.count >= 4, let count = Int(words[2]), let size = Int(words[3]) else { exit(64) }
    for word in words.dropFirst(4) where word.hasPrefix("umask=") {
      guard let mask = mode_t(word.dropFirst(6), radix: 8) else { exit(64) }
      umask(mask)
    }
    let files = (0..<count).map { number in
      let bytes = page(number, size)
      return EditionManifest.File(
        path: "accounts/\(number).html", byteCount: bytes.count, sha256: Digest.sha256(bytes))
    }
    try ArchiveWriter(folder: words[1]).write(edition(files)) { file in
      page(Int(file.path.dropFirst("accounts/".count).dropLast(".html".count)) ?? 0, size)
    }
  }

  private static func edition(_ files: [EditionManifest.File]) throws(EditionFault) -> EditionManifest {
    guard let id = EditionID("2026-W47") else { throw .malformed("edition") }
    return try EditionManifest(
      id: id, asOf: "2026-11-16", tool: "archive-once", inputs: Digest.sha256([]), previous: nil, files: files)
  }

  private static func page(_ number: Int, _ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var digest = Digest.sha256(Array("\(number)".utf8))
    while bytes.count < size {
      bytes += Array("<p>\(digest)</p>\n".utf8)
      digest = Digest.sha256(Array(digest.utf8))
    }
    return Array(bytes.prefix(size))
  }
}
