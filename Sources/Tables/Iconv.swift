import Glibc

/// The C library's conversion of one encoding to UTF-8.
final class Iconv {
  /// Why a conversion stopped before the end of its bytes.
  enum Stop {
    /// The bytes end within a character.
    case incomplete
    /// The encoding has nothing for what comes next.
    case undefined
  }

  private let descriptor: iconv_t

  /// Creates a conversion; nil where the C library lacks its tables for it.
  ///
  /// - Parameter isBigEndian: of UTF-16, whether the large byte comes first.
  init?(_ encoding: TextEncoding, isBigEndian: Bool = false) {
    let name =
      switch encoding {
      case .utf8: "UTF-8"
      case .utf16: isBigEndian ? "UTF-16BE" : "UTF-16LE"
      case .windows1252: "WINDOWS-1252"
      case .iso88591: "ISO-8859-1"
      case .iso885915: "ISO-8859-15"
      case .macintosh: "MACINTOSH"
      }
    // The C library says that it has no such conversion by the pointer -1.
    guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts as many bytes as it can.
  ///
  /// - Parameter output: room for three bytes for each of `input`, which is always enough.
  /// - Returns: how many bytes were taken and given, and why it stopped; nil at the end of the bytes.
  func convert(
    _ input: UnsafeMutableBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>
  ) -> (taken: Int, given: Int, stop: Stop?) {
    var from = UnsafeMutableRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var to = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    var room = output.count
    let isWhole = iconv(descriptor, &from, &left, &to, &room) != -1
    let stop: Stop? = isWhole ? nil : errno == EINVAL ? .incomplete : .undefined
    return (input.count - left, output.count - room, stop)
  }

  /// What a byte is in an encoding of one byte a letter; nil where it is nothing.
  static func scalar(_ byte: UInt8, in encoding: TextEncoding) -> Unicode.Scalar? {
    guard let iconv = Iconv(encoding) else { return nil }
    var input = [byte]
    var output = [UInt8](repeating: 0, count: 4)
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in iconv.convert(input, to: output) }
    }
    guard result.stop == nil else { return nil }
    return String(decoding: output[..<result.given], as: UTF8.self).unicodeScalars.first
  }
}
