import Presets
import Spelling
import YAML

/// What columns are called in exports of no known layout, from the data that comes with Vigie.
struct ColumnNames {
  /// The names of each canonical column, folded and in the order in which they are believed.
  private var columns: [String: [(canonical: String, names: [String])]] = [:]
  /// The meanings of words, by the kind of column and the folded word.
  private var words: [String: [String: String]] = [:]
  /// The columns that say of a row of accounts whether it is a customer, and the words for it, folded.
  let customerColumns: [String]
  let customerWords: [String]

  /// The names that come with Vigie.
  static let builtIn = ColumnNames(text: columnNames)

  private init(text: String) {
    var reader = YAMLReader(file: "names.yml")
    let root = reader.parse(text)
    var customers: [String: [String]] = [:]
    let entries = root.map { reader.entries($0, of: "names") } ?? []
    for (key, _, value) in entries {
      switch key {
      case "words":
        for (kind, _, meanings) in reader.entries(value, of: key) {
          for (meaning, _, list) in reader.entries(meanings, of: kind) {
            for word in Self.folded(list) { words[kind, default: [:]][word] = meaning }
          }
        }
      case "customers":
        for (part, _, list) in reader.entries(value, of: key) { customers[part] = Self.folded(list) }
      default:
        columns[key] = reader.entries(value, of: key).map { ($0.key, Self.folded($0.value)) }
      }
    }
    customerColumns = customers["columns"] ?? []
    customerWords = customers["words"] ?? []
  }

  private static func folded(_ list: Node) -> [String] {
    (list.sequence ?? []).compactMap { $0.scalar?.string.headerKeyWithoutAccents }
  }

  /// The position of the column of a header for each canonical column of a table, or of `events`.
  func positions(in header: [String], of table: String) -> [String: Int] {
    let keys = header.map(\.headerKeyWithoutAccents)
    var taken: Set<Int> = []
    var positions: [String: Int] = [:]
    for (canonical, names) in columns[table] ?? [] {
      let found = names.lazy.compactMap { name in keys.indices.first { keys[$0] == name && !taken.contains($0) } }.first
      guard let found else { continue }
      positions[canonical] = found
      taken.insert(found)
    }
    return positions
  }

  /// Every name that is known, folded.
  var all: Set<String> { Set(columns.values.joined().flatMap(\.names)) }

  /// What a word means in a kind of column; nil where nobody says.
  func meaning(of word: String, in kind: String) -> String? { words[kind]?[word.headerKeyWithoutAccents] }
}

extension StringProtocol {
  /// What names of columns have in common, however accents and apostrophes are written.
  var headerKeyWithoutAccents: String {
    String(normalized(.folded).map { ["\u{2019}", "\u{2018}", "\u{2BC}"].contains($0) ? "'" : $0 })
  }
}
