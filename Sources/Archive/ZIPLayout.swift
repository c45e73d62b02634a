/// The one layout that our archives have: no extra fields, no gaps, one comment of fixed length at the end.
enum ZIPLayout {
  /// The sizes of one entry.
  struct Entry {
    let name: [UInt8]
    let packedCount: Int

    var headerCount: Int { 30 + name.count }
    var directoryCount: Int { 46 + name.count }
  }

  /// The comment before its digest; anybody can check it with `head` and `sha256sum`.
  static let sealHeading = "Vigie archive; SHA-256 of the bytes before this comment: "

  /// The length of the comment in bytes.
  static let sealCount = sealHeading.utf8.count + 64

  /// The placeholder for the seal while the bytes before it are being written.
  static let openSeal = sealHeading + String(repeating: "0", count: 64)

  /// The maximum number of entries, including `edition.json`; more would need ZIP64, which not every program reads.
  static let mostEntries = 65_534

  /// The maximum bytes of all contents together, and so of the file: below the limit of ZIP without ZIP64.
  static let mostBytes = 4_000_000_000

  /// The maximum bytes of one file, which is in memory while it is packed or checked.
  static let mostBytesOfFile = 512 << 20

  /// The length of an archive of these entries.
  static func byteCount(_ entries: [Entry]) -> Int {
    entries.reduce(22 + sealCount) { $0 + $1.headerCount + $1.packedCount + $1.directoryCount }
  }

  /// The part of an archive of these entries at an offset, in words.
  static func part(at offset: Int, of entries: [Entry]) -> (path: String?, words: String) {
    var end = 0
    for entry in entries {
      let path = String(decoding: entry.name, as: UTF8.self)
      end += entry.headerCount
      if offset < end { return (path, "the header") }
      end += entry.packedCount
      if offset < end { return (path, "the packed bytes") }
    }
    for entry in entries {
      end += entry.directoryCount
      if offset < end { return (String(decoding: entry.name, as: UTF8.self), "the directory entry") }
    }
    return (nil, offset < end + 22 ? "the end of the directory" : "the closing comment")
  }
}
