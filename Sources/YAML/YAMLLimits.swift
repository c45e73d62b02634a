/// How much of a YAML document is read before it counts as an attack: no file of settings comes near.
enum YAMLLimits {
  /// How deep lists and mappings may be nested; each level is a call of a function.
  static let depth = 64
  /// How many values a document may have when a copy stands for each alias: nine lists of nine aliases each would be a
  /// thousand million.
  static let values = 1_000_000
  /// How many anchors and directives there may be, since libyaml compares each with all before it.
  static let anchors = 1_000

  /// Counts the signs that can begin an anchor or a directive.
  static func check(_ text: [UInt8]) throws(YAMLError) {
    var count = 0
    var line = 1
    var before = UInt8(ascii: "\n")
    for byte in text {
      if byte == UInt8(ascii: "&") && !isOfWord(before) || byte == UInt8(ascii: "%") && isLineBreak(before) {
        count += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      before = byte
      guard count <= anchors else {
        throw YAMLError(
          problem: "there are more than \(anchors) anchors and directives", mark: Node.Mark(line: line, column: 1))
      }
    }
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Whether what follows belongs to the same word, so that it begins nothing.
  private static func isOfWord(_ byte: UInt8) -> Bool { byte > 0x20 && !"[{,:-?".utf8.contains(byte) }
}
