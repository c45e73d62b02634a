import Review

/// Adds entries to the text of settings; everything that is there stays, with its comments and its order.
struct SettingsText {
  private var lines: [String]
  private let lineBreak: String

  init(_ text: String) {
    lineBreak = text.contains("\r\n") ? "\r\n" : "\n"
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
  }

  var text: String { lines.map { $0 + lineBreak }.joined() }

  /// Adds a source of a table; false where the text is written so that nothing can be added to it.
  mutating func add(source entry: [String], to table: Table) -> Bool {
    guard let block = block(of: "sources", in: 0..<lines.count, indent: 0) else { return false }
    let inner = indent(of: block) ?? "  "
    if let place = line(of: table.rawValue, in: block, indent: inner.count) {
      guard let list = self.block(of: table.rawValue, in: block, indent: inner.count), list.lowerBound == place + 1
      else {
        return false
      }
      let item = indent(of: list) ?? inner + "  "
      insert(entry.map { item + $0 }, at: end(of: list))
    } else {
      insert(["\(inner)\(table.rawValue):"] + entry.map { inner + "  " + $0 }, at: end(of: block))
    }
    return true
  }

  /// Adds a line at the end, unless its key is there.
  mutating func add(_ key: String, _ value: String) {
    if line(of: key, in: 0..<lines.count, indent: 0) == nil { lines += ["\(key): \(value)"] }
  }

  /// Adds a named file; false where the text is written so that nothing can be added to it.
  mutating func add(file entry: [String]) -> Bool {
    guard let block = block(of: "files", in: 0..<lines.count, indent: 0) else { return false }
    let inner = indent(of: block) ?? "  "
    insert(entry.map { inner + $0 }, at: end(of: block))
    return true
  }

  private mutating func insert(_ entry: [String], at line: Int) { lines.insert(contentsOf: entry, at: line) }

  /// The lines below a key, which is added at the end where it is not there; nil where it has its value in its own line.
  private mutating func block(of key: String, in range: Range<Int>, indent: Int) -> Range<Int>? {
    guard let start = line(of: key, in: range, indent: indent) else {
      guard indent == 0 else { return nil }
      lines += ["", "\(key):"]
      return lines.count..<lines.count
    }
    let value = lines[start][(lines[start].firstIndex(of: ":") ?? lines[start].startIndex)...].dropFirst().drop {
      $0 == " "
    }
    guard value.isEmpty || value.hasPrefix("#") else { return nil }
    var end = start + 1
    while end < range.upperBound,
      isBlank(end) || depth(end) > indent || depth(end) == indent && isItem(end) && indent > 0
    {
      end += 1
    }
    return start + 1..<end
  }

  private func line(of key: String, in range: Range<Int>, indent: Int) -> Int? {
    range.first { line in
      let text = lines[line].drop { $0 == " " || $0 == "\u{FEFF}" }
      return depth(line) == indent && [key, "\"\(key)\"", "'\(key)'"].contains { text.hasPrefix($0 + ":") }
    }
  }

  private func depth(_ line: Int) -> Int { lines[line].prefix { $0 == " " }.count }
  private func isItem(_ line: Int) -> Bool { lines[line].drop { $0 == " " }.hasPrefix("- ") }

  /// Whether a line says nothing: blank, or a comment.
  private func isBlank(_ line: Int) -> Bool {
    let text = lines[line].drop { $0 == " " }
    return text.isEmpty || text.hasPrefix("#")
  }

  /// The blanks before the first line that says something.
  private func indent(of block: Range<Int>) -> String? {
    block.first { !isBlank($0) }.map { String(repeating: " ", count: depth($0)) }
  }

  /// The line after the last that says something.
  private func end(of block: Range<Int>) -> Int {
    block.last { !isBlank($0) }.map { $0 + 1 } ?? block.lowerBound
  }
}
