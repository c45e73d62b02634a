public import Review

/// A number with a fixed number of decimals, for the terminal.
public func fixed(_ value: Double, _ decimals: Int) -> String {
  let unit = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let units = Int((value * Double(unit)).rounded())
  let (whole, fraction) = abs(units).quotientAndRemainder(dividingBy: unit)
  let sign = units < 0 ? "-" : ""
  guard decimals > 0 else { return sign + "\(whole)" }
  let digits = String(fraction)
  return sign + "\(whole).\(String(repeating: "0", count: decimals - digits.utf8.count))\(digits)"
}

/// Cells aligned in columns two spaces apart, the first column left and the others right.
public func columns(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in
    rows.map { $0[column].unicodeScalars.count }.max() ?? 0
  }
  return rows.map { row in
    var line = zip(row, widths).enumerated().map { index, cell in
      let blank = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
      return index == 0 ? cell.0 + blank : blank + cell.0
    }.joined(separator: "  ")
    while line.utf8.last == 0x20 { line.removeLast() }
    return line
  }
}

/// The interval of an area, or a note that it has none.
public func range(of auc: AUC) -> String { auc.isWithoutWidth ? "no width" : range(auc.interval) }

/// The interval of an area or of the difference of two areas.
public func range(_ interval: ClosedRange<Double>) -> String {
  "\(fixed(interval.lowerBound, 2)) to \(fixed(interval.upperBound, 2))"
}
