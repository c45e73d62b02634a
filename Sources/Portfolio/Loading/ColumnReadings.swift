import Findings
import Tables

/// How the cells of a column could be read otherwise, looked at as a whole: one cell alone does not show it.
struct ColumnReadings {
  private struct Days {
    var filled = 0
    var unread = 0
    var inOtherOrder = 0
  }

  private struct Points {
    var ambiguous = 0
    var plain = 0
    var example = ""
  }

  private var days: [Int: Days] = [:]
  /// The columns, of the first 64, of which a day is known not to fit the other order, so that nothing is left to find out.
  private var settled: UInt64 = 0
  private var points: [Int: Points] = [:]

  /// Whether it is known that not all days of a column fit the other order.
  func isSettled(_ column: Int) -> Bool { column < 64 && settled & (1 << UInt64(column)) != 0 }

  /// Notes a day, whether it was read, and whether it could be with day and month exchanged.
  mutating func note(day column: Int, isRead: Bool, isReadInOtherOrder: Bool) {
    days[column, default: Days()].filled += 1
    if !isRead { days[column, default: Days()].unread += 1 }
    if isReadInOtherOrder {
      days[column, default: Days()].inOtherOrder += 1
    } else if column < 64 {
      settled |= 1 << UInt64(column)
    }
  }

  /// Notes a number with a point, which could part thousands as well.
  mutating func note(pointIn column: Int, _ cell: UnsafeBufferPointer<UInt8>) {
    if NumberFormat.isAmbiguous(cell) {
      if points[column] == nil { points[column, default: Points()].example = CellParsing.text(cell) }
      points[column, default: Points()].ambiguous += 1
    } else {
      points[column, default: Points()].plain += 1
    }
  }

  /// An error for each column that can be read in two ways, or that is read in the wrong one.
  ///
  /// - Parameter name: the name of a column of the file.
  func findings(file: String, days reading: DayReading, name: (Int) -> String) -> [Finding] {
    let own = setting("date_format", reading.formats.first?.pattern ?? "")
    let other = setting("date_format", reading.otherOrder?.formats.first?.pattern ?? "")
    let wrong = days.sorted { $0.key < $1.key }.compactMap { column, days -> Finding? in
      guard days.unread > 0, days.inOtherOrder == days.filled else { return nil }
      return Finding(
        .error, file: file,
        "\(days.unread) of \(days.filled) days of \(name(column)) do not fit \(own), and all of them fit \(other); write the latter if that is how they are written"
      )
    }
    let point = "\".\""
    let twofold = points.sorted { $0.key < $1.key }.compactMap { column, points -> Finding? in
      guard points.plain == 0 else { return nil }
      return Finding(
        .error, file: file,
        "every number with a point in \(name(column)), such as '\(points.example)', has three digits behind it, and the point could part thousands or be the decimal sign; write \(setting("thousands", point)) or \(setting("decimal", point))"
      )
    }
    return wrong + twofold
  }
}

/// A line of the settings, as a value of a message.
func setting(_ key: String, _ value: String) -> String { [key, value].joined(separator: ": ") }
