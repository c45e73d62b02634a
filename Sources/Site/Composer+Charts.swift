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

  /// The beginning of a fold around what a template writes up to `foldClosing`.
  func foldOpening(_ summary: String) -> [UInt8] { ChartTable.foldOpening(summary: summary) }

  /// The end of a fold.
  var foldClosing: [UInt8] { ChartTable.foldClosing }

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

  /// The accounts by band week by week, oldest first, with how many are green at both ends.
  func bandStrips(_ weeks: [(day: String, counts: PerBand<Double>)]) -> BandStrips {
    func green(_ week: PerBand<Double>?) -> String {
      week.map { words(.greenCount, ["n": formats.whole(Int($0[.green]))]) } ?? ""
    }
    func split(_ week: PerBand<Double>?) -> String {
      Band.allCases.map { "\(words.code(.band, $0.rawValue)) \(formats.whole(Int(week?[$0] ?? 0)))" }
        .joined(separator: ", ")
    }
    let counts = weeks.map(\.counts)
    return BandStrips(
      weeks: counts, ends: (green(counts.first), green(counts.last)), ticks: [1, 0.5, 0].map { formats.percent($0) },
      firstLabel: weeks.first?.day ?? "", lastLabel: weeks.last?.day ?? "",
      title: words(.bandsOverWeeks, ["first": split(counts.first), "last": split(counts.last)]),
      words: TableWords(
        name: words(.accountsOverWeeks), heads: [words(.day)] + bandNames, rows: weeks.map(\.day),
        number: { [formats] in formats.whole(Int($0)) }))
  }

  /// `green 26, yellow 11, red 3, unscored 1`.
  func split(_ bands: BandSplit, value: (AmountSum) -> String) -> String {
    Band.allCases.map { "\(words.code(.band, $0.rawValue)) \(value(bands[$0]))" }.joined(separator: ", ")
  }
}
