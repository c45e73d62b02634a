import Files

/// Reads from a file, and tells the system's refusal as a problem of the workbook.
func reading<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(WorkbookProblem) -> Result {
  do throws(FileError) { return try body() } catch { throw .unreadable(error.reason) }
}

extension WorkbookProblem {
  /// Tells what a file is instead of a ZIP, by its contents: names of files are often wrong.
  ///
  /// - Returns: nil for a ZIP.
  static func ofFile(_ file: borrowing OpenFile) throws(FileError) -> WorkbookProblem? {
    let beginning = try file.bytes(at: 0, count: 4096)
    if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return nil
    }
    if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return try ofCompoundFile(file)
    }
    guard let text = plainText(beginning) else { return .notAWorkbook }
    return isWebPage(text) ? .webPage : .plainText
  }

  /// Looks for the names of streams in a compound file, the container of Microsoft's older formats.
  ///
  /// Its directory has an entry of 128 bytes for each stream, which begins with the name in UTF-16.
  private static func ofCompoundFile(_ file: borrowing OpenFile) throws(FileError) -> WorkbookProblem {
    let encrypted = utf16("EncryptedPackage")
    let workbooks = [utf16("Workbook"), utf16("Book")]
    var problem = WorkbookProblem.notAWorkbook
    try unsafe file.forEachPiece { piece in
      for entry in stride(from: 0, to: piece.count - 127, by: 128) {
        let name = unsafe piece[entry..<entry + 64]
        if unsafe name.starts(with: encrypted) {
          problem = .encrypted
          return false
        }
        if workbooks.contains(where: { unsafe name.starts(with: $0) }) { problem = .oldWorkbook }
      }
      return true
    }
    return problem
  }

  /// A name of ASCII letters with the zero that ends it.
  private static func utf16(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } + [0, 0] }

  /// The beginning of a text in small letters; nil for bytes that are no text.
  private static func plainText(_ bytes: [UInt8]) -> Substring? {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    // Markup is ASCII, so half of the bytes of UTF-16 tell it.
    let letters = isUTF16 ? bytes.dropFirst(2).filter { $0 != 0 } : bytes
    let controls = letters.count { $0 < 0x09 || (0x0E..<0x1B).contains($0) }
    guard !letters.isEmpty, controls * 25 <= letters.count, isUTF16 || !letters.contains(0) else { return nil }
    let text = String(decoding: letters, as: UTF8.self).lowercased()
    return text.drop { $0 == "\u{FEFF}" || $0.isWhitespace }
  }

  private static func isWebPage(_ text: Substring) -> Bool {
    let beginnings = [
      "<!doctype html", "<html", "<head", "<meta", "<title", "<style", "<body", "<table", "<div", "mime-version:",
    ]
    return beginnings.contains { text.hasPrefix($0) }
      || ((text.hasPrefix("<?xml") || text.hasPrefix("<!--")) && text.contains("<html"))
  }
}
