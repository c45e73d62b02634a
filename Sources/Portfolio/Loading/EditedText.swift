import Findings
import Tables

/// The text of a file that people write in an editor, or why it has none.
enum EditedText {
  case text(String)
  case fault(Message, line: Int?, column: Int?)

  /// Reads UTF-8, with or without a byte-order mark.
  init(_ bytes: [UInt8]) {
    if let name = FileKind(bytes: Array(bytes.prefix(4096)))?.nameBesideText {
      self = .fault("the file is \(name); save it as plain text in UTF-8", line: nil, column: nil)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self = .text(text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text)
    } else {
      let (line, column) = Self.placeOfFault(bytes)
      self = .fault("the file is not UTF-8; save it as UTF-8", line: line, column: column)
    }
  }

  /// Where the first byte stands that is not UTF-8.
  private static func placeOfFault(_ bytes: [UInt8]) -> (line: Int, column: Int) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      var (decoder, rest, column) = (UTF8(), line.makeIterator(), 1)
      decoding: while true {
        switch decoder.decode(&rest) {
        case .scalarValue: column += 1
        case .emptyInput: break decoding
        case .error: return (index + 1, column)
        }
      }
    }
    return (1, 1)
  }
}

extension FileKind {
  /// What the file is, where that cannot be text that somebody wrote; nil where it can.
  fileprivate var nameBesideText: Message? {
    switch self {
    case .webPage, .xml, .json: nil
    case .workbook, .openDocument, .oldWorkbook, .rtf, .document: "a document of an office program"
    case .binary: "a picture, an archive or another program's own file"
    case .zip, .gzip, .bzip2, .xz, .zstandard: "compressed"
    case .sqlite, .parquet: "a database"
    case .pdf: "a PDF document"
    case .gitLFSPointer: "a pointer of Git LFS, to be fetched with git lfs pull"
    case .gitAnnexPointer: "a pointer of git-annex, to be fetched with git annex get"
    case .utf16, .utf16WithoutMark: "in UTF-16"
    case .utf32: "in UTF-32"
    }
  }
}
