import Files
import FoundationEssentials

/// A style sheet that stands in the file itself, and the digest by which a content security policy allows it alone.
public struct InlineStyle: Sendable {
  /// What stands between the tags of the style element.
  public let bytes: [UInt8]
  /// Such as `sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`, which is that of an empty sheet.
  public let hash: String

  /// Takes a sheet; what could end its element is spelt as CSS lets it be.
  public init(_ sheet: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sheet.count)
    for byte in sheet {
      // Browsers count a carriage return as a line feed, in the digest too.
      if byte == 0x0D { continue }
      if byte == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "<") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    self.bytes = bytes
    hash = "sha256-" + Data(Digest.sha256Bytes(bytes)).base64EncodedString()
  }
}
