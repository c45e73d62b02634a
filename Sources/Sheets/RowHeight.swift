/// How high a row is: LibreOffice does not find out for itself where texts run on over several lines.
struct RowHeight {
  /// Of a line in the usual size of letters.
  private static let line = 15.0
  private static let usualSize = 11.0
  /// What Excel allows.
  private static let most = 409.0
  private static let mostLines = 27

  /// Nil where the usual height is enough.
  let points: Double?

  init(_ cells: [WorkSheet.StyledCell], widths: [Double]) {
    var most = 1.0
    for (column, styled) in cells.enumerated() {
      let size = (styled.style.size ?? Self.usualSize) / Self.usualSize
      most = max(most, size)
      guard styled.style.wraps else { continue }
      switch styled.cell {
      case .text(let text), .link(let text, _):
        most = max(most, size * Self.lines(text, width: widths.indices.contains(column) ? widths[column] : 8))
      case .wide(let text, let columns):
        most = max(most, size * Self.lines(text, width: widths.dropFirst(column).prefix(columns).reduce(0, +)))
      case .blank, .number: break
      }
    }
    points = most > 1 ? min(Self.most, (most * Self.line).rounded(.up)) : nil
  }

  /// How many lines a text takes that is broken between words.
  private static func lines(_ text: String, width: Double) -> Double {
    let most = max(1, Int(width))
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += 1
      var used = 0
      for word in paragraph.split(separator: " ") {
        let needed = word.count + (used > 0 ? 1 : 0)
        if used > 0, used + needed > most {
          lines += 1
          used = 0
        }
        used += used > 0 ? needed : word.count
        while used > most {
          lines += 1
          used -= most
        }
      }
      if lines > mostLines { break }
    }
    return Double(lines)
  }
}
