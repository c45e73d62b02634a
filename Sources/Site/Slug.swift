import Files

/// A file name made from an id: safe on every file system, stable, and unique for each id.
///
/// Lower-case letters, digits and single hyphens represent themselves, `a_` an upper-case letter and `__` an
/// underscore, so that plain ids stay readable (`C1001` becomes `c_1001`). Every other id keeps its letters and digits,
/// followed by a double hyphen, which no plain name contains, and the first 128 bits of its SHA-256. No name depends
/// on the other ids.
public func slug(of id: String) -> String {
  if let plain = plainSlug(of: id) { return plain }
  var readable: [UInt8] = []
  for byte in id.utf8 where readable.count < 32 {
    switch byte {
    case 97...122, 48...57: readable.append(byte)
    case 65...90: readable.append(byte + 32)
    default: if readable.last != 45, !readable.isEmpty { readable.append(45) }
    }
  }
  while readable.last == 45 { readable.removeLast() }
  if readable.isEmpty { readable = Array("id".utf8) }
  return String(decoding: readable, as: UTF8.self) + "--" + Digest.sha256(Array(id.utf8)).prefix(32)
}

/// The maximum length of a name that is written out in full.
private let longestPlainSlug = 64

/// Names that Windows reserves for devices, and the name of each folder's first page.
private let reservedNames: Set<String> = Set(
  ["con", "prn", "aux", "nul", "index"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

private func plainSlug(of id: String) -> String? {
  var output: [UInt8] = []
  var last: UInt8 = 45
  for byte in id.utf8 {
    switch byte {
    case 97...122, 48...57: output.append(byte)
    case 65...90: output += [byte + 32, 95]
    // Some hosts do not serve files whose name begins with an underscore.
    case 95 where !output.isEmpty: output += [95, 95]
    // A hyphen at the start looks like an option, and two of them separate a digest.
    case 45 where last != 45: output.append(45)
    default: return nil
    }
    last = byte
    if output.count > longestPlainSlug { return nil }
  }
  guard !output.isEmpty, last != 45 else { return nil }
  let slug = String(decoding: output, as: UTF8.self)
  return reservedNames.contains(slug) ? nil : slug
}
