public import Health

/// A rule of the table of questions: when it holds for an account, its question should be asked on the next call.
public struct QuestionRule: Sendable {
  /// A condition on one fact; all of a rule's conditions must hold.
  public struct Condition: Sendable {
    /// The fact that is compared.
    public let fact: AccountFact
    /// Comparisons that must all hold; a missing fact fails them.
    public let comparisons: [(comparison: Comparison, limit: Double)]
    /// True when a missing fact satisfies the condition too.
    public let allowsMissing: Bool

    /// Creates a condition on a fact; without comparisons it must be missing.
    public init(
      fact: AccountFact, comparisons: [(comparison: Comparison, limit: Double)], allowsMissing: Bool
    ) {
      self.fact = fact
      self.comparisons = comparisons
      self.allowsMissing = allowsMissing
    }

    func holds(_ value: Double?) -> Bool {
      guard let value else { return allowsMissing }
      return !comparisons.isEmpty && comparisons.allSatisfy { $0.comparison.holds(value, $0.limit) }
    }
  }

  /// What the words of every rule may name besides the facts of its conditions: the account, who left in the last half
  /// year, who decides, who is there, the promise due longest, the oldest open risk, a goal that is late or without a
  /// figure, and an urgent ticket.
  public static let names = ["account", "people", "sponsor", "contact", "step", "risk", "goal", "ticket"]

  /// The name of its words.
  public let id: String
  /// The conditions, all of which must hold.
  public let conditions: [Condition]
  /// The fact that raises the question, in the user's own words; nil for a rule with words in the language file.
  public let because: String?
  /// The question, in the user's own words; nil for a rule with words in the language file.
  public let ask: String?

  /// Creates a rule from its parts.
  public init(id: String, conditions: [Condition], because: String? = nil, ask: String? = nil) {
    self.id = id
    self.conditions = conditions
    self.because = because
    self.ask = ask
  }
}

/// A question for one account, with the facts that raised it.
public struct Question: Sendable {
  /// The rule.
  public let rule: QuestionRule
  /// The facts that the rule compares; nil when one is missing.
  public let values: [(fact: AccountFact, value: Double?)]
}

extension Review {
  /// The first questions to ask about an account, in the order of the rules.
  public func questions(for account: AccountReview, by rules: [QuestionRule], most: Int = .max) -> [Question] {
    let questioned = Questioned(review: account, evidence: evidence, judgement: judgement, trend: trend)
    // Most rules use the same few facts.
    var known: [AccountFact: Double?] = [:]
    func value(_ fact: AccountFact) -> Double? {
      if let value = known[fact] { return value }
      let value = questioned.value(of: fact)
      known[fact] = .some(value)
      return value
    }
    var questions: [Question] = []
    for rule in rules where questions.count < most {
      // A fact that no table keeps is not missing for an account: nobody could have written it down.
      guard rule.conditions.allSatisfy({ questioned.isKept($0.fact) && $0.holds(value($0.fact)) }) else { continue }
      questions.append(Question(rule: rule, values: rule.conditions.map { ($0.fact, value($0.fact)) }))
    }
    return questions
  }

  /// Champions and sponsors of an account who left in the last 180 days, the latest first.
  public func departed(from account: AccountReview) -> [Contact] {
    Questioned(review: account, evidence: evidence, judgement: judgement, trend: trend).departed
  }
}
