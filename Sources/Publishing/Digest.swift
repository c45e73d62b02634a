import Crypto
import Glibc

/// SHA-256 in lower-case hexadecimal.
public enum Digest {
  /// The digest of bytes in memory: `sha256([])` is `e3b0c44298fc1c14…`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hexadecimal(hash.finalize())
  }

  /// The digest of a file, read in pieces so that its size does not matter; links in the path are followed.
  public static func sha256(fileAt path: String) throws(PublishError) -> String {
    let file = try OpenFile(opening: path)
    return try sha256(of: file)
  }

  /// The digest of a file from its beginning, or of so many of its first bytes.
  package static func sha256(
    of file: borrowing OpenFile, first byteCount: Int = .max
  ) throws(PublishError) -> String {
    var hash = SHA256()
    var rest = byteCount
    try file.forEachPiece { piece in
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: piece.prefix(rest)))
      rest -= min(rest, piece.count)
      return rest > 0
    }
    return hexadecimal(hash.finalize())
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { buffer in
      var end = 0
      for byte in digest {
        buffer[end] = digits[Int(byte >> 4)]
        buffer[end + 1] = digits[Int(byte & 15)]
        end += 2
      }
      return end
    }
  }
}
