public import Health

/// Sums split into blocks by band, one row each; the longest row fills the width, and a block may be a link.
///
/// Places are percentages of the chart's own width, so that words keep their size on a phone.
public struct BlockRows: Chart {
  /// How the outline of a block sets it apart.
  public enum Outline: Sendable {
    case none, solid, broken
  }

  /// One block.
  public struct Block: Sendable {
    /// The band, which fills it.
    public var band: Band
    /// The amount in any unit, which is its length; one that is negative or not finite counts as 0.
    public var amount: Double
    /// The outline.
    public var outline: Outline
    /// The label inside, left out where it does not fit.
    public var label: String
    /// Its content in words.
    public var title: String
    /// Its link; empty for none.
    public var link: String

    /// Creates a block of `amount`.
    public init(band: Band, amount: Double, outline: Outline, label: String, title: String, link: String) {
      self.band = band
      self.amount = amount
      self.outline = outline
      self.label = label
      self.title = title
      self.link = link
    }
  }

  /// One row.
  public struct Row: Sendable {
    /// Its name, above the bar.
    public var label: String
    /// Its sum in words, at the right.
    public var sum: String
    /// The link of its name; empty for none.
    public var link: String
    /// Its blocks from left to right.
    public var blocks: [Block]

    /// Creates a row of `blocks`.
    public init(label: String, sum: String, link: String, blocks: [Block]) {
      self.label = label
      self.sum = sum
      self.link = link
      self.blocks = blocks
    }
  }

  /// The rows from top to bottom.
  public var rows: [Row]
  /// The chart's content in words.
  public var title: String
  /// Its table, finished; nil when the figures are next to it.
  public var table: ChartTable?

  /// Creates a chart of `rows`.
  public init(rows: [Row], title: String, table: ChartTable? = nil) {
    self.rows = rows
    self.title = title
    self.table = table
  }

  private static let step = 46
  private static let height = 24
  /// The least length of a block, in tenths of a per cent: one of a small amount can still be seen and pressed.
  private static let shortest = 15

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open(
      "class=\"rates blocks\" width=\"100%\"", height: Self.step * rows.count, title: title,
      hasLinks: rows.contains { row in !row.link.isEmpty || row.blocks.contains { !$0.link.isEmpty } })
    let most = rows.map { $0.blocks.reduce(0) { $0 + Self.length($1) } }.max() ?? 0
    // What the least lengths need is kept free in every row, so that all have one scale.
    let room = max(0, 1000 - Self.shortest * (rows.map(\.blocks.count).max() ?? 0))
    for (index, row) in rows.enumerated() {
      let top = Self.step * index
      link(row.link, title: "", to: &bytes) { bytes in
        bytes.text(row.label, "class=\"end\"", y: top + 12)
      }
      bytes.text(row.sum, "x=\"100%\" text-anchor=\"end\"", y: top + 12)
      var start = 0
      for block in row.blocks {
        let share = most > 0 ? Self.length(block) / most : 0
        let end = min(1000, start + Self.shortest + tenthsOfPoint(100 * share) * room / 1000)
        link(block.link, title: block.title, to: &bytes) { bytes in
          append(block, start: start, end: end, top: top + 17, to: &bytes)
        }
        start = end
      }
    }
    bytes.markup("</svg>")
  }

  private static func length(_ block: Block) -> Double { block.amount.isFinite ? max(0, block.amount) : 0 }

  private func append(_ block: Block, start: Int, end: Int, top: Int, to bytes: inout [UInt8]) {
    bytes.stretch(of: block.band, start: start, end: end, top: top, height: Self.height)
    if block.outline != .none {
      bytes.markup(block.outline == .solid ? "<rect class=\"hot\"" : "<rect class=\"hot\" stroke-dasharray=\"4 3\"")
      bytes.attribute("x", tenths: start, percent: true)
      bytes.attribute("y", tenths: (top + 1) * 10)
      bytes.attribute("width", tenths: end - start, percent: true)
      bytes.attribute("height", tenths: (Self.height - 2) * 10)
      bytes.markup("/>")
    }
    // On 320 pixels, as on a phone, a letter of 7 pixels takes 2.2 per cent.
    guard block.label.unicodeScalars.count * 22 + 6 <= end - start else { return }
    bytes.markup(block.band == .red ? "<text class=\"on\"" : "<text class=\"oy halo\"")
    bytes.attribute("x", tenths: (start + end) / 2, percent: true)
    bytes.attribute("y", tenths: (top + 16) * 10)
    bytes.markup(" text-anchor=\"middle\">")
    bytes.escaped(block.label)
    bytes.markup("</text>")
  }

  /// Appends something within a link, if there is one.
  private func link(_ address: String, title: String, to bytes: inout [UInt8], _ inside: (inout [UInt8]) -> Void) {
    if !address.isEmpty {
      bytes.markup("<a href=\"")
      bytes.escaped(address)
      bytes.markup("\"")
      if !title.isEmpty {
        bytes.markup(" aria-label=\"")
        bytes.escaped(title)
        bytes.markup("\"")
      }
      bytes.markup(">")
    }
    inside(&bytes)
    if !address.isEmpty { bytes.markup("</a>") }
  }
}
