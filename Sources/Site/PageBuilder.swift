import Charts
import Templates

/// The charts of a page being composed, which its Markdown refers to by number.
struct PageBuilder {
  /// `../` for each folder in the path of the page.
  let root: String
  private let pieces: Pieces
  private(set) var figures: [[UInt8]] = []

  init(root: String, pieces: Pieces) {
    self.root = root
    self.pieces = pieces
  }

  /// Adds finished HTML and returns its number, for `![](figure:…)`.
  mutating func add(_ html: [UInt8]) -> String {
    figures.append(html)
    return String(figures.count - 1)
  }

  mutating func add(_ chart: some Chart) -> String {
    var bytes: [UInt8] = []
    chart.append(to: &bytes)
    return add(bytes)
  }

  /// Adds a piece of HTML that has its own template.
  mutating func add<View>(_ view: View, as piece: KeyPath<Pieces, CompiledTemplate<View>>) -> String {
    var html: [UInt8] = []
    pieces[keyPath: piece].render(view, into: &html)
    return add(html)
  }
}
