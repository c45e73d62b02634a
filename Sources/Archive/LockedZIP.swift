import CZip
import Glibc
public import Publishing

/// Writes files into a ZIP that only a password opens: AES-256 as WinZip defined it, which 7-Zip, WinZip, macOS's
/// Archive Utility and libarchive read.
///
/// The names of the files and their sizes can be read without the password. The salt is random, so that the same files
/// give other bytes every time.
///
/// - Parameter descriptor: a new file, open for reading and writing, which stays the caller's to close.
/// - Throws: ``ArchiveError`` when libzip or the system refuses.
public func writeLockedZIP(_ files: [OutputFile], password: String, to descriptor: CInt) throws(ArchiveError) {
  try archiving("the encrypted file") {
    let failures = EntrySource.Failures()
    let zip = try FileSink(descriptor: descriptor).open()
    do {
      for file in files {
        let source = EntrySource(byteCount: file.bytes.count, failures: failures) { file.bytes }
        let index = try source.add(named: Array(file.path.utf8), to: zip)
        let isSet =
          zip_file_set_dostime(zip, index, 0, 0x21, 0) == 0
          && zip_set_file_compression(zip, index, ZIP_CM_DEFLATE, 6) == 0
          && zip_file_set_external_attributes(zip, index, 0, zip_uint8_t(ZIP_OPSYS_UNIX), 0o100600 << 16) == 0
          && zip_file_set_encryption(zip, index, zip_uint16_t(ZIP_EM_AES_256), password) == 0
        guard isSet else { throw ZIPFailure(of: zip) }
      }
      guard zip_close(zip) == 0 else { throw failures.first ?? ZIPFailure(of: zip) }
    } catch {
      zip_discard(zip)
      throw error
    }
  }
}
