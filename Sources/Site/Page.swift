/// A page of the site, composed when it is rendered, so that a large portfolio is never in memory as a whole.
public struct Page: Sendable {
  /// A page with its view made: what shows the view as Markdown, and the figures that it refers to.
  public typealias Composed = (text: () -> [UInt8], figures: [[UInt8]])

  /// Where it goes, such as `accounts/acme.html`.
  public let path: String
  /// What it is about, for the browser's title.
  let title: String
  /// The place in the navigation that is marked as the current one.
  let entry: MenuEntry
  private let compose: @Sendable (_ root: String) -> Composed

  init(path: String, title: String, entry: MenuEntry, compose: @escaping @Sendable (_ root: String) -> Composed) {
    self.path = path
    self.title = title
    self.entry = entry
    self.compose = compose
  }

  /// The page's Markdown and the figures that it refers to.
  public func markdown() -> (text: [UInt8], figures: [[UInt8]]) {
    let (text, figures) = composed()
    return (text(), figures)
  }

  /// The page with its view made.
  public func composed() -> Composed { compose(root) }

  /// `../` for each folder that the page lies in.
  var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }
}
