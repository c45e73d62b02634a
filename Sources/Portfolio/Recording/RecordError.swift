import Files
public import Review

/// Why a row could not be recorded; unless the case says otherwise no file was changed.
public enum RecordError: Error, Equatable, Sendable {
  /// The action that the system refused.
  public enum Action: Equatable, Sendable {
    case open, lock, write
  }

  /// The settings say how the table's own file is read, so that its columns are another program's.
  case mapped(Table, file: String)

  /// The file has no column for something that was given.
  case missingColumns([String], file: String)

  /// The text for a column contains a NUL, which many programs take for the end of a text.
  case unwritableText(column: String)

  /// The table is a symbolic link.
  case link(file: String)

  /// A folder, a device or the like is at the table's path.
  case notAFile(file: String)

  /// Somebody wrote to the file, or replaced it, while the row was checked.
  case changed(file: String)

  /// The row would have been read back as something else, so it was removed again.
  case notReadBack(file: String)

  /// The system refused; `code` is the `errno` value.
  case system(Action, file: String, code: Int32)

  /// Only a part of the row fitted, and was removed again.
  case noRoom(file: String)

  /// A part of the row **is** in the file: it could not be removed again.
  case cutShort(file: String)
}

extension RecordError: CustomStringConvertible {
  /// One line of words: what happened and what to do.
  public var description: String {
    switch self {
    case .mapped(let table, let file):
      "the rows of \(file) are another program's, because \(Settings.fileName) says how they are read; give that file "
        + "another name there, and Vigie keeps its own rows of \(table.rawValue) in \(file)\(Self.nothingWritten)"
    case .missingColumns(let columns, let file):
      "\(file) has no column \(columns.map { "'\($0)'" }.joined(separator: " and no column ")); "
        + "add \(columns.count == 1 ? "it" : "them") to the end of its first line, or leave that out"
        + "\(Self.nothingWritten)"
    case .unwritableText(let column):
      "the text for '\(column)' holds a NUL character; leave it out\(Self.nothingWritten)"
    case .link(let file):
      "\(file) is a symbolic link, and Vigie does not write through links; put the file itself there"
        + "\(Self.nothingWritten)"
    case .notAFile(let file):
      "\(file) is not a file; move it\(Self.nothingWritten)"
    case .changed(let file):
      "\(file) was changed by somebody else at the same moment; look at it and try again\(Self.nothingWritten)"
    case .notReadBack(let file):
      "\(file) would not give the row back as it was meant, so it is as it was before\(Self.nothingWritten)"
    case .system(let action, let file, let code):
      "cannot \(action) \(file): \(systemWords(code))\(Self.nothingWritten)"
    case .noRoom(let file):
      "there is no room for the row in \(file), on a full disk or at a limit\(Self.nothingWritten)"
    case .cutShort(let file):
      "the row could not be written to the end, nor taken out of \(file) again; look at its last line"
    }
  }

  private static let nothingWritten = "; nothing was written"
}
