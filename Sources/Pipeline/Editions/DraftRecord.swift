import Site

/// What a draft leaves for the build after it: what all of it was made of, and what each of its pages was.
struct DraftRecord {
  /// Stands for everything that the site was made of.
  let inputs: String
  let made: MadePages

  private static let mark = "draft "

  init(inputs: String, made: MadePages) {
    self.inputs = inputs
    self.made = made
  }

  /// Reads what ``text`` gave; nil for what another kind of site, or another version, has left.
  init?(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix(Self.mark) else { return nil }
    self.init(inputs: String(parts[0].dropFirst(Self.mark.count)), made: MadePages(parts[1]))
  }

  var text: String { "\(Self.mark)\(inputs)\n\(made.text)" }
}
