import Glibc

/// The C libraries in the program with their versions, as each says itself.
///
/// They are asked through the loader, so that their pointers stay within the modules that they are of.
func linkedLibraries() -> [String] {
  let functions = [
    ("cmark-gfm", "cmark_version_string"), ("Expat", "XML_ExpatVersion"), ("libyaml", "yaml_get_version_string"),
    ("libzip", "zip_libzip_version"), ("SQLite", "sqlite3_libversion"), ("utf8proc", "utf8proc_version"),
    ("zlib", "zlibVersion"),
  ]
  return functions.compactMap { name, function in
    guard let address = dlsym(nil, function) else { return nil }
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    guard let version = unsafeBitCast(address, to: Version.self)().map({ String(cString: $0) }) else { return nil }
    // Expat's answer is `expat_2.5.0`.
    return "\(name) \(version.drop { !$0.isNumber })"
  }
}
