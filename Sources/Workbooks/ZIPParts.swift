import CZip
import Files
import Glibc

/// The parts of a workbook by their names, in the ZIP that holds them.
@safe final class ZIPParts {
  let limits: WorkbookLimits
  private let zip: OpaquePointer
  private let places: [String: zip_uint64_t]

  init(_ file: borrowing OpenFile, _ limits: WorkbookLimits) throws(WorkbookProblem) {
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .unreadable(systemWords(errno)) }
    var code: CInt = 0
    guard let zip = unsafe zip_fdopen(copy, 0, &code) else {
      close(copy)
      var error = unsafe zip_error_t()
      unsafe zip_error_init_with_code(&error, code)
      defer { unsafe zip_error_fini(&error) }
      throw unsafe .damaged(zipWords(&error))
    }
    let count = unsafe Int(clamping: zip_get_num_entries(zip, 0))
    guard count <= limits.entries else {
      unsafe zip_discard(zip)
      throw .tooLarge("more than \(limits.entries) files in the ZIP")
    }
    var places: [String: zip_uint64_t] = [:]
    for place in 0..<zip_uint64_t(max(0, count)) {
      guard let name = unsafe zip_get_name(zip, place, 0) else { continue }
      let key = unsafe Self.key(String(cString: name))
      if places[key] == nil { places[key] = place }
    }
    self.limits = limits
    unsafe self.zip = zip
    self.places = places
  }

  deinit { unsafe zip_discard(zip) }

  func has(_ name: String) -> Bool { places[Self.key(name)] != nil }

  /// Opens a part to be unpacked; nil when there is none of that name.
  ///
  /// - Parameter limit: how many bytes it may unpack to.
  func open(_ name: String, limit: Int) throws(WorkbookProblem) -> ZIPPart? {
    guard let place = places[Self.key(name)] else { return nil }
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(zip, place, 0, &status) == 0, let file = unsafe zip_fopen_index(zip, place, 0) else {
      let error = unsafe zip_get_error(zip)
      let code = unsafe zip_error_code_zip(error)
      if code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD { throw .encrypted }
      throw unsafe .damaged("\(name): \(zipWords(error))")
    }
    return unsafe ZIPPart(name, file, of: self, packed: Int(clamping: status.comp_size), limit: limit)
  }

  /// Names are compared without regard to case, as the format wants, and some programs write backslashes.
  private static func key(_ name: String) -> String {
    let key = String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    return key.hasPrefix("/") ? String(key.dropFirst()) : key
  }
}

/// A part that is being unpacked.
@safe final class ZIPPart {
  let name: String
  let parts: ZIPParts
  private let file: OpaquePointer
  private let packed: Int
  private let limit: Int
  private var unpacked = 0

  init(_ name: String, _ file: OpaquePointer, of parts: ZIPParts, packed: Int, limit: Int) {
    self.name = name
    unsafe self.file = file
    self.parts = parts
    self.packed = packed
    self.limit = limit
  }

  deinit { unsafe zip_fclose(file) }

  /// Unpacks the next bytes; 0 at the end, where the checksum of all of them has been compared.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookProblem) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    let count = unsafe Int(zip_fread(file, start, zip_uint64_t(buffer.count)))
    guard count >= 0 else { throw unsafe .damaged("\(name): \(zipWords(zip_file_get_error(file)))") }
    unpacked += count
    let limits = parts.limits
    guard unpacked <= limit else {
      throw .tooLarge(
        "\(name) unpacks to more than \(limit >> 20) MiB", raisedBy: limit == limits.largePart ? .table : nil)
    }
    guard unpacked <= limits.freeOfRatio || unpacked / limits.ratio <= packed else {
      throw .tooLarge("\(name) unpacks to more than \(limits.ratio) times its size in the file")
    }
    return count
  }
}

/// libzip's own words, which are English.
private func zipWords(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
  unsafe zip_error_strerror(error).map { unsafe String(cString: $0) } ?? "unknown error"
}
