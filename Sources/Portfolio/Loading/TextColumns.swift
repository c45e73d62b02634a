import Findings
import Review
import Spelling
import Tables

/// The columns of a wide file of measures that hold no measure but texts, such as the names of accounts.
///
/// Without `values` every column is taken for a measure, and a text in each row would refuse all of them. A column is one of
/// texts when every filled cell has more letters than digits; a measure in which some cells are unfit has others as well. A
/// column that the model counts is a measure, whatever it holds.
struct TextColumns {
  /// How many rows show whether a file may have such columns, so that other files are not read twice.
  private static let sample = 20

  /// The positions of the columns, and a warning for each.
  private(set) var positions: Set<Int> = []
  private(set) var findings: [Finding] = []

  /// Looks at the columns that would be measures.
  ///
  /// - Parameter counted: the measures that the model reads, by their folded names.
  init(
    _ source: TableSource, columns: [(name: String, position: Int)], counted: Set<String>, dataFolder: String,
    _ context: ReadingContext
  ) {
    guard source.measures.isEmpty, case .file = source.origin,
      var reader = try? source.reader(of: .measures, from: dataFolder, context)
    else { return }
    let columns = columns.filter { !counted.contains($0.name.nameKey) }
    var filled = Dictionary(columns.map { ($0.position, 0) }, uniquingKeysWith: { first, _ in first })
    var row = 0
    while !filled.isEmpty, (try? reader.advance()) ?? false {
      row += 1
      for position in filled.keys {
        switch reader.withCell(position, Self.isText) {
        case true?: filled[position, default: 0] += 1
        case false?: filled[position] = nil
        case nil: break
        }
      }
      if row == Self.sample { filled = filled.filter { $0.value > 0 } }
    }
    for (name, position) in columns {
      guard let count = filled[position], count > 1 else { continue }
      positions.insert(position)
      let place = position < reader.headerPositions.count ? reader.headerPositions[position] : nil
      findings.append(
        Finding(
          .warning, file: source.file, line: place?.line, column: place?.column,
          "\(name) holds text in all \(count) filled cells and is left out; say which columns are measures with values")
      )
    }
  }

  /// Nil for a blank.
  private static func isText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard !CellParsing.isBlank(cell) else { return nil }
    var letters = 0
    var digits = 0
    for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic { letters += 1 }
      if scalar.properties.numericType != nil { digits += 1 }
    }
    return letters > digits
  }
}
