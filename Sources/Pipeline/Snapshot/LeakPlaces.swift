import Customer
import Health
import Portfolio
import Review
import Snapshot

/// Finds the place in the portfolio's files of anything that a document must not hold: the line to fix, and its row.
struct LeakPlaces {
  private let portfolio: Portfolio
  private let dataFolder: String
  /// The cells of a field such as `sentiment.reason`, by the bytes of their account's id, read on demand.
  private var cells: [String: [[UInt8]: [PlacedCell]]] = [:]

  init(_ portfolio: Portfolio, dataFolder: String) {
    self.portfolio = portfolio
    self.dataFolder = dataFolder
  }

  /// The finding in one line, beginning with the place to fix if a file has one.
  ///
  /// - Parameters:
  ///   - name: the name of the document.
  ///   - facts: the facts that it was made from.
  ///   - account: the account that it is about.
  mutating func words(for leak: Leak, in name: String, facts: CustomerFacts, of account: Int) -> String {
    let source = origin(of: leak).map { "; the value is at \($0)" } ?? ""
    let mend = placeToMend(leak, facts, account)
    return mend.map { "\($0): error: '\(name)' \(leak)\(source)" } ?? "\(name): error: \(leak)\(source)"
  }

  /// The place of the allowed fact that caused the leak; nil when there is none, or when no file says it any longer.
  private mutating func placeToMend(_ leak: Leak, _ facts: CustomerFacts, _ account: Int) -> String? {
    guard let source = leak.cameWith, let fact = leak.fact else { return nil }
    let texts = facts.texts.filter { $0.source == source }.map(\.text)
    guard texts.indices.contains(fact.number - 1) else { return nil }
    let text = texts[fact.number - 1]
    switch source {
    case .words(let part): return lineOfWords(part, text, fact.line, account)
    case .settings: return "vigie.yml"
    case .column(let name): return cells(of: name, account).first { $0.text == text }?.place
    }
  }

  private func lineOfWords(_ part: TextSource.Part, _ text: String, _ line: Int, _ account: Int) -> String? {
    let material = portfolio.customerMaterial
    guard let place = material.places[account], let words = material.words[account] else { return nil }
    let (numbers, now) =
      switch part {
      case .context: (place.context, words.context)
      case .learned: (place.learned, words.learned)
      case .conversation: (place.conversation, words.conversation)
      }
    // The text that an edition keeps may have been changed in the file since.
    guard now == text, numbers.indices.contains(line - 1) else { return nil }
    return "\(place.file):\(numbers[line - 1])"
  }

  /// The row or the note that contains the words; nil for figures, and when it is unknown.
  private mutating func origin(of leak: Leak) -> String? {
    guard let source = leak.source else { return nil }
    guard let account = source.account else {
      return leak.field.hasPrefix("data/") ? "\(leak.field)/\(Edition(of: portfolio.evidence.asOf)).md" : nil
    }
    let isNote = leak.field.hasPrefix("data/")
    let cells =
      isNote
      ? portfolio.settings.noteLines(of: id(account), in: leak.field, dataFolder: dataFolder)
      : cells(of: leak.field, account)
    let places = cells.filter { source.stands(in: $0.text) }.map(\.place)
    guard let first = places.first else {
      // Words that span lines.
      return isNote ? cells.first.map { String($0.place.prefix { $0 != ":" }) } : nil
    }
    return places.count == 1 ? first : "\(first) and \(grouped(places.count - 1)) more"
  }

  private func id(_ account: Int) -> String { portfolio.evidence.accounts[account].id.text }

  private mutating func cells(of field: String, _ account: Int) -> [PlacedCell] {
    guard let dot = field.firstIndex(of: "."), let table = Table(rawValue: String(field[..<dot])) else { return [] }
    if cells[field] == nil {
      let column = String(field[field.index(after: dot)...])
      cells[field] = Dictionary(
        grouping: portfolio.settings.cells(of: column, in: table, dataFolder: dataFolder)
      ) { Array($0.account.utf8) }
    }
    return cells[field]?[Array(id(account).utf8)] ?? []
  }
}
