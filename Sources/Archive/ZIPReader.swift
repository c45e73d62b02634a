import CZip
import Files
import Glibc

/// A ZIP opened for reading; on opening it, libzip has compared the header of every entry with the directory.
///
/// It is a class because packing contents again reads them from a closure, while libzip writes.
final class ZIPReader {
  /// What the directory says about one entry; none of it can be trusted.
  struct Entry {
    let index: Int
    let name: [UInt8]
    let byteCount: Int
    let packedCount: Int
    let isPlain: Bool
  }

  let entries: [Entry]
  private let zip: OpaquePointer

  init(_ file: borrowing OpenFile) throws {
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw ArchiveError.system(path: file.path, code: errno) }
    var code: CInt = 0
    guard let zip = zip_fdopen(copy, ZIP_CHECKCONS, &code) else {
      close(copy)
      throw ZIPFailure(code: code)
    }
    let count = max(0, Int(zip_get_num_entries(zip, 0)))
    do {
      entries = try (0..<count).map { try Self.entry($0, of: zip) }
    } catch {
      zip_discard(zip)
      throw error
    }
    self.zip = zip
  }

  deinit { zip_discard(zip) }

  /// Unpacks an entry, which must hold exactly as many bytes as the directory says.
  func contents(of entry: Entry) throws(ZIPFailure) -> [UInt8] {
    guard let file = zip_fopen_index(zip, zip_uint64_t(entry.index), 0) else { throw ZIPFailure(of: zip) }
    defer { zip_fclose(file) }
    var position = 0
    // One byte more than announced, so that an entry that continues is detected without unpacking it to its end.
    var bytes = [UInt8](repeating: 0, count: entry.byteCount + 1)
    while position < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[position...])
        return rest.baseAddress.map { zip_fread(file, $0, zip_uint64_t(rest.count)) } ?? -1
      }
      guard count >= 0 else { throw ZIPFailure(error: zip_file_get_error(file)) }
      if count == 0 { break }
      position += Int(count)
    }
    guard position == entry.byteCount else { throw ZIPFailure("it holds other than its announced length") }
    bytes.removeLast()
    return bytes
  }

  private static func entry(_ index: Int, of zip: OpaquePointer) throws -> Entry {
    var status = zip_stat_t()
    guard zip_stat_index(zip, zip_uint64_t(index), 0, &status) == 0,
      let name = zip_get_name(zip, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW))
    else { throw ZIPFailure(of: zip) }
    let methods = [zip_uint16_t(ZIP_CM_STORE), zip_uint16_t(ZIP_CM_DEFLATE)]
    return Entry(
      index: index, name: Array(UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }),
      byteCount: Int(clamping: status.size), packedCount: Int(clamping: status.comp_size),
      isPlain: status.encryption_method == ZIP_EM_NONE && methods.contains(status.comp_method))
  }
}
