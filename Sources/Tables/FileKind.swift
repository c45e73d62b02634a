import Files

/// The kind of a file that was given as a CSV file but is something else, detected from its first bytes.
public enum FileKind: Hashable, Sendable, CaseIterable {
  case workbook, openDocument, oldWorkbook, zip, gzip, bzip2, xz, zstandard, sqlite, parquet, pdf, webPage, xml, json
  case rtf, gitLFSPointer, gitAnnexPointer, utf16, utf16WithoutMark, utf32, document, binary

  /// Detects the kind from the beginning of a file.
  ///
  /// - Parameter bytes: the first few thousand bytes, or all of a shorter file.
  /// - Returns: nil for what may be a table in text form.
  public init?(beginning bytes: UnsafeBufferPointer<UInt8>) {
    if let kind = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.kind {
      self = kind == .zip ? Self.package(bytes) : kind
      return
    }
    // UTF-32 has three NULs for a letter of the header.
    if bytes.count >= 8, bytes.prefix(8).count(where: { $0 == 0 }) == 6 {
      self = .utf32
      return
    }
    let nuls = bytes.prefix(512).enumerated().lazy.filter { $0.element == 0 }.map(\.offset)
    let looked = min(bytes.count, 512)
    // In UTF-16, text in most languages has a NUL in every second byte, always on the same side.
    if looked >= 4, nuls.count * 3 >= looked, Set(nuls.map { $0 % 2 }).count == 1 {
      self = .utf16WithoutMark
      return
    }
    // The header is plain where the rows are in another script.
    let header = bytes.prefix(8).map { $0 == 0 }
    if header == [false, true, false, true, false, true, false, true]
      || header == [true, false, true, false, true, false, true, false]
    {
      self = .utf16WithoutMark
      return
    }
    // In text a control character is a slip; of bytes at random one in twelve is one.
    if bytes.prefix(512).count(where: { $0 < 0x09 || (0x0E..<0x1B).contains($0) }) * 25 > looked {
      self = .binary
      return
    }
    guard let kind = Self.markup(bytes) else { return nil }
    self = kind
  }

  /// Looks at the beginning of a file; nil as well for one that cannot be read.
  init?(ofFile path: String) {
    guard let beginning = try? OpenFile.toReadAll(path).bytes(at: 0, count: 4096) else { return nil }
    self.init(bytes: beginning)
  }

  /// Looks at the beginning of a file.
  public init?(bytes: [UInt8]) {
    guard let kind = bytes.withUnsafeBufferPointer({ FileKind(beginning: $0) }) else { return nil }
    self = kind
  }

  private static let signatures: [(kind: FileKind, bytes: [UInt8])] = [
    (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.gzip, [0x1F, 0x8B]),
    (.bzip2, Array("BZh".utf8)), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
    (.sqlite, Array("SQLite format 3\0".utf8)), (.parquet, Array("PAR1".utf8)), (.pdf, Array("%PDF-".utf8)),
    (.rtf, Array("{\\rtf".utf8)), (.gitLFSPointer, Array("version https://git-lfs.github.com/spec/".utf8)),
    (.gitAnnexPointer, Array("/annex/objects/".utf8)), (.utf32, [0xFF, 0xFE, 0x00, 0x00]),
    (.utf32, [0x00, 0x00, 0xFE, 0xFF]), (.utf16, [0xFF, 0xFE]), (.utf16, [0xFE, 0xFF]),
  ]

  /// The kind of a ZIP, by the names in it: files of office programs begin with characteristic ones.
  private static func package(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind {
    let beginning = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if beginning.contains("word/") || beginning.contains("ppt/") { return .document }
    if beginning.contains("xl/") || beginning.contains("[Content_Types].xml") { return .workbook }
    return beginning.contains("application/vnd.oasis.opendocument") ? .openDocument : .zip
  }

  private static func markup(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let beginning = String(decoding: text.prefix(64), as: UTF8.self).lowercased()
    if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") || beginning.hasPrefix("<head") {
      return .webPage
    }
    if beginning.hasPrefix("<?xml") { return .xml }
    let json = beginning.utf8.prefix(2)
    return json.elementsEqual("[{".utf8) || json.elementsEqual("{\"".utf8) || beginning.hasPrefix("{\n")
      || beginning.hasPrefix("[\n") ? .json : nil
  }
}
