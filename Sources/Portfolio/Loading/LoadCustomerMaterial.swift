import Customer
import Findings
import Health
import Languages
import Review
import Spelling

extension Loader {
  mutating func customerMaterial(
    _ settings: Settings, languages: Languages, accounts: Int, index: AccountIndex, people: PersonNames
  ) -> CustomerMaterial {
    let plans = rows(of: .plans, settings: settings, accounts: index, count: accounts, order: RowOrder.of) {
      row -> (CustomerFacts.Step, Day?)? in
      let step = row.requiredText("step")
      let owner = row.text("owner").map { people($0) }
      let dueOn = row.day("due_on")
      let doneOn = row.day("done_on")
      return step.map {
        (
          CustomerFacts.Step(
            step: $0, owner: owner, dueOn: dueOn.map(CalendarDay.init), doneOn: doneOn.map(CalendarDay.init)),
          nil
        )
      }
    }
    var words: [Int: CustomerFacts.Words] = [:]
    var places: [Int: CustomerMaterial.Place] = [:]
    let texts = texts(in: "data/customer", index)
    // Language files are long, so they are read only when needed.
    let headings = CustomerHeadings(texts.isEmpty ? Languages(builtIn: []) : languages)
    for (account, file, text) in texts {
      if let other = places[account]?.file {
        log.add(
          Finding(.warning, file: other, "the account has the file \(file) under its present id; this one is left out"))
      }
      (words[account], places[account]) = customerWords(text, file: file, headings)
    }
    return CustomerMaterial(plans: plans, words: words, places: places)
  }

  /// Parts a file at its headings, such as `# Context`, `# Learned` and `# Conversation`.
  private mutating func customerWords(
    _ text: String, file: String, _ headings: CustomerHeadings
  ) -> (words: CustomerFacts.Words, place: CustomerMaterial.Place) {
    var parts: [CustomerPart?: [(number: Int, text: Substring)]] = [:]
    // Nil for omitted text too.
    var part: CustomerPart?
    var isInPart = false
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.utf8.starts(with: "# ".utf8) {
        let heading = line.dropFirst(2).trimmed()
        part = headings.part(heading)
        isInPart = true
        if part == nil {
          log.add(
            Finding(
              .error, file: file, line: number + 1, column: 3,
              "the heading '\(heading)' is none of \(headings.list), and what follows it is left out\(suggestion(for: heading, among: headings.all))"
            ))
        }
      } else if isInPart {
        parts[part, default: []].append((number + 1, line))
      } else if !line.allSatisfy(\.isWhitespace) {
        log.add(
          Finding(
            .error, file: file, line: number + 1, column: 1,
            "the text stands before the first heading and is left out; begin with '# Context', '# Learned' or '# Conversation'"
          ))
        isInPart = true
      }
    }
    // Blank lines at either end of a part are dropped.
    func isBlank(_ line: (number: Int, text: Substring)) -> Bool { line.text.allSatisfy(\.isWhitespace) }
    let written = parts.mapValues { lines in
      let first = lines.prefix(while: isBlank).count
      return Array(lines[first...].prefix(lines.count - first - lines.reversed().prefix(while: isBlank).count))
    }
    func words(_ part: CustomerPart) -> String? {
      let lines = written[part] ?? []
      return lines.isEmpty
        ? nil : lines.map(\.text).joined(separator: "\n").trimmed()
    }
    return (
      CustomerFacts.Words(
        context: words(.context), learned: words(.learned), conversation: words(.conversation)),
      CustomerMaterial.Place(
        file: file, context: written[.context, default: []].map(\.number),
        learned: written[.learned, default: []].map(\.number),
        conversation: written[.conversation, default: []].map(\.number))
    )
  }
}
