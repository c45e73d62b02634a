public import Templates

/// A page of the site, composed when it is rendered, so that a large portfolio is never in memory as a whole.
public struct Page: Sendable {
  /// A page with its view composed: a closure that renders its template, and the figures that the text refers to.
  public typealias Composed = (text: () -> MarkedText, figures: [[UInt8]])

  /// The path of the page, such as `accounts/acme.html`.
  public let path: String
  /// The subject of the page, for the browser's title.
  var title: String
  /// The entry of the navigation that is marked as current.
  let entry: MenuEntry
  /// The file name of the template.
  let template: String
  private let compose: @Sendable (_ root: String) -> Composed
  /// What the page is composed of, besides what all pages of accounts have in common; nil for a page that every build
  /// makes.
  let inputs: @Sendable () -> [UInt8]?

  init(
    path: String, title: String, entry: MenuEntry, template: String,
    inputs: @escaping @Sendable () -> [UInt8]?,
    compose: @escaping @Sendable (_ root: String) -> Composed
  ) {
    self.path = path
    self.title = title
    self.entry = entry
    self.template = template
    self.inputs = inputs
    self.compose = compose
  }

  /// The page with its view composed.
  public func composed() -> Composed { compose(root) }

  /// `../` for each folder in the path of the page.
  var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }
}
