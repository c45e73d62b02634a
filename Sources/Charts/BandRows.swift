public import Health

/// Bands week by week in two rows, the score's above the CSM's flag, so that one sees them part.
public struct BandRows: Sendable {
  /// What happened in a week.
  public enum Mark: CaseIterable, Sendable {
    case risk, departure, decision
  }

  /// The score and the flag in one week.
  public struct Week: Sendable {
    /// The band by score; nil for what was no customer.
    public var band: Band?
    /// The flag that was current, as the band of its colour; nil for none.
    public var flag: Band?
    /// What happened in it.
    public var marks: Set<Mark>
    /// The flag and the marks in words, as cells of the table.
    public var words: [String]

    /// Creates a week.
    public init(band: Band?, flag: Band?, marks: Set<Mark> = [], words: [String] = []) {
      self.band = band
      self.flag = flag
      self.marks = marks
      self.words = words
    }
  }

  /// The weeks, oldest first.
  public var weeks: [Week]
  /// The label of the upper row.
  public var scoreLabel: String
  /// The label of the lower row.
  public var flagLabel: String

  /// Creates rows of `weeks` with their labels.
  public init(weeks: [Week], scoreLabel: String, flagLabel: String) {
    self.weeks = weeks
    self.scoreLabel = scoreLabel
    self.flagLabel = flagLabel
  }

  /// The distance of the two rows, and of the marks below them.
  static let rowHeight = 18

  /// Appends both rows with their labels, and the marks of the weeks; `x` is the middle of a week, nil for one that is
  /// not drawn.
  func append(to bytes: inout [UInt8], y: Int, x: (_ week: Int) -> Int?) {
    bytes.text(scoreLabel, "", x: 0, y: y + 4)
    bytes.text(flagLabel, "", x: 0, y: y + Self.rowHeight + 4)
    row(weeks.map(\.band), to: &bytes, y: y, x: x)
    row(weeks.map(\.flag), to: &bytes, y: y + Self.rowHeight, x: x)
    for mark in Mark.allCases {
      let drawn = weeks.indices.filter { weeks[$0].marks.contains(mark) }.compactMap(x)
      guard !drawn.isEmpty else { continue }
      bytes.markup(Self.opening(of: mark))
      for x in drawn {
        bytes.move(to: x, y + 2 * Self.rowHeight)
        bytes.markup(Self.shape(of: mark))
      }
      bytes.markup("\"/>")
    }
  }

  /// One path for each band, so that a year takes little room.
  private func row(_ bands: [Band?], to bytes: inout [UInt8], y: Int, x: (_ week: Int) -> Int?) {
    for band in Band.allCases {
      let drawn = bands.indices.filter { bands[$0] == band }.compactMap(x)
      guard !drawn.isEmpty else { continue }
      bytes.markup(Self.opening(of: band))
      for x in drawn {
        bytes.move(to: x, y)
        bytes.markup(Self.shape(of: band))
      }
      bytes.markup("\"/>")
    }
  }

  private static func opening(of band: Band) -> StaticString {
    switch band {
    case .green: "<path class=\"dot\" d=\""
    case .yellow: "<path class=\"my\" d=\""
    case .red: "<path class=\"mr\" d=\""
    case .unscored: "<path class=\"mu\" d=\""
    }
  }

  /// The shapes of `[UInt8].shape(of:)`, as parts of a path from their middle; the disc is the round end of a line without
  /// length, which takes the fewest bytes.
  private static func shape(of band: Band) -> StaticString {
    switch band {
    case .green: "h0"
    case .yellow: "m0-5l5 5-5 5-5-5z"
    case .red: "m-4-4h8v8h-8z"
    case .unscored: "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"
    }
  }

  private static func opening(of mark: Mark) -> StaticString {
    switch mark {
    case .risk: "<path class=\"raised\" d=\""
    case .departure: "<path class=\"gone\" d=\""
    case .decision: "<path class=\"decided\" d=\""
    }
  }

  /// A triangle that stands, an open one that hangs, and a bar.
  private static func shape(of mark: Mark) -> StaticString {
    switch mark {
    case .risk: "m0-5l5 9h-10z"
    case .departure: "m-5-4h10l-5 9z"
    case .decision: "m0-5v10"
    }
  }
}

extension [UInt8] {
  fileprivate mutating func move(to x: Int, _ y: Int) {
    markup("M")
    number(x)
    markup(" ")
    number(y)
  }
}
