import Templates

// The content of a document's sections, each made from its own kind of fact.
extension CustomerDocument {
  /// The headline figures; nil when there are none.
  func figures() -> [UInt8]? {
    let figures = [goalFigure, adoptionFigure, requestFigure, satisfactionFigure].compactMap { $0 }
    guard !figures.isEmpty else { return nil }
    var html: [UInt8] = []
    templates.figures.render(CustomerFigures(figures: figures), into: &html)
    return html
  }

  private var goalFigure: CustomerFigures.Figure? {
    guard let goals = facts.goals, !goals.isEmpty else { return nil }
    let met = goals.count(where: isMet)
    let next = goals.first { !isMet($0) }
    return CustomerFigures.Figure(
      label: language(.goalsMet),
      value: language(.metCount, ["n": language.number(Double(met)), "all": language.number(Double(goals.count))]),
      what: next.map { language(.nextGoal, ["goal": $0.goal]) } ?? language(.goalsAllMet))
  }

  private var adoptionFigure: CustomerFigures.Figure? {
    guard let adoption = facts.adoption else { return nil }
    let day = language.date(adoption.day)
    guard let share = adoption.share, let seats = adoption.seats else {
      return CustomerFigures.Figure(
        label: language(.peopleActive), value: language.number(adoption.people), what: day)
    }
    return CustomerFigures.Figure(
      label: language(.seatsInUse), value: language.share(share),
      what: language(
        .peopleOfSeats, ["n": language.number(adoption.people), "all": language.number(seats), "date": day]))
  }

  private var requestFigure: CustomerFigures.Figure? {
    guard let support = facts.support, support.opened + support.closed > 0 else { return nil }
    return CustomerFigures.Figure(
      label: language(.requests), value: language.number(Double(support.opened)),
      what: support.open.isEmpty
        ? language(.requestsInQuarter)
        : language(.requestsOpen, ["n": language.number(Double(support.open.count))]))
  }

  private var satisfactionFigure: CustomerFigures.Figure? {
    guard let support = facts.support, let satisfaction = support.satisfaction else { return nil }
    return CustomerFigures.Figure(
      label: language(.satisfaction), value: language(.satisfactionOf, ["n": language.number(tenth(satisfaction))]),
      what: language(.satisfactionFrom, ["n": language.number(Double(support.satisfactionCount))]))
  }

  private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  // MARK: Goals

  func isMet(_ goal: CustomerFacts.Goal) -> Bool { goal.metOn.map { $0 <= facts.asOf } ?? false }

  func state(_ goal: CustomerFacts.Goal) -> String {
    if let met = goal.metOn, met <= facts.asOf { return language(.metOn, ["date": language.date(met)]) }
    guard let due = goal.dueOn else { return language(.dayOpen) }
    return language(due < facts.asOf ? .wasDueOn : .dueOn, ["date": language.date(due)])
  }

  func row(_ goal: CustomerFacts.Goal, bar: String) -> CustomerGoalRow {
    func figure(_ value: Double?) -> String { value.map(language.number) ?? "" }
    return CustomerGoalRow(
      goal: goal.goal, unit: goal.unit ?? "", bar: bar, baseline: figure(goal.baseline), latest: figure(goal.latest),
      target: figure(goal.target), state: state(goal))
  }

  func bar(_ goal: CustomerFacts.Goal) -> [UInt8]? {
    guard let progress = GoalBar.progress(from: goal.baseline, to: goal.target, now: goal.latest) else { return nil }
    return GoalBar(
      progress: progress, isMet: isMet(goal),
      title: language(
        .barTitle,
        [
          "goal": goal.goal, "now": goal.latest.map(language.number) ?? "",
          "target": goal.target.map(language.number) ?? "",
        ])
    ).svg
  }

  // MARK: Adoption

  var adoption: String {
    guard let adoption = facts.adoption else { return facts.missesAdoption == true ? language(.noAdoption) : "" }
    let day = language.date(adoption.day)
    guard let share = adoption.share, let seats = adoption.seats else {
      return language(.peopleSentence, ["n": language.number(adoption.people), "date": day])
    }
    var sentences = [
      language(
        .adoptionSentence,
        [
          "n": language.number(adoption.people), "all": language.number(seats), "share": language.share(share),
          "date": day,
        ])
    ]
    if let before = adoption.shareBefore {
      let isSame = language.share(before) == language.share(share)
      sentences.append(isSame ? language(.sameAsBefore) : language(.quarterBefore, ["share": language.share(before)]))
    }
    if let peers = adoption.peers {
      sentences.append(
        language(
          .peersSentence,
          ["n": language.number(Double(peers.customers)), "share": language.share(peers.median)]))
    }
    return sentences.joined(separator: " ")
  }

