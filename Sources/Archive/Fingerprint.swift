import Files

/// The short mark printed on every page of an edition, such as `3f2a 91c0 77be 0d14`.
///
/// It is computed from what is known before any page is rendered and, through the digest of the previous edition, from
/// the whole history. Its 64 bits tell editions apart at a glance; the digest of `edition.json` is what proves bytes.
public struct Fingerprint: Hashable, Sendable {
  /// Sixteen hexadecimal digits in lower case.
  public let digits: String

  /// Computes the fingerprint of an edition.
  ///
  /// - Parameters:
  ///   - inputs: The SHA-256 of the record of all inputs, in lower-case hexadecimal.
  ///   - previous: The digest of the edition published before, or nil for the first.
  public init(inputs: String, previous: String?, of id: EditionID) {
    let text = """
      vigie fingerprint 1
      inputs \(inputs)
      previous \(previous ?? "none")
      edition \(id.edition)
      revision \(id.revision)

      """
    digits = String(Digest.sha256(Array(text.utf8)).prefix(16))
  }

  /// Finds every fingerprint printed in a page: four groups of four digits with single spaces between.
  public static func all(in page: [UInt8]) -> Set<Fingerprint> {
    var found: Set<Fingerprint> = []
    let length = 19
    guard page.count >= length else { return found }
    for start in 0...(page.count - length) where isFingerprint(page[start..<start + length]) {
      let digits = page[start..<start + length].filter { $0 != UInt8(ascii: " ") }
      found.insert(Fingerprint(digits: String(decoding: digits, as: UTF8.self)))
    }
    return found
  }

  private init(digits: String) {
    self.digits = digits
  }

  private static func isFingerprint(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.enumerated().allSatisfy { index, byte in
      index % 5 == 4 ? byte == UInt8(ascii: " ") : isHexadecimal(byte)
    }
  }
}

extension Fingerprint: CustomStringConvertible {
  /// The digits in groups of four.
  public var description: String {
    var text = ""
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0 && index.isMultiple(of: 4) { text += " " }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}

/// Whether a byte is a hexadecimal digit in lower case.
func isHexadecimal(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}

/// Whether a text is a SHA-256 in lower-case hexadecimal.
func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy(isHexadecimal)
}
