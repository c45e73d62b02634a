/// The forms in which people write a company's name, each as words of a text.
struct CompanyName {
  typealias Form = (text: SearchText, words: Range<Int>)

  /// The name in every reading, the plain one first.
  let readings: [SearchText]
  /// The whole name, also with `and` for `&`.
  let wholes: [Form]
  /// The name without its legal form.
  let parts: [Form]
  /// The first word, if people use it alone.
  let firsts: [Form]
  /// Each of its other words.
  let others: [Form]
  /// The name as it is written, if it has two or three characters.
  let short: String?

  init(_ name: String, _ names: NameForms) {
    readings = SearchText.readings(of: name)
    let spelt = readings.map { (text: $0, part: NameForms.withoutLegalForm($0)) }
    let joined = names.joinings(of: name).flatMap(SearchText.readings).map {
      (text: $0, part: NameForms.withoutLegalForm($0))
    }
    wholes = (spelt + joined).map { ($0.text, $0.text.words.indices) }
    var parts: [Form] = (spelt + joined).compactMap { text, part in
      part.flatMap { names.isConjunction(text.text(of: $0.upperBound - 1)) ? nil : (text, $0) }
    }
    // In a script without spaces, the legal form is part of the word.
    let bare = ["株式会社", "有限会社", "合同会社"].reduce(name) { $0.replacing($1, with: " ") }
    if bare != name { parts += SearchText.readings(of: bare).map { ($0, $0.words.indices) } }
    self.parts = parts
    var firsts: [Form] = []
    var others: [Form] = []
    for (text, part) in spelt where text.words.count > 1 {
      let range = part ?? text.words.indices
      let first = names.firstWord(text, in: range)
      if let first { firsts.append((text, first..<first + 1)) }
      others += range.dropFirst().filter { $0 != first }.map { (text, $0..<$0 + 1) }
    }
    self.firsts = firsts
    self.others = others
    short = spelt.first.flatMap { NameForms.shortName(name, words: $0.part ?? $0.text.words.indices, of: $0.text) }
  }
}
