import Customer

extension ProofScan {
  /// A passage of a file to search.
  public struct Passage: Sendable {
    /// Its name in a leak.
    public let name: String
    /// Its paragraphs, one per line.
    let text: String
    /// For each line, the section of the document that it is in.
    let parts: [String?]
    /// Whether readers see it, so that a number or a judgement in it is the document's own.
    let isRead: Bool

    /// Whether a name in it may begin with a lower-case letter, as in addresses and file names, which may also contain
    /// the customer's own id.
    let isLowercase: Bool

    /// Creates a part from text.
    ///
    /// - Parameters:
    ///   - isRead: false for metadata and styles, whose numbers are a program's.
    ///   - isLowercase: true for addresses and file names.
    public init(_ name: String, _ text: String, isRead: Bool = true, isLowercase: Bool = false) {
      self.init(name, text, parts: [], isRead: isRead, isLowercase: isLowercase)
    }

    init(_ name: String, _ text: String, parts: [String?], isRead: Bool, isLowercase: Bool = false) {
      self.isLowercase = isLowercase
      self.name = name
      self.text = text
      self.parts = parts
      self.isRead = isRead
    }

    /// The parts of an HTML file.
    public static func all(ofHTML html: [UInt8]) -> [Passage] { FinishedPage(html, builtInStyle: []).passages }
  }
}

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
    if spaced != text { passages.append(ProofScan.Passage("text", blanked(spaced), parts: sections, isRead: true)) }
    passages.append(ProofScan.Passage("attributes", blanked(parts.attributes)))
    if !parts.links.isEmpty { passages.append(ProofScan.Passage("links", parts.links, isLowercase: true)) }
    if !parts.comments.isEmpty { passages.append(ProofScan.Passage("comments", parts.comments)) }
    if Array(parts.style.utf8) != InlineStyle(builtInStyle).bytes {
      passages.append(ProofScan.Passage("style", parts.style, isRead: false))
    }
    self.passages = passages
  }
}
