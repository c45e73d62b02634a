public import Customer

extension ProofScan {
  /// The leaks, each repeated for every line of an allowed fact that contains it: all of them must be fixed.
  ///
  /// What a line contains as the name of an account is not reported again for a part of that name.
  public func traced(_ leaks: [Leak], facts: CustomerFacts, of account: Int) -> [Leak] {
    let lines = lines(of: facts, account)
    func isNamed(_ line: FactLine, _ field: String) -> Bool {
      lines[Occurrence.Key(rule: .name, field: field)]?.contains { $0.isSame(as: line) } ?? false
    }
    return leaks.flatMap { leak -> [Leak] in
      let found = lines[Occurrence.Key(rule: leak.rule, field: leak.field)] ?? []
      // A leak that spans lines is reported as found.
      guard leak.cameWith != nil, !found.isEmpty else { return [leak] }
      return found.filter { leak.rule != .namePart || !isNamed($0, leak.field) }.map { line in
        let isFirst = leak.cameWith == line.fact && leak.fact.map { $0 == (line.number, line.line) } ?? false
        return Leak(
          rule: leak.rule, field: leak.field, place: leak.place, paragraph: isFirst ? leak.paragraph : nil,
          cameWith: line.fact, fact: (number: line.number, line: line.line), source: line.source)
      }
    }
  }

  /// A line of an allowed fact that contains a leak.
  private struct FactLine {
    let fact: TextSource
    let number: Int
    let line: Int
    let source: Leak.Source?

    func isSame(as other: FactLine) -> Bool {
      fact == other.fact && number == other.number && line == other.line && source?.account == other.source?.account
    }
  }

  private func lines(of facts: CustomerFacts, _ account: Int) -> [Occurrence.Key: [FactLine]] {
    let reader = PassageReader(self, facts, account)
    var lines: [Occurrence.Key: [FactLine]] = [:]
    var numbers: [TextSource: Int] = [:]
    for fact in facts.texts {
      numbers[fact.source, default: 0] += 1
      for (index, line) in fact.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for occurrence in reader.occurrences(in: Passage("\(fact.source)", String(line))) {
          lines[occurrence.key, default: []].append(
            FactLine(
              fact: fact.source, number: numbers[fact.source] ?? 1, line: index + 1, source: occurrence.source))
        }
      }
    }
    return lines
  }
}