  func line() -> [UInt8]? {
    guard let adoption = facts.adoption else { return nil }
    let known = adoption.weeks.compactMap { $0 }
    guard let first = known.first, let last = known.last, known.count > 1 else { return nil }
    // A recent customer has fewer weekly figures than a year.
    let weeks = language.number(Double(adoption.weeks.drop { $0 == nil }.count))
    let ends = (first: language.number(first), last: language.number(last))
    // If more people are active than there are seats, the seats are not the maximum.
    let seats = adoption.seats.flatMap { $0 >= known.max() ?? 0 ? $0 : nil }
    let title =
      seats.map {
        language(
          .lineTitleOf, ["weeks": weeks, "first": ends.first, "last": ends.last, "all": language.number($0)])
      } ?? language(.lineTitle, ["weeks": weeks, "first": ends.first, "last": ends.last])
    return UsageLine(values: adoption.weeks, ceiling: seats, title: title).svg
  }

  // MARK: Support

  var support: String {
    guard let support = facts.support else { return "" }
    guard support.opened + support.closed > 0 else { return support.open.isEmpty ? language(.noRequests) : "" }
    var sentences = [
      language(
        .supportSentence,
        [
          "opened": language.count(.requestsOpened, support.opened),
          "answered": language.count(.requestsAnswered, support.closed),
        ])
    ]
    if support.closed > support.opened { sentences.append(language(.supportEarlier)) }
    if let median = support.medianDays {
      sentences.append(language(.supportMedian, ["days": language.count(.days, Int(median.rounded(.up)))]))
    }
    return sentences.joined(separator: " ")
  }

  var moreRequests: String {
    let more = (facts.support?.open.count ?? 0) - Self.mostRequests
    return more > 0 ? language.count(.moreRequests, more) : ""
  }

  // MARK: Meetings and plan

  var meetings: String {
    guard let meetings = facts.meetings, !meetings.isEmpty else { return "" }
    let all = meetings.map { meeting in
      let phrase: CustomerPhrase =
        switch meeting.kind {
        case .meeting: .metMeeting
        case .call: .metCall
        case .qbr: .metReview
        }
      return language(phrase, ["date": language.date(meeting.date)])
    }
    return language(.weMet, ["all": all.joined(separator: ", ")])
  }

  func isDone(_ step: CustomerFacts.Step) -> Bool { step.doneOn.map { $0 <= facts.asOf } ?? false }

  /// The steps still to be done by day; those without a day are last.
  var openSteps: [CustomerFacts.Step] {
    let open = (facts.steps ?? []).filter { !isDone($0) }
    let last = CalendarDay(year: .max, month: 12, day: 31)
    return open.sorted { $0.dueOn ?? last < $1.dueOn ?? last }
  }

  func row(_ step: CustomerFacts.Step) -> CustomerStepRow {
    let when: String
    if let done = step.doneOn, done <= facts.asOf {
      when = language(.doneOn, ["date": language.date(done)])
    } else if let due = step.dueOn {
      when = language(due < facts.asOf ? .stillDue : .byDay, ["date": language.date(due)])
    } else {
      when = language(.dayOpen)
    }
    return CustomerStepRow(step: step.step, owner: step.owner ?? language(.ownerOpen), when: when)
  }

  // MARK: Conversation

  /// Questions raised by the document's own figures, when nobody wrote any.
  var asks: [String] {
    var asks: [String] = []
    for goal in facts.goals ?? [] where !isMet(goal) {
      if let latest = goal.latest, let target = goal.target {
        asks.append(
          language(
            .askReach,
            ["goal": goal.goal, "latest": language.number(latest), "target": language.number(target)]))
      } else {
        asks.append(language(.askFigure, ["goal": goal.goal]))
      }
    }
    if facts.goals?.isEmpty ?? false { asks.append(language(.askGoals)) }
    if let share = facts.adoption?.share, share < 0.5 {
      asks.append(language(.askSeats, ["share": language.share(1 - share)]))
    }
    return asks.prefix(Self.mostAsks - 1) + [language(.askNext)]
  }
}
