/// The lines of a model file, for changing single values and leaving the rest as its author wrote it.
struct ModelLines {
  private var lines: [[Unicode.Scalar]]

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  var text: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: lines.joined(separator: ["\n"]))
    return String(scalars)
  }

  /// Replaces the plain or quoted value that begins at a line and column, both from 1; false when there is none.
  mutating func replaceScalar(line: Int, column: Int, with value: String) -> Bool {
    guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else { return false }
    let old = lines[line - 1]
    let start = column - 1
    var end = start
    if old[start] == "\"" || old[start] == "'" {
      guard let close = old[(start + 1)...].firstIndex(of: old[start]) else { return false }
      end = close + 1
    } else {
      while end < old.count, !",}]#\r".unicodeScalars.contains(old[end]), old[end] != " ", old[end] != "\t" { end += 1 }
    }
    guard end > start else { return false }
    lines[line - 1] = Array(old[..<start]) + Array(value.unicodeScalars) + Array(old[end...])
    return true
  }

  /// Removes a root key and everything indented under it.
  mutating func removeBlock(_ key: String) {
    guard let range = block(key) else { return }
    lines.removeSubrange(range)
  }

  /// Inserts lines after a root key and everything indented under it; false when there is no such key.
  mutating func insert(_ added: [String], after key: String) -> Bool {
    guard let range = block(key) else { return false }
    // A file from another system keeps its kind of line break.
    let ending: [Unicode.Scalar] = lines[range.lowerBound].last == "\r" ? ["\r"] : []
    lines.insert(contentsOf: added.map { Array($0.unicodeScalars) + ending }, at: range.upperBound)
    return true
  }

  /// Removes the comment at the top, up to the first blank line, if it begins with the given line.
  mutating func removeComment(beginningWith line: String) {
    guard let first = lines.first, Self.trimmed(first) == Array(line.unicodeScalars) else { return }
    let end = lines.firstIndex { Self.trimmed($0).first != "#" } ?? lines.count
    let isBlank = end < lines.count && Self.trimmed(lines[end]).isEmpty
    lines.removeSubrange(..<(isBlank ? end + 1 : end))
  }

  private func block(_ key: String) -> Range<Int>? {
    let head = Array(key.unicodeScalars) + [":"]
    guard let start = lines.firstIndex(where: { $0.starts(with: head) }) else { return nil }
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex { line in
      guard let first = line.first else { return true }
      return first != " " && first != "\t"
    }
    return start..<(end ?? lines.count)
  }

  private static func trimmed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    line.last == "\r" ? line.dropLast() : line
  }
}
