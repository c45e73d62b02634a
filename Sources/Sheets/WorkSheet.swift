/// A sheet of a workbook as a value: rows of cells, how they look, and what people can do with them.
public struct WorkSheet: Sendable {
  /// A cell and its look.
  public typealias StyledCell = (cell: Cell, style: CellStyle)

  /// The words that the cells of a column may hold, as a drop-down.
  public struct Choice: Sendable {
    /// The column, from 0.
    public let column: Int
    /// The sheet with the words, and their place there.
    public let words: (sheet: String, column: Int, count: Int)
    /// Whether nothing else may be typed.
    public let isStrict: Bool
    /// What to tell who types something else, or who stands on the cell: a title and a sentence.
    public let hint: (title: String, text: String)

    /// Creates a choice.
    public init(
      column: Int, words: (sheet: String, column: Int, count: Int), isStrict: Bool, hint: (title: String, text: String)
    ) {
      self.column = column
      self.words = words
      self.isStrict = isStrict
      self.hint = hint
    }
  }

  /// How it is printed.
  public struct Print: Sendable {
    /// Whether the paper lies on its long side.
    public var isLandscape = true
    /// The columns that are printed, from the first; nil for all.
    public var columns: Int?
    /// What stands at the head of each printed sheet, on the left.
    public var head = ""
    /// What stands at its foot, on the left of the number.
    public var foot = ""

    /// All columns, landscape.
    public init() {}
  }

  /// The name on its tab; what Excel does not allow in one is replaced.
  public var name: String
  /// The rows, the first of them the heads where `headRows` is more than 0.
  public var rows: [[StyledCell]] = []
  /// The width of each column in characters.
  public var widths: [Double] = []
  /// How many rows and columns stay in sight.
  public var frozen = (rows: 0, columns: 0)
  /// Whether the heads in the first row filter and sort what is under them.
  public var hasFilter = false
  /// The columns that are not shown.
  public var hiddenColumns: Set<Int> = []
  /// The drop-downs.
  public var choices: [Choice] = []
  /// Whether only open cells can be filled in; anybody can lift it, for there is no password.
  public var isProtected = false
  /// Whether its tab is not shown.
  public var isHidden = false
  /// How it is printed.
  public var print = Print()

  /// Creates a sheet without rows.
  public init(_ name: String) { self.name = name }
}
