import Charts

/// A page while it is composed: the drawings that its Markdown refers to by number.
struct Draft {
  /// `../` for each folder that the page lies in.
  let root: String
  private(set) var figures: [[UInt8]] = []

  init(root: String) {
    self.root = root
  }

  /// Adds finished HTML; the result is its number, for `![](figure:…)`.
  mutating func add(_ html: [UInt8]) -> String {
    figures.append(html)
    return String(figures.count - 1)
  }

  mutating func add(_ chart: some Chart) -> String {
    var bytes: [UInt8] = []
    chart.append(to: &bytes)
    return add(bytes)
  }
}
