import Customer
import Health
import Languages
import Review

/// A phrase of the program's own sentences; `Words` makes sure that a language has them all.
///
/// A new one is a name here and a phrase in each language file, under the same name in lower case with underscores.
enum Phrase: String, CaseIterable {
  case aboutTab, account, accounts, accountsAndArr, accountsGap, accountsOverWeeks, accountWithArr, actedHeading,
    actedNoDecision, actedNone, actedRule, actedWorse, actedWorseLead, activeDays, addressableWords, agreementAlpha,
    agreementUnknown, all, allAccounts,
    allCalls, amount, amountShort, amountUnknown, and, approachTitle, apr, april, arr, arrFell, arrGap, arrLabel,
    arrOf, arrRose, arrUnchanged, arrUnknown, askedDecision, askedFlag, askedOpinion,
    askUnrecorded, asPublished, asUsual, atLeast,
    atMost, atMostShort, atRiskLabel, auc, aucParted, aucReversed, aucSentence, aug, august, band, bandChartTitle,
    bandKey, bandRule, bands, bandsByAccounts, bandsByARR, bandsOverWeeks, bandsUnchanged, barTitle, baseModel,
    baseModelName, becameCustomer, becauseLateData, becauseModel, becauseModelThrough, becauseUnrecorded, behaviour,
    belowTheLine, betterWithout, between, betweenShort, blockHeading, blockName, blocksBetter, blocksKey,
    blocksNoFlag, blocksWorse, blockTitle, bookLost, bridgeSince, bridgeSincePublished, bridgeStep, brokenDays,
    byExposure, byMeasure, calledByBoth, calledByNobody, calledByPerson, calledByScore, calledUnscored, cannotCompare,
    cannotCompareWith, cannotTellApart, capAbove, capBelow, capped, caught, caughtAxis, cellTitle, chance,
    chanceIsTold, change, changedBand, changedExpected, changedOn, changedWhy, changesHeading, changesNoMean,
    changesRule, changesRuleAlone, changesTitle, chartTable, churned, clauseSeparator, closedOn, colon,
    comparisonsRule, contacts, countAndArr, countOf, counts, coverageLead, coverageWhole, coverageWords, csmSaid,
    csmSaidFlag, csmSaidOf, csmSays, csmSilent, csmWarned, csmWarnedLate, csmWarnedRed, currencyCode, curvePoint,
    curveSeparator, curveTitle, customerAgain, customerSince, dataComplete, dataCompleteStable, dataQuality, dataTo,
    date, day, dayAndMonth, dayFormat, daysFromTo, dec, december, decidedElsewhere, decidedOnDay, decidedThere,
    decimal, decisionDue, decisionOn, decisionsMean, definitionOf, departedAccount, departedWords, departures,
    digestAccount, digestChanges, digestLostLately, digestNothing, digestOrigin, digestSubject, dimension,
    dimensionDrags, dimensionSaysMore, directionFallMore, directionLowMore, directionUndecided, directionWithChanges,
    divergencesLabel, divergencesWhat, doubtedNames, draftNote, driftChance, driftHeading, driftLead, driftReal,
    driftRule, driftText, driftTooFew, driverFell, driverMoved, driverOther, driverPlaceFell, driverPlaceRose,
    driverRose, driverSilent, driverStopped, dueOn, eventDecision, eventFlag, eventLeft, eventNotice, eventRenewal,
    eventStep, eventSummary, everyDaysUpTo, everyoneElse, everyOutcomeKnown, expansionRule, explained, exposureWords,
    fact, failedFirst, failedHeadline, failedStays, failedSubject, failedWhy, fallSaysLess, fallSaysMore, falseAlarms,
    falseAlarmsAxis, falseAlarmsRule, feb, february, fiftyTwoWeeks, figureBefore, figuresOfCharts, figuresOfPage,
    figureTitle, findPeople, firstOfMonth, fittedChosen, fittedWords, fiveFigures, flagDue, flagGivenToday, flagRow,
    forecastAbove, forecastBasis, forecastBelow, forecastEnough, forecastInside, forecastLine, forecastMissing,
    forecastNever, forecastNext, forecastOf, forecastRecordTitle, forecastTitle, forecastUnjudged, formerCSM,
    formerCsmAccounts, formerID, formerLoss, formerLost, formerNoCustomer, formerNotInTable, formerPage,
    formerToFront, formerToLoss, fromBehaviour, fromLateData, fromModel, fromScore, fromTo, greatestScore,
    greenChanges, greenCount, greenDoubted, greenFalling, greenFrom, greenNotFalling, greensChanged, greensDown,
    greenShare, greensOf, greensSame, greensUp, gross, grossPublished, grossRetention, grossShort, grossToday, group,
    groupChartTitle, groupsByChance, groupsFall, groupsHighest, groupsLevel, groupsLowest, groupsMiddle,
    guardAccepted, guardAccount, guardAccountRefusedKnown, guardAccountRefusedText, guardArrJump, guardArrJumpText,
    guardFeedEmpty, guardFeedGone, guardFeedOlder, guardFuture, guardHad, guardNoAccounts, guardNoScores,
    guardRefusals, guardRowsRefused, guardVanishedText, happened, headlineEmpty, headlineNames, headlineSince,
    headlineWhy, heldByCap, hintDecision, hintFlag, hintReason, hintRisk, hintSeverity, horizon, howBack, howCells,
    howDecision, howFree, howOpinion, howTab, howTitle, howWhy, humanAdds, humanNoFlags, humanRule, humanTakes,
    humanUndecided,
    ifBest, ifWorst, inFourWeeks, inOneWeek, inSample, inSampleMark, inSpiteOf, `internal`, interval95, intervalNone,
    intervalTitle, intervalTitleExact, intervalUnscored, intervalWords, inThirteenWeeks, isMissing, isNoCustomer,
    isOneOf, jan, january, jul, july, jun, june, lapsedOn, largestThrough, late, lateData, lateDataMark, lateFeedLead,
    lateFlagMark, lateForAll, lead, leadChartTitle, leadLargest, leadTime, leadTimeMedian, leadTimes, leadUnscored,
    leastScore, leftGreen, leftName, leftOn, leftOut, leftOutOfScores, limitsOfBacktest, list, listedAgain,
    listedFrom, listedNoMore, listedSince, listOrder, listOrderLapsed, listOrderRed, lists, lossAvoidable, lossCall,
    losses, lossListedFromStart, lossNoCall, lossNoLeadTime, lossNotHeld, lossNotJudged, lossReason, lossSummary,
    lossSummaryNotice, lossUnavoidable, lossUnscored, lossWithoutEvidence, lossWithoutOutcome, lostBefore, lostByBand,
    lostByScore, lostSince, lostWithoutOutcome, lowerQuartile, mar, march, matrixCell, may, mayShort, meaning,
    measure, measuresHeading, median, medianChanges, metOn, missed, missedMeaning, misses, missesRule,
    missingEndedSince, missingLast, missingLeft, missingRows, missingStarts, missingStillGoneText, model,
    modelChangedLead, modelChangedText, modelExpected, modelFound, modelNamed, modelVersions, modelWhy, moneyMillions,
    moneyThousands, moneyUnits, mostThrough, movedInWeeks, movedWithinBand, movementTitle, nameAndCount, namesGrown,
    namesLost, namesShrunk, namesUnchanged, net, netAndGrossLine, netBefore, netPublished, netRetention, netShort,
    netToday, neverListed, neverMet, newsSince, no, noAccountYet, nobody, nobodyChurned, nobodyDecided, nobodyInRole,
    nobodyLost, noCapacity, noCohort, noCohortThen, noContacts, noCustomer, noCustomerThen, noData, noDay, noDayNamed,
    noDifferenceShows, noDimensionDrags, noDriver, noEditionBefore, noFalseAlarms, noFlag, noMisses, noMove, noNotice,
    noOutcomeOnRecord, noQuestions, noReach, noReasonGiven, noRenewalDayLead, noRenewalDayText, noReview, noRisks,
    noScores, noScoreToListBy, noScoreYet, noStep, noTarget, nothingBelow, nothingDue, nothingExpected, nothingIsOwed,
    nothingLate, nothingLost, nothingMoved, nothingOpen, nothingPublishedThen, nothingSaid, nothingToCompare,
    nothingToReach, noticeMark, notInDataAnyMore, notInEdition, notReviewedBefore, nov, noValue, november, oct,
    october, onAccountPage, oneDimension, onlyLostSegments, onNoList, onTheEdge, openFor, openRisks, or, outcomeOn,
    outcomes, outcomesMissing, outcomesNeeded, overdueLabel, overdueMark, overdueWhat, owedDecision, owedFlag,
    owedHeading, owedRisk, owner, ownerLabel, ownFlags, ownFlagsRule, pages, partlyLateLead, peerWords, per, percent,
    percentChange,
    percentile, personAdds, personIsConfident, personIsWorried, personTakes, pointsForFall, pointsForFlag,
    pointsForRisks, pointsForScore, precision, privateRemark, promisedOn, publishedHead, publishedPoint, quarter,
    quarterHead, quartersTitle, quartilesTitle, questionsToAsk, quietIsBlind, quoted, rateOfCurrency, rateShort,
    rateWithInterval, readChange, readLatest, readMean, readPeers, readRhythm, readSum, reasonForDifference,
    reasonForFlag, recall, redBelowGreen, redBelowYellow, refusedOf, releasedFromCap, renewalsByQuarter,
    renewalsLabel, renewalsLater, renewalsOf, renewalsPassed, renewalsUnknown, renews, renewsLabel, renewsOn,
    reopenedOn, reopensOn, replacedByRevision, rescored, rescoredShort, restated, retentionHeadline, retentionLabel,
    retentionOverTime, retentionUnconfirmed, retentionWithStart, reviewBoth, reviewCsmRight, reviewDeferred,
    reviewedBefore, reviewNotPursued, reviewScoreRight, revisionShort, rhythmFell, rhythmRose, robust, rocCurve,
    rowsLead, rowsLeadLeftOut, saidLately, saidSince, saysLessThanScore, saysMoreThanScore, score, scoreRow, scores,
    scoresFromTo, scoresWithThen, scoreThenNow, scoreUpTo, segment, segmentAuc, segmentLabel, segmentLead, segments,
    segmentsLead, segmentsLowest, segmentsWithoutOutcomes, segmentsWithoutVerdict, segmentTooFew, segmentUndecided,
    sep, september, severityOf5, share, shareIn, shareOfScore, sheetTab, shiftLead, shiftText, shortDate,
    silentForLonger, sinceCause, sinceDay, sinceEdition, sinceShort, sinceStep, sinceVerdict, somebody, source,
    sourcesOfScores, state, stateSince, statusComparison, statusDraft, statusFailed, statusPublished, statusRevised,
    stayingRule, stayingSince, stayingTitle, stayingTooFew, stayingUnrecorded, stayingUnseen, stillListed, stillOpen,
    subScore, summaryCapped, summaryFlag, summaryFlagReason, summaryNoFlag, summaryOldFlag, summaryScore,
    summaryScoreNew, summaryUnscored, swallowedText, targetGap, targetHit, targetLine, targetMet, targetMissed,
    targetOf, targetShare, theCSM, theCsmWithin, theScore, thingDimensions, thingFall, thingFlags, thingGroups,
    thingRanking, thinnedLead, thinnedNamed, thirteenWeeksOf, times, today, toListPage, tooEarlyFor, tooFewOutcomes,
    tooFewPeers, trendKey, trendKeyGap, trendKeyRing, trendLabel, trendTitle, trialTitle, turnedGreen,
    unavoidableLoss, unavoidableRule, undated, unitInDays, unitOwn, unitPerHundred, unknown, unknownArrRenews,
    unreadableAccount, upperQuartile, urgentTicket, value, variantModel, verdictSentence, waitingForDecision,
    waitingForFlag, wasDueOn, wayByColumn, wayByDomain, wayByID, wayByName, wayLeftOut, weekBeforeNotice,
    weeksBeforeNotice, whatFlagsMean, whatIsLate, whatMovedIt, wholePortfolio, whyBand, whyFell, whyFlag, whyLapsed,
    whyNoMeasures, whyOverdue, whyQuietNever, whyRisk, whySpotCheck, whyTooLittleFresh, withdrawnWords, withInterval,
    withoutCSM, withoutFlag, withoutWidth, withUnknown, workedDivergence, workedExposure, workedMeasure, workedTitle,
    workedTotal, worseOfBothVsBand, worseOfBothVsScore, worseWithout, worthEven, worthFrom, worthNeeded, worthNobody,
    worthOnList, worthOnListTold, worthUnset, yellowBelowGreen, yellowFrom, yes
}

