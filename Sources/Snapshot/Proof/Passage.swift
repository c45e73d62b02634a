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
    /// Whether a name in it may begin with a lower-case letter, as in addresses, file names and names in markup; the first
    /// two may also contain the customer's own id.
    let isLowercase: Bool

    /// Creates a passage from text.
    ///
    /// - Parameters:
    ///   - isRead: false for metadata and styles, whose numbers are a program's.
    ///   - isLowercase: true for addresses, file names and names in markup.
    public init(
      _ name: String, _ text: String, parts: [String?] = [], isRead: Bool = true, isLowercase: Bool = false
    ) {
      self.name = name
      self.text = text
      self.parts = parts
      self.isRead = isRead
      self.isLowercase = isLowercase
    }

    /// The parts of an HTML file.
    public static func all(ofHTML html: [UInt8]) -> [Passage] { FinishedPage(html, builtInStyle: []).passages }
  }
}
