import Health
import Review

/// The questions for the next call, and their rules.
struct Questions: Composer {
  let tell: Telling

  /// The number of questions on an account page: nobody would ask more.
  private static let mostQuestions = 7

  /// The number of questions about a risk that is not on record: more would drown the others.
  private static let mostSigns = 2

  /// The questions to ask about an account, the most important first: those about what somebody wrote come before those
  /// of the rules.
  func questions(_ account: AccountReview) -> [QuestionView] {
    let signs = review.unrecordedRisks(of: account, signs: tell.context.signs, to: ownPage).prefix(Self.mostSigns)
      .map(question)
    let named = names(account)
    let rules = tell.context.questionRules
    return signs
      + review.questions(for: account, by: rules, most: Self.mostQuestions - signs.count).map { question in
        let facts = question.values.map { fact, value in
          (name: fact.rawValue, value: value.map { self.value($0, of: fact) } ?? words(.isMissing))
        }
        let values = Places(facts + named)
        return QuestionView(
          ask: words.question(.ask, of: question.rule, values),
          because: words.question(.because, of: question.rule, values))
      }
  }

  /// That somebody wrote of a risk, while none of that kind is on record.
  private func question(_ sign: UnrecordedRisk) -> QuestionView {
    let values: Places = [
      "place": words.code(.said, sign.quotation.place.rawValue), "date": formats.shortDate(sign.quotation.date),
      "topic": words.code(.topic, sign.kind.rawValue), "kind": words.code(.risk, sign.kind.rawValue),
      "text": sign.quotation.text + (sign.quotation.isCut ? "…" : ""),
    ]
    return QuestionView(ask: words(.askUnrecorded, values), because: words(.becauseUnrecorded, values))
  }

  /// What questions name: who left, the oldest risk, the promise that is due longest, and so on.
  private func names(_ account: AccountReview) -> [(name: String, value: String)] {
    let index = account.account
    func joined(_ names: [String]) -> String {
      names.isEmpty ? words(.somebody) : names.joined(separator: words(.and))
    }
    let present = evidence.contacts[index].filter { $0.isPresent(on: review.asOf) }
    let steps = review.owed(for: account).compactMap { owed -> String? in
      if case .step(let decision) = owed.matter { told(decision.nextStep, to: ownPage) } else { nil }
    }
    let oldest = account.openRisks.min { $0.seenOn < $1.seenOn }
    let goals = evidence.goals[index].filter { goal in goal.metOn.map { $0 > review.asOf } ?? true }
    let urgent = evidence.tickets(of: index, on: review.asOf).filter { $0.isUrgent(on: review.asOf) }
    return [
      ("account", evidence.accounts[index].name), ("people", joined(review.departed(from: account).map(\.name))),
      (
        "sponsor",
        joined(present.filter { !Set($0.roles).isDisjoint(with: [.sponsor, .economicBuyer]) }.map(\.name))
      ), ("contact", joined(present.map(\.name))), ("step", steps.first ?? words(.unknown)),
      (
        "risk",
        oldest.map { risk in
          words.code(.risk, risk.kind.rawValue)
            + (told(risk.note, to: ownPage).map { words(.explained, ["what": $0]) } ?? "")
        } ?? words(.unknown)
      ),
      (
        "goal",
        (goals.first { $0.isDue(on: review.asOf - 1) } ?? goals.first { $0.latest == nil })?.goal ?? words(.unknown)
      ),
      ("ticket", urgent.first.map { $0.subject ?? $0.id } ?? words(.unknown)),
    ]
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
    (AccountFact.allCases.map(\.rawValue) + QuestionRule.names).map { (name: $0, value: "…") })

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
