import CNettle

/// SHA-256, as 32 bytes or in lower-case hexadecimal.
public enum Digest {
  /// The digest of bytes in memory: `sha256([])` is `e3b0c44298fc1c14…`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(sha256Bytes(bytes))
  }

  /// The digest of bytes in memory, as 32 bytes.
  public static func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }

  /// The digest of a file, read in pieces so that its size does not matter; links in the path are followed.
  public static func sha256(fileAt path: String) throws(FileError) -> String {
    let file = try OpenFile(opening: path)
    return try sha256(of: file)
  }

  /// The digest of a file from its beginning, or of a number of its first bytes.
  package static func sha256(
    of file: borrowing OpenFile, first byteCount: Int = .max
  ) throws(FileError) -> String {
    var hash = SHA256()
    var rest = byteCount
    try file.forEachPiece { piece in
      hash.update(UnsafeRawBufferPointer(rebasing: piece.prefix(rest)))
      rest -= min(rest, piece.count)
      return rest > 0
    }
    return hexadecimal(hash.finish())
  }

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * digest.count) { buffer in
      for (index, byte) in digest.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 2 * digest.count
    }
  }
}

/// A running digest; the only use of Nettle, which uses the processor's own instructions if it has them.
private struct SHA256 {
  private var context = sha256_ctx()

  init() { nettle_sha256_init(&context) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  mutating func finish() -> [UInt8] {
    let byteCount = Int(SHA256_DIGEST_SIZE)
    return [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      nettle_sha256_digest(&context, byteCount, buffer.baseAddress)
      count = byteCount
    }
  }
}
