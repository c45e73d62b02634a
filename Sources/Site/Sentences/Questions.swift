import Health
import Review

/// The questions for the next call, and their rules.
struct Questions: Composer {
  let tell: Telling

  /// The number of questions on an account page: nobody would ask more.
  private static let mostQuestions = 7

  /// The questions to ask about an account, the most important first.
  func questions(_ account: AccountReview) -> [QuestionView] {
    let name = evidence.accounts[account.account].name
    let people = review.departed(from: account).map(\.name)
    let departed = people.isEmpty ? words(.somebody) : people.joined(separator: words(.and))
    return review.questions(for: account, by: tell.context.questionRules, most: Self.mostQuestions).map { question in
      let facts = question.values.map { fact, value in
        (name: fact.rawValue, value: value.map { self.value($0, of: fact) } ?? words(.isMissing))
      }
      let values = Places(facts + [("account", name), ("people", departed)])
      return QuestionView(
        ask: words.question(.ask, of: question.rule, values),
        because: words.question(.because, of: question.rule, values))
    }
  }

  /// The rules as a table: the condition, and the question.
  func ruleRows() -> [QuestionRuleView] {
    tell.context.questionRules.map { rule in
      let conditions = rule.conditions.map { condition -> String in
        let fact = words.code(.fact, condition.fact.rawValue)
        if [.band, .flag].contains(condition.fact) { return "\(fact) \(colours(where: condition))" }
        var tests = condition.comparisons.map { "\($0.comparison.sign)\u{A0}\(formats.value($0.limit))" }
        if tests.count > 1 { tests = [tests.joined(separator: words(.and))] }
        if condition.allowsMissing { tests.append(words(.isMissing)) }
        return "\(fact) \(tests.joined(separator: words(.or)))"
      }
      return QuestionRuleView(
        when: conditions.joined(separator: words(.clauseSeparator)), ask: words.question(.ask, of: rule, Self.anything))
    }
  }

  /// The colours that satisfy a condition, which counts green as 2, yellow as 1 and red as 0.
  private func colours(where condition: QuestionRule.Condition) -> String {
    let values: [(Double, String)] = [(2, "green"), (1, "yellow"), (0, "red")]
    let fitting = values.filter { value, _ in
      condition.comparisons.allSatisfy { $0.comparison.holds(value, $0.limit) }
    }
    return (fitting.map { words.code(.band, $0.1) } + (condition.allowsMissing ? [words(.isMissing)] : []))
      .joined(separator: words(.or))
  }

  /// The placeholders in the table of rules, each meaning any value.
  private static let anything = Places(
    (AccountFact.allCases.map(\.rawValue) + ["account", "people"]).map { (name: $0, value: "…") })

  /// A fact in the format of its kind: days with their unit, changes with their sign, shares in per cent.
  private func value(_ value: Double, of fact: AccountFact) -> String {
    switch fact {
    case .flagAge, .daysToRenewal, .tenureDays, .daysSinceSponsor, .daysSinceContact, .daysSinceQBR, .oldestRiskAge,
      .daysSinceReview, .nextStepOverdue, .daysSinceContraction:
      words.count(.days, Int(abs(value)))
    case .scoreChange13w, .usageChange13w, .ticketChange90d: formats.change(value, decimals: 0)
    case .coverage: formats.percent(value)
    default: formats.value(value)
    }
  }
}

extension Comparison {
  /// The printed sign: ≥ for >=.
  var sign: String {
    switch self {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .above: ">"
    case .below: "<"
    case .equal: "="
    }
  }
}
