import Customer
import Health
import Review

/// A phrase that the program's own sentences are made from; `Words` makes sure that a language has them all.
enum Phrase: String, CaseIterable {
  case account
  case and
  case approachTitle = "approach_title"
  case apr
  case april
  case arr
  case arrLabel = "arr_label"
  case arrOf = "arr_of"
  case asPublished = "as_published"
  case atRiskLabel = "at_risk_label"
  case auc
  case aug
  case august
  case bandKey = "band_key"
  case bandRule = "band_rule"
  case bandsByAccounts = "bands_by_accounts"
  case bandsByARR = "bands_by_arr"
  case bandsOverWeeks = "bands_over_weeks"
  case barTitle = "bar_title"
  case baseModel = "base_model"
  case baseModelName = "base_model_name"
  case becameCustomer = "became_customer"
  case becauseLateData = "because_late_data"
  case becauseModel = "because_model"
  case behaviour
  case byExposure = "by_exposure"
  case calledByBoth = "called_by_both"
  case calledByNobody = "called_by_nobody"
  case calledByPerson = "called_by_person"
  case calledByScore = "called_by_score"
  case cannotCompare = "cannot_compare"
  case cannotCompareWith = "cannot_compare_with"
  case capAbove = "cap_above"
  case capBelow = "cap_below"
  case capped
  case cellTitle = "cell_title"
  case change
  case changedBand = "changed_band"
  case changedExpected = "changed_expected"
  case changedOn = "changed_on"
  case changedWhy = "changed_why"
  case changes
  case changesNoMean = "changes_no_mean"
  case changesRule = "changes_rule"
  case changesTitle = "changes_title"
  case churned
  case clauseSeparator = "clause_separator"
  case closedOn = "closed_on"
  case coverageWords = "coverage_words"
  case currencyCode = "currency_code"
  case curvePoint = "curve_point"
  case curveSeparator = "curve_separator"
  case customerSince = "customer_since"
  case dataTo = "data_to"
  case date
  case dec
  case december
  case decidedElsewhere = "decided_elsewhere"
  case decimal
  case decisionOwed = "decision_owed"
  case digestAccount = "digest_account"
  case digestFalls = "digest_falls"
  case digestLost = "digest_lost"
  case digestWanted = "digest_wanted"
  case directionWithChanges = "direction_with_changes"
  case divergencesLabel = "divergences_label"
  case divergencesWhat = "divergences_what"
  case driverFell = "driver_fell"
  case driverOther = "driver_other"
  case driverRose = "driver_rose"
  case driverSilent = "driver_silent"
  case dueOn = "due_on"
  case everyoneElse = "everyone_else"
  case expansionRule = "expansion_rule"
  case explained
  case exposureWords = "exposure_words"
  case feb
  case february
  case firstOfMonth = "first_of_month"
  case flagRow = "flag_row"
  case fromTo = "from_to"
  case greenShare = "green_share"
  case group
  case heldBy = "held_by"
  case heldUntil = "held_until"
  case horizon
  case inFourWeeks = "in_four_weeks"
  case inOneWeek = "in_one_week"
  case intervalNone = "interval_none"
  case intervalTitle = "interval_title"
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
  case leftOn = "left_on"
  case leftOut = "left_out"
  case listedAgain = "listed_again"
  case listedNoMore = "listed_no_more"
  case listedSince = "listed_since"
  case lossAvoidable = "loss_avoidable"
  case lossCall = "loss_call"
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
  case mar
  case march
  case may
  case mayShort = "may_short"
  case metOn = "met_on"
  case missed
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
  case movementTitle = "movement_title"
  case navAccounts = "nav_accounts"
  case navArchive = "nav_archive"
  case navAttention = "nav_attention"
  case navChanges = "nav_changes"
  case navCSMs = "nav_csms"
  case navDataQuality = "nav_data_quality"
  case navGreenButYellow = "nav_green_but_yellow"
  case navLists = "nav_lists"
  case navLosses = "nav_losses"
  case navMethod = "nav_method"
  case navSegments = "nav_segments"
  case navThisWeek = "nav_this_week"
  case netAndGrossLine = "net_and_gross_line"
  case neverListed = "never_listed"
  case nobody
  case noCapacity = "no_capacity"
  case noCustomer = "no_customer"
  case noCustomerThen = "no_customer_then"
  case noData = "no_data"
  case noDriver = "no_driver"
  case noEvidence = "no_evidence"
  case noFlag = "no_flag"
  case noPeers = "no_peers"
  case noReach = "no_reach"
  case noReasonGiven = "no_reason_given"
  case noScores = "no_scores"
  case nothingExpected = "nothing_expected"
  case nothingPublishedThen = "nothing_published_then"
  case nothingToReach = "nothing_to_reach"
  case noticeMark = "notice_mark"
  case notInEdition = "not_in_edition"
  case nov
  case noValue = "no_value"
  case november
  case oct
  case october
  case or
  case outcomeOn = "outcome_on"
  case outcomes
  case overdueLabel = "overdue_label"
  case overdueWhat = "overdue_what"
  case ownerLabel = "owner_label"
  case peerWords = "peer_words"
  case per
  case percent
  case percentChange = "percent_change"
  case percentile
  case personIsConfident = "person_is_confident"
  case personIsWorried = "person_is_worried"
  case pointsForFall = "points_for_fall"
  case pointsForFlag = "points_for_flag"
  case pointsForRisks = "points_for_risks"
  case pointsForScore = "points_for_score"
  case precision
  case publishedPoint = "published_point"
  case quartilesTitle = "quartiles_title"
  case quietIsBlind = "quiet_is_blind"
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
  case renewalsLabel = "renewals_label"
  case renewsLabel = "renews_label"
  case reopenedOn = "reopened_on"
  case replacedByRevision = "replaced_by_revision"
  case rescored
  case retentionLabel = "retention_label"
  case revisionShort = "revision_short"
  case robust
  case rowsLead = "rows_lead"
  case scoreRow = "score_row"
  case scoresFromTo = "scores_from_to"
  case scoreThenNow = "score_then_now"
  case segmentLabel = "segment_label"
  case segmentLead = "segment_lead"
  case sep
  case september
  case severityOf5 = "severity_of_5"
  case shiftLead = "shift_lead"
  case shiftText = "shift_text"
  case shortDate = "short_date"
  case sinceDay = "since_day"
  case sinceEdition = "since_edition"
  case sinceTitle = "since_title"
  case somebody
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
  case theCSM = "the_csm"
  case thirteenWeeksOf = "thirteen_weeks_of"
  case tooFewOutcomes = "too_few_outcomes"
  case tooFewPeers = "too_few_peers"
  case trialTitle = "trial_title"
  case undated
  case unknown
  case variantModel = "variant_model"
  case wasDueOn = "was_due_on"
  case whatMovedIt = "what_moved_it"
  case wholePortfolio = "whole_portfolio"
  case whyBand = "why_band"
  case whyExpansion = "why_expansion"
  case whyFlag = "why_flag"
  case whyOverdue = "why_overdue"
  case whyQuiet = "why_quiet"
  case whyQuietNever = "why_quiet_never"
  case whyRisk = "why_risk"
  case whySpotCheck = "why_spot_check"
  case withinReach = "within_reach"
  case withInterval = "with_interval"
  case withoutCSM = "without_csm"
}