/// The words for the codes of a column or of a field of `report.json`.
enum CodePhrase: String, CaseIterable {
  case absence
  case agreement
  case band
  case bridge
  /// The heads of the columns of a list's workbook.
  case column
  case decision
  case decisionMeaning = "decision_meaning"
  case digest
  case direction
  case expansionCondition = "expansion_condition"
  case fact
  /// The rule of a figure of the front page.
  case figureRule = "figure_rule"
  case freshness
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
  case said
  case severity
  /// The heads of the sheet that CSMs fill in.
  case sheet
  case state
  case status
  case step
  case tendency
  case role
  case table
  case topic
  case touchpoint
  case verdict
  case verdictMeaning = "verdict_meaning"
  case why
  /// Whether it pays to act on accounts of a kind.
  case worth

  /// The kinds of things in a digest whose title has no day.
  private var digestKinds: [String] {
    ReaderDigest.Section.Kind.allCases.filter { $0 != .changes && $0 != .news }.map(\.rawValue)
  }

  /// Every code that a language must have a word for.
  var codes: [String] {
    switch self {
    case .absence: AbsenceRule.allCases.map(\.rawValue)
    case .agreement: Agreement.allCases.map(\.rawValue)
    case .column: ListColumn.allCases.map(\.rawValue)
    case .sheet: JudgementSheet.Column.allCases.map(\.rawValue)
    case .bridge: RevenueBridge.Kind.allCases.map(\.rawValue)
    case .leadTime: LeadTime.allCases.map(\.rawValue)
    case .verdict, .verdictMeaning: Backtest.Verdict.codes
    case .band: Band.allCases.map(\.rawValue)
    case .decision, .decisionMeaning: ReviewDecision.Decision.allCases.map(\.rawValue)
    case .digest: digestKinds
    case .direction: Direction.allCases.map(\.rawValue)
    case .expansionCondition: ExpansionCondition.allCases.map(\.rawValue)
    case .fact: AccountFact.allCases.map(\.rawValue)
    case .figureRule: HeadlineFigure.allCases.map(\.rawValue)
    case .freshness: Freshness.allCases.map(\.rawValue)
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
    case .said: Quotation.Place.allCases.map(\.rawValue)
    case .severity: Ticket.Severity.allCases.map(\.rawValue)
    case .state: ListItem.State.allCases.map(\.rawValue)
    case .status: Sentiment.Status.allCases.map(\.rawValue)
    case .step: PortfolioChange.Step.allCases.map(\.rawValue)
    case .tendency: PortfolioChange.Verdict.allCases.map(\.rawValue)
    case .role: Contact.Role.allCases.map(\.rawValue)
    case .table: Table.allCases.map(\.rawValue)
    case .why: ListID.allCases.filter { !ListWords.toldOtherwise.contains($0) }.map(\.rawValue)
    case .topic: Risk.Kind.allCases.filter { $0 != .other }.map(\.rawValue)
    case .worth: WorthActing.Verdict.allCases.map(\.rawValue)
    case .touchpoint: ["meeting", "call", "email", "event", "qbr"]
    }
  }
}

extension Phrase {
  /// The phrase's key in a language file: `bandsByARR` is `bands_by_arr`.
  var key: String {
    var key = ""
    var follows = false
    for letter in rawValue {
      let begins = letter.isUppercase || letter.isNumber
      if begins, follows { key.append("_") }
      follows = !begins
      key += letter.lowercased()
    }
    return key
  }

  /// The prefix of the forms of an ordinal number.
  static let ordinal = "ordinal"

  /// Every key that a language must have for the program; templates need more.
  static func keys(of language: Language) -> [String] {
    let counts = CountPhrase.allCases.map(\.rawValue) + CustomerCount.allCases.map(\.rawValue)
    return allCases.map(\.key)
      + counts.flatMap { key in language.plural.forms.map { "\(key)_\($0.rawValue)" } }
      + language.ordinal.forms.map { "\(ordinal)_\($0.rawValue)" }
      + CodePhrase.allCases.flatMap { prefix in prefix.codes.map { "\(prefix.rawValue)_\($0)" } }
      + CustomerPhrase.allCases.map(\.rawValue) + CustomerPart.allCases.flatMap { [$0.headingKey, $0.titleKey] }
  }
}
