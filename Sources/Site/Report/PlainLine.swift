import Findings

/// The most characters of a line that leaves the site: mail allows 998 bytes, and nobody reads more in a chat.
private let mostCharacters = 200

/// A text as one line for mail or chat, cut at a word and without the signs that chats read as mark-up or as a call to
/// somebody.
func plainLine(_ text: String) -> String {
  var line = ""
  for character in onOneLine(text) {
    switch character {
    case "<": line.append("＜")
    case ">": line.append("＞")
    case "&": line.append("＆")
    case "@": line.append("＠")
    default: line.append(character)
    }
  }
  guard line.count > mostCharacters else { return line }
  let start = line.prefix(mostCharacters - 1)
  // A text without blanks is cut within its only word.
  let end = start.lastIndex(of: " ").flatMap { start.distance(from: start.startIndex, to: $0) > 100 ? $0 : nil }
  return start[..<(end ?? start.endIndex)] + "…"
}
