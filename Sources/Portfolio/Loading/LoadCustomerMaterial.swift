import Customer
import Findings
import Foundation
import Health

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
    for (account, file, text) in texts(in: "data/customer", index) {
      words[account] = customerWords(text, file: file)
    }
    return CustomerMaterial(plans: plans, words: words)
  }

  /// Parts a file at its headings `# Context`, `# Learned` and `# Conversation`.
  private mutating func customerWords(_ text: String, file: String) -> CustomerFacts.Words {
    var parts: [String: String] = [:]
    var part: String?
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.utf8.starts(with: "# ".utf8) {
        let heading = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
        part = CustomerPart.allCases.first { $0.rawValue == heading.lowercased() }?.rawValue
        if part == nil {
          let known = CustomerPart.allCases.map(\.rawValue)
          log.add(
            Finding(
              .error, file: file, line: number + 1, column: 3,
              "the heading '\(heading)' is none of \(known.joined(separator: ", ")), and what follows it is left out\(suggestion(for: heading.lowercased(), among: known))"
            ))
          part = ""
        }
      } else if let part {
        parts[part, default: ""] += line + "\n"
      } else if !line.allSatisfy(\.isWhitespace) {
        log.add(
          Finding(
            .error, file: file, line: number + 1, column: 1,
            "the text stands before the first heading and is left out; begin with '# Context', '# Learned' or '# Conversation'"
          ))
        part = ""
      }
    }
    func written(_ part: CustomerPart) -> String? {
      let text = parts[part.rawValue]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      return text.isEmpty ? nil : text
    }
    return CustomerFacts.Words(
      context: written(.context), learned: written(.learned), conversation: written(.conversation))
  }
}

private enum CustomerPart: String, CaseIterable {
  case context, learned, conversation
}
