import Files
import FoundationEssentials

/// A style sheet inside the file itself, and the digest by which a content security policy allows only it.
public struct InlineStyle: Sendable {
  /// The text between the tags of the style element.
  public let bytes: [UInt8]
  /// The digest, such as `sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`, which is that of an empty sheet.
  public let hash: String

  /// Creates an inline style; anything that could end the element is escaped as CSS allows.
  public init(_ sheet: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sheet.count)
    for byte in sheet {
      // Browsers treat a carriage return as a line feed, for the digest too.
      if byte == 0x0D { continue }
      if byte == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "<") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    self.bytes = bytes
    hash = "sha256-" + Data(Digest.sha256Bytes(bytes)).base64EncodedString()
  }
}
