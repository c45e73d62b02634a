import Customer
import Health
import Languages
import Review

/// A phrase of the program's own sentences; `Words` makes sure that a language has them all.
enum Phrase: String, CaseIterable {
  case account
  case accountsHead = "accounts"
  case accountsOverWeeks = "accounts_over_weeks"
  case addressableWords = "addressable_words"
  case allAccounts = "all_accounts"
  case allCalls = "all_calls"
  case and
  case approachTitle = "approach_title"
  case apr
  case april
  case arr
  case arrByOutcomes = "arr_by_outcomes"
  case arrGap = "arr_gap"
  case arrLabel = "arr_label"
  case arrOf = "arr_of"
  case arrOfDay = "arr_of_day"
  case arrOfEdition = "arr_of_edition"
  case arrToday = "arr_today"
  case asPublished = "as_published"
  case atLeast = "at_least"
  case atRiskLabel = "at_risk_label"
  case auc
  case aucParted = "auc_parted"
  case aucReversed = "auc_reversed"
  case aucSentence = "auc_sentence"
  case aug
  case august
  case bandChartTitle = "band_chart_title"
  case bandHead = "band"
  case bandKey = "band_key"
  case bandRule = "band_rule"
  case bandsByAccounts = "bands_by_accounts"
  case bandsByARR = "bands_by_arr"
  case bandsHead = "bands"
  case bandsOverWeeks = "bands_over_weeks"
  case bandsUnchanged = "bands_unchanged"
  case barTitle = "bar_title"
  case baseModel = "base_model"
  case baseModelName = "base_model_name"
  case becameCustomer = "became_customer"
  case becauseLateData = "because_late_data"
  case becauseModel = "because_model"
  case becauseModelThrough = "because_model_through"
  case behaviour
  case betterWithout = "better_without"
  case brokenDays = "broken_days"
  case byExposure = "by_exposure"
  case calledByBoth = "called_by_both"
  case calledByNobody = "called_by_nobody"
  case calledByPerson = "called_by_person"
  case calledByScore = "called_by_score"
  case cannotCompare = "cannot_compare"
  case cannotCompareWith = "cannot_compare_with"
  case cannotTellApart = "cannot_tell_apart"
  case capAbove = "cap_above"
  case capBelow = "cap_below"
  case capped
  case caught
  case caughtAxis = "caught_axis"
  case cellTitle = "cell_title"
  case chance
  case chanceIsTold = "chance_is_told"
  case customerAgain = "customer_again"
  case departedAccount = "departed_account"
  case departedWords = "departed_words"
  case dimensionSaysMore = "dimension_says_more"
  case fittedChosen = "fitted_chosen"
  case guardAccepted = "guard_accepted"
  case guardAccount = "guard_account"
  case guardAccountRefusedText = "guard_account_refused_text"
  case guardARRJump = "guard_arr_jump"
  case guardARRJumpText = "guard_arr_jump_text"
  case guardFeedEmpty = "guard_feed_empty"
  case guardFeedGone = "guard_feed_gone"
  case guardFeedOlder = "guard_feed_older"
  case guardFuture = "guard_future"
  case guardHad = "guard_had"
  case guardNoAccounts = "guard_no_accounts"
  case guardNoScores = "guard_no_scores"
  case guardRefusals = "guard_refusals"
  case guardRowsRefused = "guard_rows_refused"
  case guardVanishedText = "guard_vanished_text"
  case inSampleMark = "in_sample_mark"
  case nobodyDecided = "nobody_decided"
  case onlyLostSegments = "only_lost_segments"
  case redBelowGreen = "red_below_green"
  case redBelowYellow = "red_below_yellow"
  case retentionUnconfirmed = "retention_unconfirmed"
  case thinnedLead = "thinned_lead"
  case thinnedNamed = "thinned_named"
  case withdrawnWords = "withdrawn_words"
  case yellowBelowGreen = "yellow_below_green"
  case segmentsWithoutOutcomes = "segments_without_outcomes"
  case underRated = "under_rated"
  case change
  case changedBand = "changed_band"
  case changedExpected = "changed_expected"
  case changedOn = "changed_on"
  case changedWhy = "changed_why"
  case changes
  case changesNoMean = "changes_no_mean"
  case changesRule = "changes_rule"
  case changesSince = "changes_since"
  case changesTitle = "changes_title"
  case chartTable = "chart_table"
  case churned
  case clauseSeparator = "clause_separator"
  case closedOn = "closed_on"
  case comparisonsRule = "comparisons_rule"
  case countAndArr = "count_and_arr"
  case coverageWords = "coverage_words"
  case csmSays = "csm_says"
  case currencyCode = "currency_code"
  case curvePoint = "curve_point"
  case curveSeparator = "curve_separator"
  case curveTitle = "curve_title"
  case customerSince = "customer_since"
  case dataQualityHead = "data_quality"
  case dataTo = "data_to"
  case date
  case dayHead = "day"
  case dec
  case december
  case decidedElsewhere = "decided_elsewhere"
  case decimal
  case decisionOwed = "decision_owed"
  case digestAccount = "digest_account"
  case digestFalls = "digest_falls"
  case digestLost = "digest_lost"
  case digestWanted = "digest_wanted"
  case directionFallMore = "direction_fall_more"
  case directionLowMore = "direction_low_more"
  case directionNotYet = "direction_not_yet"
  case directionUndecided = "direction_undecided"
  case directionWithChanges = "direction_with_changes"
  case divergencesLabel = "divergences_label"
  case divergencesWhat = "divergences_what"
  case driverFell = "driver_fell"
  case driverMoved = "driver_moved"
  case driverOther = "driver_other"
  case driverPlaceFell = "driver_place_fell"
  case driverPlaceRose = "driver_place_rose"
  case driverRose = "driver_rose"
  case driverSilent = "driver_silent"
  case driverStopped = "driver_stopped"
  case dueOn = "due_on"
  case everyoneElse = "everyone_else"
  case everyOutcomeKnown = "every_outcome_known"
  case expansionRule = "expansion_rule"
  case explained
  case exposureWords = "exposure_words"
  case factHead = "fact"
  case fallSaysLess = "fall_says_less"
  case fallSaysMore = "fall_says_more"
  case falseAlarms = "false_alarms"
  case falseAlarmsAxis = "false_alarms_axis"
  case falseAlarmsRule = "false_alarms_rule"
  case feb
  case february
  case fiftyTwoWeeks = "fifty_two_weeks"
  case firstOfMonth = "first_of_month"
  case fittedWords = "fitted_words"
  case figuresOfCharts = "figures_of_charts"
  case fiveFigures = "five_figures"
  case flagGivenToday = "flag_given_today"
  case flagRow = "flag_row"
  case formerCSM = "former_csm"
  case formerCSMAccounts = "former_csm_accounts"
  case formerID = "former_id"
  case formerLoss = "former_loss"
  case formerLost = "former_lost"
  case formerNoCustomer = "former_no_customer"
  case formerNotInTable = "former_not_in_table"
  case formerPage = "former_page"
  case formerToFront = "former_to_front"
  case formerToLoss = "former_to_loss"
  case fromTo = "from_to"
  case greatestScore = "greatest_score"
  case greenDoubted = "green_doubted"
  case greenFalling = "green_falling"
  case greenFrom = "green_from"
  case greenNotFalling = "green_not_falling"
  case greenShare = "green_share"
  case grossPublished = "gross_published"
  case grossRetention = "gross_retention"
  case grossShort = "gross_short"
  case grossToday = "gross_today"
  case grossHead = "gross"
  case group
  case groupChartTitle = "group_chart_title"
  case heldBy = "held_by"
  case heldByCap = "held_by_cap"
  case heldUntil = "held_until"
  case horizon
  case humanAdds = "human_adds"
  case humanNoFlags = "human_no_flags"
  case humanNotYet = "human_not_yet"
  case humanRule = "human_rule"
  case humanTakes = "human_takes"
  case humanUndecided = "human_undecided"
  case ifBest = "if_best"
  case ifWorst = "if_worst"
  case inFourWeeks = "in_four_weeks"
  case inOneWeek = "in_one_week"
  case inSample = "in_sample"
  case interval95 = "interval_95"
  case intervalNone = "interval_none"
  case intervalTitle = "interval_title"
  case intervalTitleExact = "interval_title_exact"
  case intervalUnscored = "interval_unscored"
  case intervalWords = "interval_words"
  case inThirteenWeeks = "in_thirteen_weeks"
  case isMissing = "is_missing"
  case isNoCustomer = "is_no_customer"
  case isOneOf = "is_one_of"
  case jan
  case january
  case jul
  case july
  case jun
  case june
  case lateData = "late_data"
  case lateDataMark = "late_data_mark"
  case lateFeedLead = "late_feed_lead"
  case lead
  case leadChartTitle = "lead_chart_title"
  case leadTimeHead = "lead_time"
  case leadTimeMedian = "lead_time_median"
  case leadTimes = "lead_times"
  case leastScore = "least_score"
  case leftGreen = "left_green"
  case leftOn = "left_on"
  case leftOut = "left_out"
  case leftOutOfScores = "left_out_of_scores"
  case limitsOfBacktest = "limits_of_backtest"
  case listedAgain = "listed_again"
  case listedNoMore = "listed_no_more"
  case listedSince = "listed_since"
  case lossNotHeld = "loss_not_held"
  case lossWithoutOutcome = "loss_without_outcome"
  case lostByBand = "lost_by_band"
  case lostByScore = "lost_by_score"
  case lostWithoutOutcome = "lost_without_outcome"
  case lossAvoidable = "loss_avoidable"
  case lossCall = "loss_call"
  case lossListedFromStart = "loss_listed_from_start"
  case lossNoCall = "loss_no_call"
  case lossNoLeadTime = "loss_no_lead_time"
  case lossNotJudged = "loss_not_judged"
  case lossReason = "loss_reason"
  case lossSummary = "loss_summary"
  case lossSummaryNotice = "loss_summary_notice"
  case lossUnavoidable = "loss_unavoidable"
  case lossUnscored = "loss_unscored"
  case lossWithoutEvidence = "loss_without_evidence"
  case lostSince = "lost_since"
  case lowerQuartile = "lower_quartile"
  case mar
  case march
  case may
  case mayShort = "may_short"
  case median
  case metOn = "met_on"
  case missed
  case missedMeaning = "missed_meaning"
  case misses
  case missesRule = "misses_rule"
  case model
  case modelChangedLead = "model_changed_lead"
  case modelChangedText = "model_changed_text"
  case modelExpected = "model_expected"
  case modelFound = "model_found"
  case modelNamed = "model_named"
  case modelVersions = "model_versions"
  case modelWhy = "model_why"
  case moneyMillions = "money_millions"
  case moneyThousands = "money_thousands"
  case moneyUnits = "money_units"
  case movedWithinBand = "moved_within_band"
  case movedInWeeks = "moved_in_weeks"
  case movementTitle = "movement_title"
  case namesGrown = "names_grown"
  case namesLost = "names_lost"
  case namesShrunk = "names_shrunk"
  case namesUnchanged = "names_unchanged"
  case navChanges = "nav_changes"
  case navLosses = "nav_losses"
  case netAndGrossLine = "net_and_gross_line"
  case netChanges = "net_changes"
  case netHead = "net"
  case netPublished = "net_published"
  case netRetention = "net_retention"
  case netShort = "net_short"
  case netToday = "net_today"
  case neverListed = "never_listed"
  case noAccountYet = "no_account_yet"
  case nobody
  case nobodyChurned = "nobody_churned"
  case noCapacity = "no_capacity"
  case noCohort = "no_cohort"
  case noCohortThen = "no_cohort_then"
  case noCurve = "no_curve"
  case noCustomer = "no_customer"
  case noCustomerThen = "no_customer_then"
  case noData = "no_data"
  case noDifferenceShows = "no_difference_shows"
  case noDriver = "no_driver"
  case noEditionBefore = "no_edition_before"
  case noFalseAlarms = "no_false_alarms"
  case noFlag = "no_flag"
  case noMisses = "no_misses"
  case noOutcomeOnRecord = "no_outcome_on_record"
  case noPeers = "no_peers"
  case noReach = "no_reach"
  case noReasonGiven = "no_reason_given"
  case noScores = "no_scores"
  case noTarget = "no_target"
  case nothingExpected = "nothing_expected"
  case nothingLost = "nothing_lost"
  case nothingLostShort = "nothing_lost_short"
  case nothingPublishedThen = "nothing_published_then"
  case nothingToReach = "nothing_to_reach"
  case noticeMark = "notice_mark"
  case notInDataAnyMore = "not_in_data_any_more"
  case notInEdition = "not_in_edition"
  case notReviewedBefore = "not_reviewed_before"
  case notYet = "not_yet"
  case nov
  case noValue = "no_value"
  case november
  case oct
  case october
  case olderInArchive = "older_in_archive"
  case oneDimension = "one_dimension"
  case or
  case outcomeOn = "outcome_on"
  case outcomes
  case outcomesMissing = "outcomes_missing"
  case outcomesNeeded = "outcomes_needed"
  case overdueLabel = "overdue_label"
  case overdueWhat = "overdue_what"
  case owner
  case ownerLabel = "owner_label"
  case partlyLateLead = "partly_late_lead"
  case peerWords = "peer_words"
  case per
  case percent
  case percentChange = "percent_change"
  case percentile
  case personAdds = "person_adds"
  case personIsConfident = "person_is_confident"
  case personIsWorried = "person_is_worried"
  case personTakes = "person_takes"
  case pointsForFall = "points_for_fall"
  case pointsForFlag = "points_for_flag"
  case pointsForRisks = "points_for_risks"
  case pointsForScore = "points_for_score"
  case precision
  case publishedHead = "published_head"
  case publishedPoint = "published_point"
  case quarter
  case quartilesTitle = "quartiles_title"
  case quietIsBlind = "quiet_is_blind"
  case rateShort = "rate_short"
  case rateWithInterval = "rate_with_interval"
  case readChange = "read_change"
  case readLatest = "read_latest"
  case readMean = "read_mean"
  case readPeers = "read_peers"
  case readSum = "read_sum"
  case reasonForDifference = "reason_for_difference"
  case reasonForFlag = "reason_for_flag"
  case recall
  case refusedText = "refused_text"
  case releasedFromCap = "released_from_cap"
  case renewalsLabel = "renewals_label"
  case renewalsLater = "renewals_later"
  case renewalsPassed = "renewals_passed"
  case renewalsUnknown = "renewals_unknown"
  case renews
  case renewsLabel = "renews_label"
  case reopenedOn = "reopened_on"
  case replacedByRevision = "replaced_by_revision"
  case rescored
  case rescoredShort = "rescored_short"
  case restatedHead = "restated"
  case retentionHeadline = "retention_headline"
  case retentionLabel = "retention_label"
  case retentionOverTime = "retention_over_time"
  case reviewedBefore = "reviewed_before"
  case revisionShort = "revision_short"
  case robust
  case rocCurve = "roc_curve"
  case rowsLead = "rows_lead"
  case saysLessThanScore = "says_less_than_score"
  case saysMoreThanScore = "says_more_than_score"
  case score
  case scoreRow = "score_row"
  case scoresFromTo = "scores_from_to"
  case scoresHead = "scores"
  case scoreThenNow = "score_then_now"
  case scoreUpTo = "score_up_to"
  case segment
  case segmentBacktest = "segment_backtest"
  case segmentLabel = "segment_label"
  case segmentLead = "segment_lead"
  case segmentsWithoutVerdict = "segments_without_verdict"
  case sep
  case september
  case severityOf5 = "severity_of_5"
  case shareHead = "share"
  case shiftLead = "shift_lead"
  case shiftText = "shift_text"
  case shortDate = "short_date"
  case sinceDay = "since_day"
  case sinceEdition = "since_edition"
  case sinceTitle = "since_title"
  case somebody
  case source
  case sourcesOfScores = "sources_of_scores"
  case stateSince = "state_since"
  case statusComparison = "status_comparison"
  case statusDraft = "status_draft"
  case statusPublished = "status_published"
  case statusRevised = "status_revised"
  case stillListed = "still_listed"
  case stillOpen = "still_open"
  case summaryCapped = "summary_capped"
  case summaryFlag = "summary_flag"
  case summaryFlagReason = "summary_flag_reason"
  case summaryNoFlag = "summary_no_flag"
  case summaryOldFlag = "summary_old_flag"
  case summaryScore = "summary_score"
  case summaryUnscored = "summary_unscored"
  case targetHit = "target_hit"
  case targetLine = "target_line"
  case targetMet = "target_met"
  case targetMissed = "target_missed"
  case theCSM = "the_csm"
  case theCSMWithin = "the_csm_within"
  case theScore = "the_score"
  case thirteenWeeksOf = "thirteen_weeks_of"
  case tooFewOutcomes = "too_few_outcomes"
  case today
  case tooFewPeers = "too_few_peers"
  case tooFewToCompare = "too_few_to_compare"
  case trendLabel = "trend_label"
  case trendTitle = "trend_title"
  case trialTitle = "trial_title"
  case turnedGreen = "turned_green"
  case unavoidableLoss = "unavoidable_loss"
  case unavoidableRule = "unavoidable_rule"
  case undated
  case unitInDays = "unit_in_days"
  case unitOwn = "unit_own"
  case unitPerHundred = "unit_per_hundred"
  case unknown
  case upperQuartile = "upper_quartile"
  case valueHead = "value"
  case variantModel = "variant_model"
  case verdictSentence = "verdict_sentence"
  case wasDueOn = "was_due_on"
  case weekBeforeNotice = "week_before_notice"
  case weeksBeforeNotice = "weeks_before_notice"
  case whatMovedIt = "what_moved_it"
  case wholePortfolio = "whole_portfolio"
  case whyBand = "why_band"
  case whyFlag = "why_flag"
  case whyOverdue = "why_overdue"
  case whyQuietNever = "why_quiet_never"
  case whyRisk = "why_risk"
  case whySpotCheck = "why_spot_check"
  case withinReach = "within_reach"
  case withInterval = "with_interval"
  case withoutCSM = "without_csm"
  case withoutWidth = "without_width"
  case worseOfBothVsBand = "worse_of_both_vs_band"
  case worseOfBothVsScore = "worse_of_both_vs_score"
  case worseWithout = "worse_without"
  case yellowFrom = "yellow_from"
}

