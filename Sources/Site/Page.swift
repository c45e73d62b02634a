import Markdown
import Templates

/// A page of the site, composed when it is rendered, so that a large portfolio is never in memory as a whole.
public struct Page: Sendable {
  /// Where it goes, such as `accounts/acme.html`.
  public let path: String
  /// What it is about, for the browser's title.
  let title: String
  /// The place in the navigation that is marked as the current one.
  let place: Place
  private let compose: @Sendable (inout Draft) -> () -> [UInt8]

  /// The pages that the navigation leads to.
  enum Place: Sendable {
    case thisWeek, greenButYellow, lists, attention, accounts, segments, csms, retention, backtest, method, dataQuality,
      archive
  }

  /// A page whose view is made, with its drawings, by a closure and shown by a Markdown template.
  init<View: TemplateRecord>(
    path: String, title: String, place: Place, template: CompiledTemplate<View>,
    view: @escaping @Sendable (inout Draft) -> View
  ) {
    self.path = path
    self.title = title
    self.place = place
    compose = { draft in
      let view = view(&draft)
      return {
        var markdown: [UInt8] = []
        markdown.reserveCapacity(16_384)
        template.render(view, into: &markdown)
        return markdown
      }
    }
  }

  /// The page's Markdown and the figures that it refers to.
  public func markdown() -> (text: [UInt8], figures: [[UInt8]]) {
    let (text, figures) = composed()
    return (text(), figures)
  }

  /// The page with its view made: what shows the view as Markdown, and the figures that it refers to.
  public func composed() -> (text: () -> [UInt8], figures: [[UInt8]]) {
    var draft = Draft(root: root)
    let text = compose(&draft)
    return (text, draft.figures)
  }

  /// `../` for each folder that the page lies in.
  var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }
}
