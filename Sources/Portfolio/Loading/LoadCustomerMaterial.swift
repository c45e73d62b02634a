import Customer
import Findings
import Health
import Review
import Spelling

extension Loader {
  mutating func customerMaterial(_ settings: Settings, accounts: Int, index: AccountIndex) -> CustomerMaterial {
    let plans = rows(of: .plans, settings: settings, accounts: index, count: accounts) {
      row -> (CustomerFacts.Step, Day?)? in
      let step = row.requiredText("step")
      let owner = row.text("owner")
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
    for (account, file, text) in texts(in: "data/customer", index) {
      (words[account], places[account]) = customerWords(text, file: file)
    }
    return CustomerMaterial(plans: plans, words: words, places: places)
  }

  /// Parts a file at its headings, `# Context`, `# Learned` and `# Conversation` or what ``CustomerPart`` also takes for
  /// them.
  private mutating func customerWords(
    _ text: String, file: String
  ) -> (words: CustomerFacts.Words, place: CustomerMaterial.Place) {
    var parts: [CustomerPart?: [(number: Int, text: Substring)]] = [:]
    // Nil as well for what is left out.
    var part: CustomerPart?
    var isInPart = false
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.utf8.starts(with: "# ".utf8) {
        let heading = line.dropFirst(2).trimmed()
        part = CustomerPart(heading: heading)
        isInPart = true
        if part == nil {
          let known: Message = "Context or Contexte, Learned or Appris, Conversation"
          log.add(
            Finding(
              .error, file: file, line: number + 1, column: 3,
              "the heading '\(heading)' is none of \(known), and what follows it is left out\(suggestion(for: heading, among: CustomerPart.allCases.flatMap(\.words)))"
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
    // A part begins and ends with a line that says something.
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