/// A phrase about a number of things, which a language writes in one way for one and in another for several.
enum CountPhrase: String, CaseIterable {
  case accounts
  case accountsByExposure = "accounts_by_exposure"
  case activeAccounts = "active_accounts"
  case atRiskWhat = "at_risk_what"
  case attentionLead = "attention_lead"
  case bandChanges = "band_changes"
  case bandsChanged = "bands_changed"
  case bookLead = "book_lead"
  case capacityLine = "capacity_line"
  case changesLead = "changes_lead"
  case days
  case earlierFlags = "earlier_flags"
  case flagGiven = "flag_given"
  case headline
  case lateFeedText = "late_feed_text"
  case listLead = "list_lead"
  case lossesLead = "losses_lead"
  case lossFirstListed = "loss_first_listed"
  case lossLeadTime = "loss_lead_time"
  case modelFlips = "model_flips"
  case moreAccounts = "more_accounts"
  case moreFindings = "more_findings"
  case moreMovers = "more_movers"
  case movementLead = "movement_lead"
  case noSpotChecks = "no_spot_checks"
  case percentPoints = "percent_points"
  case problems
  case refusedLead = "refused_lead"
  case renewalsWhat = "renewals_what"
  case retentionWhat = "retention_what"
  case riskPoints = "risk_points"
  case smallSegment = "small_segment"
  case spotChecksMade = "spot_checks_made"
  case stability
  case summaryRenewal = "summary_renewal"
  case summaryRenewalPassed = "summary_renewal_passed"
  case trialLead = "trial_lead"
  case weeksBefore = "weeks_before"
  case weeksMissing = "weeks_missing"
  case whyRenews = "why_renews"
}

/// The words for the codes of a column or of a field of `report.json`.
enum CodePhrase: String, CaseIterable {
  case absence
  case band
  case decision
  case direction
  case fact
  case freshness
  case gate
  case list
  case listEmpty = "list_empty"
  case listMeaning = "list_meaning"
  case outcome
  case risk
  case rubric
  case severity
  case state
  case status
  case role
  case table
  case touchpoint

  /// Every code that a language must have a word for.
  var codes: [String] {
    switch self {
    case .absence: AbsenceRule.allCases.map(\.rawValue)
    case .band: Band.allCases.map(\.rawValue)
    case .decision: ReviewDecision.Decision.allCases.map(\.rawValue)
    case .direction: Direction.allCases.map(\.rawValue)
    case .fact: AccountFact.allCases.map(\.rawValue)
    case .freshness: Freshness.allCases.map(\.rawValue)
    case .gate: ExpansionGate.allCases.map(\.rawValue)
    case .list: ListID.allCases.map(\.rawValue)
    case .listEmpty: ListID.allCases.map(\.rawValue)
    case .listMeaning: ListID.allCases.map(\.rawValue)
    case .outcome: Outcome.Kind.allCases.map(\.rawValue)
    case .risk: Risk.Kind.allCases.map(\.rawValue)
    case .rubric: Sentiment.Flag.allCases.map(\.rawValue)
    case .severity: Ticket.Severity.allCases.map(\.rawValue)
    case .state: ListItem.State.allCases.map(\.rawValue)
    case .status: Sentiment.Status.allCases.map(\.rawValue)
    case .role: ["champion", "sponsor", "economic_buyer", "user"]
    case .table:
      [
        "accounts", "measures", "sentiment", "risks", "touchpoints", "tickets", "contacts", "goals", "outcomes",
        "reviews", "plans",
      ]
    case .touchpoint: ["meeting", "call", "email", "event", "qbr"]
    }
  }
}

extension Phrase {
  /// Every key that a language file must have for the program; templates ask for more.
  static var allKeys: [String] {
    allCases.map(\.rawValue) + CountPhrase.allCases.flatMap { ["\($0.rawValue)_one", "\($0.rawValue)_other"] }
      + CodePhrase.allCases.flatMap { prefix in prefix.codes.map { "\(prefix.rawValue)_\($0)" } }
      + CustomerPhrase.allCases.map(\.rawValue)
      + CustomerCount.allCases.flatMap { ["\($0.rawValue)_one", "\($0.rawValue)_other"] }
  }
}
