import Charts
import Health
import Review

// Charts with their tables, and the words of those tables.
extension Composer {
  /// A chart followed by its data as a folded table; the chart alone when it has no table.
  func figure(_ chart: some Chart) -> [UInt8] {
    var html: [UInt8] = []
    chart.append(to: &html)
    if let table = chart.table { html += fold([table], name: table.name) }
    return html
  }

  /// Tables in one fold with the given name.
  func fold(_ tables: [ChartTable], name: String) -> [UInt8] {
    var html: [UInt8] = []
    ChartTable.appendFold(tables, summary: words(.chartTable, ["name": name]), to: &html)
    return html
  }

  /// The words of a table of whole numbers, such as scores.
  func tableOfScores(_ name: String, heads: [Phrase], rows: [String]) -> TableWords {
    TableWords(name: name, heads: heads.map { words($0) }, rows: rows, none: words.code(.band, Band.unscored.rawValue))
    { [formats] in
      formats.number($0, decimals: 1)
    }
  }

  /// The words of a table of shares of 1.
  func tableOfShares(_ name: String, heads: [String], none: String, decimals: Int = 0) -> TableWords {
    TableWords(name: name, heads: heads, none: none) { [formats] in formats.percent($0, decimals: decimals) }
  }

  /// The names of the bands, in the order of every table that has them.
  var bandNames: [String] { Band.allCases.map { words.code(.band, $0.rawValue) } }

  /// `green 26, yellow 11, red 3, unscored 1`.
  func split(_ bands: BandSplit, value: (AmountSum) -> String) -> String {
    Band.allCases.map { "\(words.code(.band, $0.rawValue)) \(value(bands[$0]))" }.joined(separator: ", ")
  }
}
