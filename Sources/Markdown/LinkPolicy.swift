/// Decides which addresses a link may have.
struct LinkPolicy {
  /// Whether links to pages of the site may omit the scheme.
  let allowsPagesOfTheSite: Bool

  /// The policy for page templates.
  static let page = LinkPolicy(allowsPagesOfTheSite: true)
  /// The policy for text that others wrote.
  static let note = LinkPolicy(allowsPagesOfTheSite: false)

  private static let schemes: [[UInt8]] = ["https", "http", "mailto"].map { Array($0.utf8) }

  /// True for https, http and mailto addresses and, if the policy allows them, for relative ones.
  ///
  /// `//host`, `\\host` and every other scheme are refused, even when control characters or blanks hide them.
  func allows(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return false }
    let end = bytes.firstIndex { ":/?#".utf8.contains($0) } ?? bytes.endIndex
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ":") {
      let scheme = bytes[..<end].map { (65...90).contains($0) ? $0 + 32 : $0 }
      return LinkPolicy.schemes.contains(scheme)
    }
    return allowsPagesOfTheSite && !bytes.starts(with: Array("//".utf8))
  }
}
