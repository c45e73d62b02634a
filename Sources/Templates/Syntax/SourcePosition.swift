/// A place in a template, both numbers counted from 1.
struct SourcePosition: Equatable {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let line: Int
  /// The column in Unicode scalars, as editors count.
  let column: Int

  init(offset: Int, in source: [UInt8]) {
    let before = source[..<offset]
    let lineStart = before.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
    let isMarked = lineStart == 0 && before.starts(with: Self.byteOrderMark)
    line = 1 + before.count { $0 == Byte.lineFeed }
    // A scalar has one byte that is not a continuation byte.
    column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 } - (isMarked ? 1 : 0)
  }
}

/// A fault of syntax, found before any name is looked up.
struct SyntaxFault: Sendable {
  let kind: TemplateProblem.Kind
  let offset: Int
}
