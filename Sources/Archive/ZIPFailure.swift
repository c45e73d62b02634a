import CZip

/// An error of libzip in its own words, which are English.
struct ZIPFailure: Error {
  let words: String
  /// The `errno` value, where the system refused and the archive may be sound; otherwise 0.
  let code: CInt

  init(_ words: String) {
    self.words = words
    code = 0
  }

  /// Creates a failure from the last error of an archive.
  init(of zip: OpaquePointer) {
    self.init(error: zip_get_error(zip))
  }

  init(error: UnsafeMutablePointer<zip_error_t>?) {
    code = zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0
    words = zip_error_strerror(error).map { String(cString: $0) } ?? "unknown error"
  }

  init(code: CInt) {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    self.init(error: &error)
  }
}