/// A phrase about a number of things, for which a language has several forms, such as one for one and one for many.
enum CountPhrase: String, CaseIterable {
  case accounts
  case accountsByExposure = "accounts_by_exposure"
  case activeAccounts = "active_accounts"
  case atRiskWhat = "at_risk_what"
  case attentionLead = "attention_lead"
  case backtestLead = "backtest_lead"
  case bandChanges = "band_changes"
  case bandsChanged = "bands_changed"
  case bookLead = "book_lead"
  case capacityLine = "capacity_line"
  case changeOverWeeks = "change_over_weeks"
  case changesLead = "changes_lead"
  case days
  case decisionLate = "decision_late"
  case digestMore = "digest_more"
  case earlierFlags = "earlier_flags"
  case earlierModels = "earlier_models"
  case flagGiven = "flag_given"
  case guardAccountRefused = "guard_account_refused"
  case guardCutOff = "guard_cut_off"
  case guardFeedWentBack = "guard_feed_went_back"
  case guardMore = "guard_more"
  case guardVanished = "guard_vanished"
  case headline
  case lateFeedText = "late_feed_text"
  case leadTimesCut = "lead_times_cut"
  case listLead = "list_lead"
  case lossesLead = "losses_lead"
  case lossFirstListed = "loss_first_listed"
  case lossLeadTime = "loss_lead_time"
  case lossLeadTimeCut = "loss_lead_time_cut"
  case lostUnscored = "lost_unscored"
  case lostWhileGreen = "lost_while_green"
  case missedWords = "missed_words"
  case modelFlips = "model_flips"
  case moreAccounts = "more_accounts"
  case moreDecisions = "more_decisions"
  case moreFindings = "more_findings"
  case moreMovers = "more_movers"
  case movementLead = "movement_lead"
  case noSpotChecks = "no_spot_checks"
  case otherBands = "other_bands"
  case partlyLateMore = "partly_late_more"
  case percentPoints = "percent_points"
  case problems
  case refusedLead = "refused_lead"
  case renewalsWhat = "renewals_what"
  case retentionLead = "retention_lead"
  case retentionMissing = "retention_missing"
  case retentionWhat = "retention_what"
  case retentionWhatUnconfirmed = "retention_what_unconfirmed"
  case riskPoints = "risk_points"
  case scorePoints = "score_points"
  case smallReasons = "small_reasons"
  case smallSegment = "small_segment"
  case spotChecksMade = "spot_checks_made"
  case stability
  case summaryRenewal = "summary_renewal"
  case summaryRenewalPassed = "summary_renewal_passed"
  case thinnedMany = "thinned_many"
  case trialLead = "trial_lead"
  case weeksBefore = "weeks_before"
  case weeksMissing = "weeks_missing"
  case whyRenews = "why_renews"
  case withoutOutcome = "without_outcome"
}

