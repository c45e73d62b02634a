public import Findings

/// Why a table cannot be read at all.
public struct TableProblem: Error, Hashable {
  /// The facts.
  public enum Kind: Hashable, Sendable {
    /// The file could not be opened or read; the system's own words.
    case unreadable(String)
    /// The file is not a CSV file.
    case otherKind(FileKind)
    /// A byte that is not valid UTF-8 at its position.
    case notUTF8(byte: UInt8)
    /// A quoted cell without a closing quote.
    case unclosedQuote
    /// Nothing in the file, not even a header line.
    case empty
    /// The query was refused; the database's own words.
    case query(String)
    /// Another program writes to the database.
    case locked
    /// A program that wrote to the database stopped in the middle, and undoing it takes writing.
    case unopenable
    /// The file is no database.
    case notDatabase
    /// A part of the database cannot be read; the database's own words.
    case damaged(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1.
  public let line: Int?
  /// The position in the line, from 1: in bytes for `notUTF8`, otherwise in Unicode scalars.
  public let column: Int?

  /// Creates a problem from a fact and a place.
  public init(_ kind: Kind, line: Int? = nil, column: Int? = nil) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// Whether the settings, not the file, are the place to look at: the query is wrong, or the file is not there.
  public var isOfSettings: Bool {
    switch kind {
    case .query, .unreadable: true
    default: false
    }
  }

  /// The problem in words.
  public func finding(file: String) -> Finding {
    Finding(.error, file: file, line: line, column: column, words)
  }

  private var words: Message {
    switch kind {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .otherKind(let kind): kind.advice
    case .notUTF8(let byte):
      "byte \(column ?? 0) of the line, 0x\(hexadecimal(byte)), is not UTF-8, and which encoding it is cannot be told; save the file as UTF-8 (Excel: CSV UTF-8; with iconv: -f WINDOWS-1252 for an older export from Windows, -f MACINTOSH for one from a Mac)"
    case .unclosedQuote: "the quoted cell that begins here never ends; close it with '\"'"
    case .empty: "the file is empty; its first line must name the columns"
    case .query(let reason): "the query was refused: \(reason)"
    case .locked: "another program is writing to the database; run this again when it has finished, or name a copy"
    case .unopenable:
      "the database needs a folder that may be written, because a program uses it or stopped in the middle of writing; copy it with the files beside it into a folder of yours, and name the copy"
    case .notDatabase: "the file is no SQLite database; name a CSV file with file: instead of sqlite:"
    case .damaged(let reason):
      "the database is damaged (\(reason)); export it again, or save what is left of it with: sqlite3 FILE .recover"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}

extension FileKind {
  /// What the file is, and how to turn it into a table.
  fileprivate var advice: Message {
    switch self {
    case .workbook: "the file is an Excel workbook; save its sheet as CSV UTF-8"
    case .openDocument: "the file is an OpenDocument spreadsheet; save its sheet as CSV"
    case .oldWorkbook: "the file is an old Excel workbook, or one with a password; save its sheet as CSV UTF-8"
    case .zip: "the file is a ZIP archive; unpack it"
    case .gzip: "the file is compressed with gzip; unpack it with gunzip"
    case .bzip2: "the file is compressed with bzip2; unpack it with bunzip2"
    case .xz: "the file is compressed with xz; unpack it with unxz"
    case .zstandard: "the file is compressed with Zstandard; unpack it with unzstd"
    case .sqlite: "the file is a SQLite database; name it as sqlite: with a query: in the settings"
    case .parquet: "the file is a Parquet file; export it as CSV"
    case .pdf: "the file is a PDF; export the table as CSV"
    case .webPage: "the file is a web page, not a table; sign in and export it again"
    case .xml: "the file is XML; export it as CSV"
    case .json: "the file is JSON; export it as CSV"
    case .rtf: "the file is an RTF document; save it as plain text in CSV"
    case .gitLFSPointer: "the file is a Git LFS pointer, not the table; fetch it with git lfs pull"
    case .gitAnnexPointer: "the file is a git-annex pointer, not the table; fetch it with git annex get"
    case .utf16: "the file is UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)"
    case .utf16WithoutMark: "the file is UTF-16 without a mark; save it as UTF-8 (in Excel: CSV UTF-8)"
    case .utf32: "the file is UTF-32; save it as UTF-8"
    case .document: "the file is a document or slides of an office program; save its table as CSV UTF-8"
    case .binary:
      "the file is a picture, an archive or another program's own, and no text; export the table as CSV"
    }
  }
}
