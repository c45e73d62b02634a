/// The data of a chart as rows of text, for readers who want the figures themselves.
public struct ChartTable: Equatable, Sendable {
  /// The name of the table.
  public var name: String
  /// The heads of its columns.
  public var heads: [String]
  /// Its rows, each as long as `heads` and named by its first cell.
  public var rows: [[String]]

  /// Creates a table of finished text.
  public init(name: String, heads: [String], rows: [[String]]) {
    self.name = name
    self.heads = heads
    self.rows = rows
  }

  /// Joins tables with the same row names side by side, each column headed by its table's name.
  public init?(joining tables: [ChartTable], name: String) {
    guard let first = tables.first, let head = first.heads.first else { return nil }
    self.name = name
    heads = [head] + tables.map(\.name)
    rows = first.rows.indices.map { row in
      first.rows[row].prefix(1) + tables.map { $0.rows.indices.contains(row) ? $0.rows[row].last ?? "" : "" }
    }
  }

  /// Appends the tables, folded under `summary`; they unfold without any script.
  ///
  /// A page may have room for only one fold below several charts, so one fold can hold the tables of several.
  public static func appendFold(_ tables: [ChartTable], summary: String, to bytes: inout [UInt8]) {
    guard tables.contains(where: { !$0.rows.isEmpty }) else { return }
    bytes.markup("<details class=\"data\"><summary>")
    bytes.escaped(summary)
    bytes.markup("</summary>")
    for table in tables where !table.rows.isEmpty { table.append(to: &bytes) }
    bytes += foldClosing
  }

  /// The beginning of a fold around other HTML than tables of charts, such as rows with links.
  public static func foldOpening(summary: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.markup("<details class=\"more\"><summary>")
    bytes.escaped(summary)
    bytes.markup("</summary>")
    return bytes
  }

  /// The end of a fold.
  public static let foldClosing = Array("</details>".utf8)

  private func append(to bytes: inout [UInt8]) {
    bytes.markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
    bytes.escaped(name)
    bytes.markup("\"><table><caption>")
    bytes.escaped(name)
    bytes.markup("</caption><thead><tr>")
    for head in heads {
      bytes.markup("<th scope=\"col\">")
      bytes.escaped(head)
      bytes.markup("</th>")
    }
    bytes.markup("</tr></thead><tbody>")
    for row in rows {
      bytes.markup("<tr>")
      for (index, cell) in row.enumerated() {
        bytes.markup(index == 0 ? "<th scope=\"row\">" : "<td>")
        bytes.escaped(cell)
        bytes.markup(index == 0 ? "</th>" : "</td>")
      }
      bytes.markup("</tr>")
    }
    bytes.markup("</tbody></table></div>")
  }
}