/// The words for the codes of a column or of a field of `report.json`.
enum CodePhrase: String, CaseIterable {
  case absence
  case agreement
  case band
  case bridge
  case decision
  case direction
  case fact
  case freshness
  case gate
  /// What to do about a guard that holds.
  case guardRemedy = "guard_remedy"
  case leadTime = "lead_time"
  case list
  case listEmpty = "list_empty"
  case listMeaning = "list_meaning"
  /// The names that Vigie itself defines: usual dimensions, derived measures, columns of the accounts table.
  case name
  case nav
  case outcome
  case risk
  case rubric
  case severity
  case state
  case status
  case role
  case table
  case touchpoint
  case verdict
  case verdictMeaning = "verdict_meaning"
  case why

  /// Every code that a language must have a word for.
  var codes: [String] {
    switch self {
    case .absence: AbsenceRule.allCases.map(\.rawValue)
    case .agreement: Agreement.allCases.map(\.rawValue)
    case .bridge: RevenueBridge.Kind.allCases.map(\.rawValue)
    case .leadTime: LeadTime.allCases.map(\.rawValue)
    case .verdict, .verdictMeaning: Backtest.Verdict.codes
    case .band: Band.allCases.map(\.rawValue)
    case .decision: ReviewDecision.Decision.allCases.map(\.rawValue)
    case .direction: Direction.allCases.map(\.rawValue)
    case .fact: AccountFact.allCases.map(\.rawValue)
    case .freshness: Freshness.allCases.map(\.rawValue)
    case .gate: ExpansionGate.allCases.map(\.rawValue)
    case .guardRemedy: Guard.allCases.map(\.rawValue)
    case .list: ListID.allCases.map(\.rawValue)
    case .listEmpty: ListID.allCases.map(\.rawValue)
    case .listMeaning: ListID.allCases.map(\.rawValue)
    case .name:
      [Dimension.usage, "support", "relationship", "outcomes", "contract"]
        + AccountColumn.all.filter(\.hasWord).map(\.name) + DerivedMeasure.allCases.map(\.rawValue)
    case .nav: SitePages.menu.map(\.name)
    case .outcome: Outcome.Kind.allCases.map(\.rawValue)
    case .risk: Risk.Kind.allCases.map(\.rawValue)
    case .rubric: Sentiment.Flag.allCases.map(\.rawValue)
    case .severity: Ticket.Severity.allCases.map(\.rawValue)
    case .state: ListItem.State.allCases.map(\.rawValue)
    case .status: Sentiment.Status.allCases.map(\.rawValue)
    case .role: ["champion", "sponsor", "economic_buyer", "user"]
    case .table: Table.allCases.map(\.rawValue)
    case .why: ListID.allCases.filter { !ListWords.toldOtherwise.contains($0) }.map(\.rawValue)
    case .touchpoint: ["meeting", "call", "email", "event", "qbr"]
    }
  }
}

extension Phrase {
  /// The prefix of the forms of an ordinal number.
  static let ordinal = "ordinal"

  /// Every key that a language must have for the program; templates need more.
  static func keys(of language: Language) -> [String] {
    let counts = CountPhrase.allCases.map(\.rawValue) + CustomerCount.allCases.map(\.rawValue)
    return allCases.map(\.rawValue)
      + counts.flatMap { key in language.plural.forms.map { "\(key)_\($0.rawValue)" } }
      + language.ordinal.forms.map { "\(ordinal)_\($0.rawValue)" }
      + CodePhrase.allCases.flatMap { prefix in prefix.codes.map { "\(prefix.rawValue)_\($0)" } }
      + CustomerPhrase.allCases.map(\.rawValue) + CustomerPart.allCases.flatMap { [$0.headingKey, $0.titleKey] }
  }
}
