import Health
import Review

/// The numbers of the rules, by their names in phrases: `{quiet_days}` in a phrase of any language is that number.
///
/// They are filled in when a language file is read, so code that shows phrases need not know about them. A number that
/// prose needs has its constant next to the rule, and one line here.
enum RuleValues {
  private static let values: [(name: String, value: Int)] = [
    // Flags, risks and decisions
    ("fresh_days", Sentiment.freshDays), ("current_days", Sentiment.currentDays),
    ("decision_days", ListItem.decisionDays), ("hold_days", ReviewDecision.holdsDays),
    ("gravest", Risk.severities.upperBound),
    // Measures
    ("recent_days", DerivedMeasure.recentDays), ("silence_most", Int(AbsenceRule.mostWithoutNews)),
    ("best_rating", Ticket.ratings.upperBound), ("cohort_least", PeerValues.smallestCohort),
    // Direction
    ("week_days", 7 * ScoreChanges.spans[0]), ("month_days", 7 * ScoreChanges.spans[1]),
    ("quarter_days", 7 * ScoreChanges.spans[2]), ("change_weeks", ScoreChanges.spans[2]),
    ("sharp_fall_week", Direction.sharpFallInWeek), ("sharp_fall", Direction.sharpFallInFourWeeks),
    ("fall", Direction.fallInFourWeeks), ("slow_fall", Direction.fallInThirteenWeeks),
    ("rise", Direction.riseInFourWeeks), ("trend_weeks", Trend.weeks), ("figure_weeks", WeekFigures.weeks),
    // Lists
    ("quiet_days", ListID.quietAfterDays), ("left_green_weeks", ListID.leftGreenWeeks),
    ("renewal_days", Review.renewalDays),
    ("expansion_score", ExpansionCondition.smallestScore), ("check_weeks", SpotChecks.weeks),
    ("departure_days", AccountFact.departureDays),
    // The brief of an account
    ("said_days", Said.days),
    // Risk points
    ("points_healthy", RiskPoints.healthyScore), ("points_unscored", RiskPoints.leastUnscored),
    ("points_forgiven", RiskPoints.forgivenFall), ("points_yellow", RiskPoints.yellowFlag),
    ("points_red", RiskPoints.redFlag), ("points_severity", RiskPoints.perSeverity),
    ("acted_weeks", FirstDecisions.lastWeeks), ("acted_weeks_before", FirstDecisions.weeksBefore),
    ("rhythm_weeks", RhythmShifts.weeks), ("rhythm_false", RhythmShifts.falseShare),
    ("drift_weeks", PortfolioDrift.weeks), ("drift_tries", PortfolioDrift.permutations),
    // Retention
    ("retention_days", Retention.days), ("retention_months", Retention.months),
    ("rated_least", Rate.smallestRated),
    ("forecast_confidence", RenewalForecast.confidence),
    ("judged_from", PublishedForecast.judgedBefore.lowerBound),
    ("judged_to", PublishedForecast.judgedBefore.upperBound),
    // Backtest
    ("horizon_near", Backtest.horizons[0]), ("horizon_middle", Backtest.horizons[1]),
    ("horizon_far", Backtest.horizons[2]), ("call_days", Review.callHorizon),
    ("reviewed_days", Backtest.reviewedWithin),
    ("outcomes_least", AUC.fewest), ("groups_least", ScoreGroup.fewest * ScoreGroup.smallest),
    ("confidence", Rate.confidence), ("lead_month", LeadTime.monthWeeks), ("lead_after_month", LeadTime.monthWeeks + 1),
    ("lead_quarter", LeadTime.quarterWeeks), ("lead_after_quarter", LeadTime.quarterWeeks + 1),
    ("lead_half_year", LeadTime.halfYearWeeks),
    // The weekly mail
    ("digest_lines", DigestText.mostLines), ("news_days", Review.newsDays),
  ]

  /// The names, in the order above.
  static let names = values.map(\.name)

  private static let places = Places(values.map { (name: $0.name, value: String($0.value)) })

  /// A phrase with the numbers of rules filled in and its other placeholders unchanged.
  static func filled(_ phrase: String) -> String {
    phrase.utf8.contains(UInt8(ascii: "{")) ? PhraseText(phrase).filled(places) : phrase
  }
}
