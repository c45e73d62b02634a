import CZip
import Files
import Glibc

/// One file to be written into a ZIP; its contents are requested when its turn comes.
struct ZIPEntry {
  let name: [UInt8]
  let byteCount: Int
  let contents: () throws -> [UInt8]
}

/// Writes a ZIP that depends only on names and contents, sealed with the digest of its own bytes.
///
/// - Parameter entries: In their order in the ZIP.
/// - Parameter descriptor: A new file, open for reading and writing.
func writeZIP(_ entries: [ZIPEntry], to descriptor: CInt) throws {
  try pack(entries, mode: 0o100644, to: descriptor) { zip, _ in
    let comment = ZIPLayout.openSeal
    return zip_set_archive_comment(zip, comment, zip_uint16_t(comment.utf8.count)) == 0
  }
  try seal(descriptor)
}

/// Packs entries in their order, deflated, all with one mode and dated the first day that a ZIP can express.
///
/// - Parameter finish: sets the rest of the archive, given the places of the entries; false when libzip refuses.
func pack(
  _ entries: [ZIPEntry], mode: UInt32, to descriptor: CInt, finish: (OpaquePointer, [zip_uint64_t]) -> Bool
) throws {
  let failures = EntrySource.Failures()
  let zip = try FileSink(descriptor: descriptor).open()
  do {
    let places = try entries.map { try add($0, mode: mode, to: zip, failures) }
    guard finish(zip, places) else { throw ZIPFailure(of: zip) }
    guard zip_close(zip) == 0 else { throw failures.first ?? ZIPFailure(of: zip) }
  } catch {
    zip_discard(zip)
    throw error
  }
}

private func add(
  _ entry: ZIPEntry, mode: UInt32, to zip: OpaquePointer, _ failures: EntrySource.Failures
) throws(ZIPFailure) -> zip_uint64_t {
  let source = EntrySource(byteCount: entry.byteCount, failures: failures, load: entry.contents)
  let index = try source.add(named: entry.name, to: zip)
  // 1980-01-01, the first day that a ZIP can express; libzip would take the time of the clock.
  let isSet =
    zip_file_set_dostime(zip, index, 0, 0x21, 0) == 0
    && zip_set_file_compression(zip, index, ZIP_CM_DEFLATE, 6) == 0
    && zip_file_set_external_attributes(zip, index, 0, zip_uint8_t(ZIP_OPSYS_UNIX), mode << 16) == 0
  guard isSet else { throw ZIPFailure(of: zip) }
  return index
}

/// Writes the digest of everything before the comment into the comment.
private func seal(_ descriptor: CInt) throws {
  let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
  guard copy >= 0 else { throw FileError.system(.open, path: "the archive", code: errno) }
  let file = OpenFile(descriptor: copy, path: "the archive")
  let start = try file.status().byteCount - ZIPLayout.sealCount
  let comment = ZIPLayout.sealHeading + (try Digest.sha256(of: file, first: start))
  let code = Array(comment.utf8).withUnsafeBytes { writeAll($0, to: descriptor, at: start) }
  guard code == 0 else { throw FileError.system(.write, path: "the archive", code: code) }
}
