/// A note that somebody wrote, as HTML.
public struct Note: Sendable {
  /// The largest piece that is parsed at once, in bytes.
  public static let pieceSize = 4096
  /// The maximum number of pieces of one note that are shown.
  public static let mostPieces = 16
  /// The deepest nesting of quotes and lists.
  static let deepestNesting = 6

  /// The note's markup, with links to https, http and mailto only and without images.
  public let html: [UInt8]
  /// True when the note is longer than what is shown of it.
  public let isCut: Bool

  /// Renders a note, bounded so that no text can make libcmark-gfm slow.
  ///
  /// For some inputs the library takes time that grows with the square of their length and of their nesting, so a note
  /// is parsed in pieces of at most 4 KiB, split between paragraphs where possible; nesting deeper than six levels is
  /// shown as it is written; tables and footnotes are off.
  public init(_ text: String) {
    var html: [UInt8] = []
    let pieces = Note.pieces(of: Array(text.utf8))
    for piece in pieces.prefix(Note.mostPieces) {
      let document = Document(Note.flattened(piece), tables: false)
      // Backwards, so that nodes are handled before the ones that contain them are replaced.
      let nodes = unsafe document.nodes
      for index in unsafe nodes.indices.reversed() {
        let node = unsafe nodes[index]
        if unsafe node.isImage || node.isLink && !LinkPolicy.note.allows(node.address) {
          unsafe node.replaceInline()
        } else if unsafe node.isHTML {
          unsafe node.becomeText()
        } else if unsafe node.isHeading {
          // A heading inside a note must not break the order of the page's own.
          unsafe node.becomeSubheading()
        }
      }
      document.appendHTML(to: &html, keepingHTML: false)
    }
    self.html = html
    isCut = pieces.count > Note.mostPieces
  }

  /// Splits text into pieces of at most 4 KiB, each ending between paragraphs, or else between lines or characters.
  static func pieces(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while rest.count > pieceSize {
      let piece = rest.prefix(pieceSize)
      var end = piece.endIndex
      if let blank = lastParagraphBreak(in: piece) {
        end = blank
      } else if let line = piece.lastIndex(of: 0x0A) {
        end = line + 1
      } else {
        while end > piece.startIndex + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    pieces.append(rest)
    return pieces
  }

  private static func lastParagraphBreak(in piece: ArraySlice<UInt8>) -> Int? {
    var index = piece.endIndex - 1
    while index > piece.startIndex {
      if piece[index] == 0x0A, piece[index - 1] == 0x0A { return index + 1 }
      index -= 1
    }
    return nil
  }

  /// The piece with the marks of quotes and lists beyond the deepest nesting turned into plain text.
  static func flattened(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(piece.count + 16)
    for line in piece.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var rest = line
      var depth = 0
      var indent = 0
      while let byte = rest.first {
        if byte == 0x20 || byte == 0x09 {
          indent += 1
          // Lists nest across lines by indentation, so it is bounded like the marks.
          if indent <= 4 * deepestNesting { output.append(byte) }
          rest = rest.dropFirst()
          continue
        }
        let mark = containerMark(rest)
        guard mark > 0 else { break }
        depth += 1
        // The last byte of a mark is its punctuation; a backslash before it makes the mark plain text.
        output.append(contentsOf: rest.prefix(mark - 1))
        if depth > deepestNesting { output.append(UInt8(ascii: "\\")) }
        output.append(contentsOf: rest.dropFirst(mark - 1).prefix(1))
        rest = rest.dropFirst(mark)
        if depth > deepestNesting { break }
      }
      output.append(contentsOf: rest)
      output.append(0x0A)
    }
    return output
  }

  /// The length of the mark of a quote or a list item at the start; 0 when there is none.
  private static func containerMark(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    if first == UInt8(ascii: ">") { return 1 }
    func isFollowedByBlank(_ length: Int) -> Bool {
      line.count == length || line[line.startIndex + length] == 0x20 || line[line.startIndex + length] == 0x09
    }
    if "-+*".utf8.contains(first) { return isFollowedByBlank(1) ? 1 : 0 }
    let digits = line.prefix(10).prefix { (48...57).contains($0) }.count
    guard digits > 0, digits < 10, line.count > digits else { return 0 }
    let end = line[line.startIndex + digits]
    return end == UInt8(ascii: ".") || end == UInt8(ascii: ")") ? (isFollowedByBlank(digits + 1) ? digits + 1 : 0) : 0
  }
}
