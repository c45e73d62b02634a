import Files
import Glibc

/// Whether an archive ends in the digest of everything before it.
///
/// The seal finds damage that changes no content, such as a byte of a header, and does not depend on the release of the
/// packing library. It proves nothing against a forger, who can compute it; the digests of the edition do.
func isSealed(_ file: borrowing OpenFile, byteCount: Int) throws -> Bool {
  let start = byteCount - ZIPLayout.sealCount
  guard start > 0 else { return false }
  let seal = ZIPLayout.sealHeading + (try Digest.sha256(of: file, first: start))
  return try file.bytes(at: start, count: ZIPLayout.sealCount).elementsEqual(seal.utf8)
}

/// Packs the contents of an archive again and compares.
///
/// - Returns: The first offset that differs, the entry that it belongs to, and its part in words.
func differenceFromRebuilt(
  _ file: borrowing OpenFile, _ zip: ZIPReader
) throws -> (offset: Int, path: String?, part: String) {
  // A file without a name, which is gone when its descriptor is closed.
  guard let stream = tmpfile() else { throw ArchiveError.system(path: "a temporary file", code: errno) }
  defer { fclose(stream) }
  try rebuild(zip, into: fileno(stream))
  let copy = fcntl(fileno(stream), F_DUPFD_CLOEXEC, 0)
  guard copy >= 0 else { throw ArchiveError.system(path: "a temporary file", code: errno) }
  let rebuilt = OpenFile(descriptor: copy, path: "a temporary file")
  let layout = try ZIPReader(rebuilt).entries.map {
    ZIPLayout.Entry(name: $0.name, packedCount: $0.packedCount)
  }
  let offset = try firstDifference(file, rebuilt)
  let (path, part) = ZIPLayout.part(at: offset, of: layout)
  return (offset, path, part)
}

private func rebuild(_ zip: ZIPReader, into descriptor: CInt) throws {
  // Each content is unpacked when its turn to be packed comes, so that only one is in memory at a time.
  let entries = zip.entries.map { entry in
    ZIPEntry(name: entry.name, byteCount: entry.byteCount) { try zip.contents(of: entry) }
  }
  try writeZIP(entries, to: descriptor)
}

/// The first offset at which two files differ, or the length of the shorter one.
private func firstDifference(_ one: borrowing OpenFile, _ other: borrowing OpenFile) throws -> Int {
  let pieceCount = 65_536
  var offset = 0
  while true {
    let (left, right) = (
      try one.bytes(at: offset, count: pieceCount), try other.bytes(at: offset, count: pieceCount)
    )
    if left == right, left.count == pieceCount {
      offset += pieceCount
      continue
    }
    return offset + zip(left, right).prefix { $0 == $1 }.count
  }
}
