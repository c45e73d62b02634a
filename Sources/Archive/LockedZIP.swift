import CZip
public import Publishing

/// Writes files into a ZIP that only a password opens: AES-256 as WinZip defined it, which 7-Zip, WinZip, macOS's
/// Archive Utility and libarchive read.
///
/// The names of the files and their sizes can be read without the password. The salt is random, so the same files give
/// different bytes every time.
///
/// - Parameter descriptor: a new file, open for reading and writing, which the caller closes.
/// - Throws: ``ArchiveError`` when libzip or the system refuses.
public func writeLockedZIP(_ files: [OutputFile], password: String, to descriptor: CInt) throws(ArchiveError) {
  try archiving("the encrypted file") {
    let entries = files.map { file in
      ZIPEntry(name: Array(file.path.utf8), byteCount: file.bytes.count) { file.bytes }
    }
    try pack(entries, mode: 0o100600, to: descriptor) { zip, places in
      places.allSatisfy { zip_file_set_encryption(zip, $0, zip_uint16_t(ZIP_EM_AES_256), password) == 0 }
    }
  }
}
