import Spelling
import Customer
import Findings
import Languages

/// The headings of the parts of `data/customer/<account_id>.md`, in every available language.
struct CustomerHeadings {
  /// The headings of each part, one for each language, built-in languages first.
  private let words: [(part: CustomerPart, headings: [String])]
  private let parts: [String: CustomerPart]

  init(_ languages: Languages) {
    let languages = languages.read()
    words = CustomerPart.allCases.map { part in
      var headings: [String] = []
      for heading in languages.compactMap({ $0.phrases[part.headingKey] }) where !headings.contains(heading) {
        headings.append(heading)
      }
      return (part, headings)
    }
    var parts: [String: CustomerPart] = [:]
    for part in CustomerPart.allCases {
      for heading in languages.flatMap({ [$0.phrases[part.headingKey], $0.phrases[part.titleKey]] }) {
        if let heading { parts[Self.plain(heading)] = parts[Self.plain(heading)] ?? part }
      }
    }
    self.parts = parts
  }

  /// The part that a heading begins, in any case and with or without a colon; nil for any other heading.
  func part(_ heading: String) -> CustomerPart? { parts[Self.plain(heading)] }

  /// Every heading.
  var all: [String] { words.flatMap(\.headings) }

  /// The headings as a sentence lists them.
  var list: Message {
    words.enumerated().reduce("") { list, entry in
      let part = entry.element.headings.enumerated().reduce("") { (part: Message, heading) -> Message in
        heading.offset == 0 ? "\(heading.element)" : "\(part) or \(heading.element)"
      }
      return entry.offset == 0 ? part : "\(list), \(part)"
    }
  }

  private static func plain(_ heading: String) -> String {
    heading.trimmed(of: [":"]).lowercased()
  }
}
