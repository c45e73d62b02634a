/// What stands above a piece of a page and bears on it, and what the piece leaves for the next one.
struct PageContext {
  /// The text of the nearest heading above, by which tables are called.
  var heading: String
  /// Whether a section is open.
  var isInSection: Bool
  /// How many figures the page has; an image that names another one is reduced to its text.
  let figures: Int
  /// Whether a mark may stand for the number of a figure.
  let hasMarks: Bool
  /// Whether the piece has a heading.
  var hasHeading = false
  /// Whether a table of the piece is called by a heading of the same piece.
  var callsTableByItself = false

  init(heading: String = "", isInSection: Bool = false, figures: Int, hasMarks: Bool = false) {
    self.heading = heading
    self.isInSection = isInSection
    self.figures = figures
    self.hasMarks = hasMarks
  }
}
