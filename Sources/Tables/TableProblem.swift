public import Files
public import Findings
public import Workbooks

/// Why a table cannot be read at all.
public struct TableProblem: Error, Hashable {
  /// The facts.
  public enum Kind: Hashable, Sendable {
    /// The file could not be opened or read; the system's own words.
    case unreadable(String)
    /// The file is not a CSV file.
    case otherKind(FileKind)
    /// A byte that is not valid UTF-8 at its position, and the encodings that would read its line, likeliest first.
    case notUTF8(byte: UInt8, encodings: [TextEncoding] = [])
    /// A byte, or of UTF-16 a unit of two, that the encoding of the settings has nothing for.
    case notInEncoding(byte: UInt16, encoding: TextEncoding)
    /// A quoted cell without a closing quote.
    case unclosedQuote
    /// Nothing in the file, not even a header line.
    case empty
    /// There is no row with the number at which the header should be.
    case noHeader(row: Int)
    /// The workbook has no sheet of that name or number, but these.
    case noSheet([String])
    /// The workbook cannot be read.
    case workbook(WorkbookProblem)
    /// The query was refused; the database's own words.
    case query(String)
    /// An engine gave no answer; why, in words.
    case engine(String)
    /// Another program writes to the database.
    case locked
    /// A program that wrote to the database stopped in the middle, and undoing it takes writing.
    case unopenable
    /// The file is no database.
    case notDatabase
    /// The table is larger than the settings let it be.
    case tooLarge(Limits.Setting, limit: Int)
    /// A part of the file cannot be read; the words of the library that reads it.
    case damaged(String, of: Container = .database)
  }

  /// What a table can be in.
  public enum Container: Hashable, Sendable {
    case database, gzip
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
    case .query, .engine, .tooLarge(.querySteps, _), .unreadable, .noHeader, .noSheet, .workbook(.unreadable): true
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
    case .notUTF8(let byte, let encodings):
      if let likeliest = encodings.first {
        "byte \(column ?? 0) of the line, 0x\(hexadecimal(byte)), is not UTF-8; encoding: \(likeliest.name) beside the file in the settings would read it"
      } else {
        "byte \(column ?? 0) of the line, 0x\(hexadecimal(byte)), is not UTF-8, and which encoding it is cannot be told; save the file as UTF-8 (in Excel: CSV UTF-8)"
      }
    case .notInEncoding(let byte, let encoding):
      "0x\(hexadecimal(byte)) is no character of \(encoding.name), which the settings say; correct encoding: there, or save the file as UTF-8"
    case .unclosedQuote: "the quoted cell that begins here never ends; close it with '\"'"
    case .empty: "the file is empty; its first line must name the columns"
    case .noHeader(let row): "row \(row), which the settings call its header, is blank or not there"
    case .noSheet(let names) where names.isEmpty: "the workbook has no sheet with a table"
    case .noSheet(let names): "the workbook has no such sheet, but: \(names.joined(separator: ", "))"
    case .workbook(let problem): problem.words
    case .query(let reason): "the query was refused: \(reason)"
    case .engine(let reason): "\(reason)"
    case .locked: "another program is writing to the database; run this again when it has finished, or name a copy"
    case .unopenable:
      "the database needs a folder that may be written, because a program uses it or stopped in the middle of writing; copy it with the files beside it into a folder of yours, and name the copy"
    case .notDatabase: "the file is no SQLite database; name a CSV file with file: instead of sqlite:"
    case .tooLarge(let setting, let limit): setting.words(limit)
    case .damaged(let reason, .gzip): "the gzip file is damaged (\(reason)); export it again, or copy it again"
    case .damaged(let reason, .database):
      "the database is damaged (\(reason)); export it again, or save what is left of it with: sqlite3 FILE .recover"
    }
  }

  private func hexadecimal(_ byte: some UnsignedInteger) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}

extension WorkbookProblem {
  fileprivate var words: Message {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAWorkbook: "the file is no workbook; save it as .xlsx or CSV"
    case .encrypted: "the workbook has a password; save it without one"
    case .oldWorkbook: "the file is an old Excel workbook; save it as .xlsx"
    case .binaryWorkbook: "the file is a binary Excel workbook; save it as .xlsx"
    case .webPage: FileKind.webPage.advice
    case .plainText: "the file is called a workbook and is plain text; give it the ending .csv"
    case .damaged(let what): "the workbook is damaged: \(what); save it again in the program that made it"
    case .tooLarge(let what, nil): "the workbook is larger than any that people keep: \(what)"
    case .tooLarge(let what, let setting?): "the workbook is too large: \(what); \(setting.advice)"
    case .noSheet: "the workbook has no sheet with a table"
    }
  }
}

extension FileKind {
  /// What the file is, and how to turn it into a table.
  fileprivate var advice: Message {
    switch self {
    case .workbook: "the file is an Excel workbook; save its sheet as CSV UTF-8"
    case .openDocument: "the file is an OpenDocument spreadsheet; save it as .xlsx"
    case .oldWorkbook: "the file is an old Excel workbook, or one with a password; save it as .xlsx without one"
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
    case .utf16WithoutMark:
      "the file is UTF-16 without a mark; write encoding: utf-16 beside the file in the settings"
    case .utf32: "the file is UTF-32; save it as UTF-8"
    case .document: "the file is a document or slides of an office program; save its table as CSV UTF-8"
    case .binary:
      "the file is a picture, an archive or another program's own, and no text; export the table as CSV"
    }
  }
}
