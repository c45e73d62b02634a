import Files
import Spelling

/// A difference between two versions of a text that a tool makes and nobody means.
enum ToolDifference: Int, Comparable, CustomStringConvertible {
  /// Line feeds with or without carriage returns, as version control and file transfer change them.
  case lineEnds
  /// A byte-order mark at the beginning, as editors add and remove it.
  case byteOrderMark
  /// A line break at the end, as editors add and remove it.
  case lastLineBreak
  /// Letters and their marks in one scalar or in several, as file systems and archives change them.
  case unicodeForm

  /// The difference in words, after "in".
  var description: String {
    switch self {
    case .lineEnds: "line ends"
    case .byteOrderMark: "a byte-order mark"
    case .lastLineBreak: "the line break at the end"
    case .unicodeForm: "the Unicode form of letters"
    }
  }

  /// What keeps tools from making it.
  var advice: String {
    switch self {
    case .lineEnds: "to keep Git from changing them, write the line '* -text' into .gitattributes"
    case .byteOrderMark, .lastLineBreak: "an editor makes it when it saves a file"
    case .unicodeForm: "some archives and file systems change it; copy the file in another way"
    }
  }

  static func < (left: ToolDifference, right: ToolDifference) -> Bool { left.rawValue < right.rawValue }

  /// What alone makes a text differ from the one with a digest; nil where more does.
  static func between(_ bytes: [UInt8], sha256 wanted: String) -> ToolDifference? {
    versions(of: bytes).first { Digest.sha256($0.bytes) == wanted }?.difference
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func versions(of bytes: [UInt8]) -> [(difference: ToolDifference, bytes: [UInt8])] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let feeds = bytes.indices.filter {
      !(bytes[$0] == carriageReturn && $0 + 1 < bytes.count && bytes[$0 + 1] == lineFeed)
    }
    .map { bytes[$0] }
    let pairs = feeds.flatMap { $0 == lineFeed ? [carriageReturn, lineFeed] : [$0] }
    let unmarked = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : mark + bytes
    var ends: [[UInt8]] = [bytes + [lineFeed], bytes + [carriageReturn, lineFeed]]
    if bytes.last == lineFeed { ends.append(bytes.dropLast()) }
    if bytes.suffix(2) == [carriageReturn, lineFeed] { ends.append(bytes.dropLast(2)) }
    let forms = String(validating: bytes, as: UTF8.self).map { text in
      [NormalForm.composed, .decomposed].map { Array(text.normalized($0).utf8) }
    }
    return [(.lineEnds, feeds), (.lineEnds, pairs), (.byteOrderMark, unmarked)]
      + ends.map { (.lastLineBreak, $0) } + (forms ?? []).map { (.unicodeForm, $0) }
  }
}
