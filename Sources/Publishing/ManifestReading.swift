import FoundationEssentials

extension Manifest {
  /// Reads a manifest, trusting nothing in it: every path passes the same checks as that of a new file.
  ///
  /// - Throws: ``PublishError/damagedManifest(_:_:)`` naming `path`.
  package init(reading bytes: [UInt8], at path: String) throws(PublishError) {
    guard let form = try? JSONDecoder().decode(WrittenForm.self, from: Data(bytes)) else {
      throw .damagedManifest(path, .notVigies)
    }
    guard form.format == 1 else { throw .damagedManifest(path, .unknownFormat(form.format)) }
    var seen: Set<[UInt8]> = []
    for file in form.files {
      guard let safe = try? SitePath(file.path) else { throw .damagedManifest(path, .unsafePath(file.path)) }
      guard seen.insert(safe.bytes).inserted else { throw .damagedManifest(path, .duplicatePath(file.path)) }
      let isDigest = file.sha256.utf8.count == 64 && file.sha256.utf8.allSatisfy(isHexadecimal)
      guard file.bytes >= 0, isDigest else { throw .damagedManifest(path, .malformedEntry(file.path)) }
    }
    self.init(form.files.map { Entry(path: $0.path, byteCount: $0.bytes, sha256: $0.sha256) }, bytes: bytes)
  }
}

/// The names that the file uses.
private struct WrittenForm: Decodable {
  struct File: Decodable {
    let path: String
    let bytes: Int
    let sha256: String
  }

  let format: Int
  let files: [File]
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
