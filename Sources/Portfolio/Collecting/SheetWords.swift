import Languages
import Review
import Spelling

/// What the heads and the words of a sheet mean, in every language that there is.
struct SheetWords {
  private var columns: [String: JudgementSheet.Column] = [:]
  private var codes: [String: [String: String]] = [:]

  init(_ languages: Languages) {
    for language in languages.read() {
      for column in JudgementSheet.Column.allCases {
        if let head = language.phrases[column.phrase] { columns[head.nameKey] = column }
      }
      for (key, word) in language.phrases {
        // A flag is told with the words of bands.
        for prefix in ["band", "decision", "risk"] where key.hasPrefix(prefix + "_") {
          codes[prefix, default: [:]][word.nameKey] = String(key.dropFirst(prefix.count + 1))
        }
      }
    }
    for column in JudgementSheet.Column.allCases { columns[column.rawValue] = column }
  }

  /// The column that a head names; nil for one that somebody added.
  func column(_ head: String) -> JudgementSheet.Column? { columns[head.nameKey] }

  /// What a word of a drop-down means, in any language or as the tables write it.
  func choice<Choice: CellChoice>(_ word: String, of phrase: String) -> Choice? {
    Choice(word: word) ?? codes[phrase]?[word.nameKey].flatMap { Choice(rawValue: $0) }
  }

  /// Every word that means one of the choices.
  func words<Choice: CellChoice>(for type: Choice.Type, of phrase: String) -> [String] {
    let known = codes[phrase]?.filter { Choice(rawValue: $0.value) != nil }.keys.sorted() ?? []
    return Choice.allCases.map(\.rawValue) + known
  }
}
