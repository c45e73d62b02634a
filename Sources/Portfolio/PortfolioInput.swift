/// A file that was read, or the result of a query on one.
public struct PortfolioInput: Sendable {
  /// The path of the file, which can be opened.
  public let path: String
  /// The SHA-256 of what a query gave; nil where the file as it is was read.
  public let resultDigest: String?

  /// True for what is read row by row, and for notes: it reaches pages through the evidence, the judgement and the counts
  /// of rows alone.
  public let isAboutAccounts: Bool

  /// The name of the file: where its folder lies says nothing about the site, and the name of a note says whose it is.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  init(_ path: String, resultDigest: String? = nil, isAboutAccounts: Bool = false) {
    self.path = path
    self.resultDigest = resultDigest
    self.isAboutAccounts = isAboutAccounts
  }
}
