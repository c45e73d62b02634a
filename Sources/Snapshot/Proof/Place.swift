import Customer

extension ProofScan {
  /// A part of a file that is searched.
  public struct Place: Sendable {
    /// What it is called in a leak.
    public let name: String
    /// Its paragraphs, one a line.
    let text: String
    /// For each line the part of the document that it stands in.
    let parts: [String?]
    /// Whether readers read it, so that a number or a judgement in it is the document's own.
    let isRead: Bool

    /// Whether a name in it may begin with a small letter, as in addresses and names of files, in which the customer's own
    /// id may stand as well.
    let isLowercase: Bool

    /// Takes a part as text.
    ///
    /// - Parameters:
    ///   - isRead: false for metadata and styles, whose numbers are a program's.
    ///   - isLowercase: true for addresses and names of files.
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
    public static func all(ofHTML html: [UInt8]) -> [Place] { FinishedPage(html, builtInStyle: []).places }
  }
}

/// A finished HTML file, read once: what could be hidden in it, and what it holds that no customer's document may.
public struct FinishedPage: Sendable {
  /// What it holds that could load, run or hide something; a file with any is not given away.
  public let faults: [PageFault]
  /// The parts to be searched.
  public let places: [ProofScan.Place]
  /// The fingerprint that stands in it, which is a number by accident only.
  public let fingerprint: String?

  /// Reads a file.
  ///
  /// - Parameter builtInStyle: the style that comes with Vigie, whose words and numbers are nobody's.
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
    var places = [ProofScan.Place("text", blanked(text), parts: sections, isRead: true)]
    if spaced != text { places.append(ProofScan.Place("text", blanked(spaced), parts: sections, isRead: true)) }
    places.append(ProofScan.Place("attributes", blanked(parts.attributes)))
    if !parts.links.isEmpty { places.append(ProofScan.Place("links", parts.links, isLowercase: true)) }
    if !parts.comments.isEmpty { places.append(ProofScan.Place("comments", parts.comments)) }
    if Array(parts.style.utf8) != InlineStyle(builtInStyle).bytes {
      places.append(ProofScan.Place("style", parts.style, isRead: false))
    }
    self.places = places
  }
}
