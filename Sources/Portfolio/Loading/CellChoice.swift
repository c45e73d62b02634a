import Health
import Review
import Spelling

/// A value of a column that allows a fixed set of words.
///
/// Words are compared without case, and with a blank or `-` for `_`.
protocol CellChoice: RawRepresentable, CaseIterable where RawValue == String {
  /// Other words for each value, in lower case.
  static var synonyms: [String: Self] { get }
}

extension CellChoice {
  static var synonyms: [String: Self] { [:] }

  /// The value that a word means; nil where it means none.
  init?(word: String) {
    // Most cells spell it as it is.
    if let choice = Self(rawValue: word) {
      self = choice
      return
    }
    let word = plain(word.nameKey)
    guard let choice = Self.allCases.first(where: { plain($0.rawValue) == word }) ?? Self.synonyms[word] else {
      return nil
    }
    self = choice
  }
}

private func plain(_ word: String) -> String { String(word.map { $0 == "-" || $0 == " " ? "_" : $0 }) }

extension Sentiment.Flag: CellChoice {
  static var synonyms: [String: Self] {
    [
      "g": .green, "vert": .green, "\u{1F7E2}": .green, "y": .yellow, "amber": .yellow, "a": .yellow, "orange": .yellow,
      "jaune": .yellow, "\u{1F7E1}": .yellow, "\u{1F7E0}": .yellow, "r": .red, "rouge": .red, "\u{1F534}": .red,
    ]
  }
}

extension Risk.Kind: CellChoice {}
extension Ticket.Severity: CellChoice {}
extension Contact.Role: CellChoice {}
extension Outcome.Kind: CellChoice {}
extension ListID: CellChoice {}
extension ReviewDecision.Decision: CellChoice {}

/// The kinds of touchpoint.
enum TouchpointKind: String, CellChoice {
  case meeting, call, email, event, qbr
}

/// Yes or no.
enum YesOrNo: String, CellChoice {
  case yes, no
}
