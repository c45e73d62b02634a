/// Lines of measurements in aligned columns.
struct ResultTable {
  private let columns: [String]
  private var rows: [[String]] = []

  init(_ columns: String...) {
    self.columns = columns
  }

  mutating func add(_ cells: String...) {
    rows.append(cells + Array(repeating: "", count: columns.count - cells.count))
  }

  /// The table as text, the first column left-aligned and the others right-aligned.
  var text: String {
    let all = [columns] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// A number with a fixed number of decimals.
func fixed(_ value: Double, decimals: Int = 2) -> String {
  guard value.isFinite else { return "?" }
  let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
  let scaled = Int((value.magnitude * Double(scale)).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard decimals > 0 else { return sign + String(scaled) }
  let fraction = String(scaled % scale)
  return sign + "\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

/// An amount of memory in megabytes.
func megabytes(_ bytes: Int?) -> String { bytes.map { "\($0 / 1_000_000) MB" } ?? "?" }
