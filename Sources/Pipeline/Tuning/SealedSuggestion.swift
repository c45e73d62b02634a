import Files
import FoundationEssentials
import Portfolio

/// A suggested model file with its own digest, which shows whether anybody has edited it.
enum SealedSuggestion {
  private static let mark = "# Vigie replaces this file until somebody edits it: sha256 "

  /// The text of a model file with the digest of all its other lines as the second line.
  static func sealed(_ text: String) -> Data {
    let rest = Data(text.utf8).dropFirst(head.count)
    return head + Data((mark + digest(rest) + "\n").utf8) + rest
  }

  /// True for the result of `sealed`, and for nothing that differs from it by a byte.
  static func isUntouched(_ file: Data) -> Bool {
    guard file.starts(with: head), let end = file.dropFirst(head.count).firstIndex(of: 0x0A) else { return false }
    let rest = file[(end + 1)...]
    return file.dropFirst(head.count)[..<end].elementsEqual((mark + digest(rest)).utf8)
  }

  /// True when `vigie tune` wrote the file originally, even if it has been edited since.
  static func isSuggestion(_ file: Data) -> Bool { file.starts(with: head) }

  private static let head = Data((ModelChange.firstLine + "\n").utf8)

  private static func digest(_ bytes: Data) -> String { Digest.sha256(Array(bytes)) }
}
