import Customer

/// A finished HTML file, read once: its parts to search, and everything that no customer's document may contain.
public struct FinishedPage: Sendable {
  /// Everything that could load, run or hide something; a file with any fault is refused.
  public let faults: [PageFault]
  /// The parts to search.
  public let passages: [ProofScan.Passage]
  /// The fingerprint in it, whose digits are not a number.
  public let fingerprint: String?

  /// Reads a file.
  ///
  /// - Parameter builtInStyle: the built-in style, whose words and numbers are not private.
  public init(_ html: [UInt8], builtInStyle: [UInt8]) {
    let parts = PageParts(html)
    faults = parts.faults
    let fingerprint = SnapshotMark.read(html)?.fingerprint
    self.fingerprint = fingerprint
    let ours = [fingerprint, InlineStyle(Array(parts.style.utf8)).hash].compactMap { $0 }
    func blanked(_ text: String) -> String { ours.reduce(text) { $0.replacing($1, with: " ") } }
    let sections = parts.blocks.map(\.section)
    let text = parts.blocks.map(\.text).joined(separator: "\n")
    let spaced = parts.blocks.map(\.spacedText).joined(separator: "\n")
    var passages = [ProofScan.Passage("text", blanked(text), parts: sections, isRead: true)]
    // Most tags within a line stand where there is a blank or a sign already.
    if SearchText(spaced).words != SearchText(text).words {
      passages.append(ProofScan.Passage("text", blanked(spaced), parts: sections, isRead: true))
    }
    passages.append(ProofScan.Passage("attributes", blanked(parts.attributes)))
    if !parts.names.isEmpty { passages.append(ProofScan.Passage("attributes", parts.names, isLowercase: true)) }
    if !parts.links.isEmpty { passages.append(ProofScan.Passage("links", parts.links, isLowercase: true)) }
    if !parts.comments.isEmpty { passages.append(ProofScan.Passage("comments", parts.comments)) }
    if Array(parts.style.utf8) != InlineStyle(builtInStyle).bytes {
      passages.append(ProofScan.Passage("style", parts.style, isRead: false, isLowercase: true))
    }
    self.passages = passages
  }
}
