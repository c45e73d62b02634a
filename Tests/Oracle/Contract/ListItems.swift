// Items and page order in "Lists" in docs/scoring.md.

enum ItemState: String { case open, deferred, decided, reopened }

struct ListItem {
  let account: Account
  let since: Day
  let weeks: Int
  let state: ItemState
  let isOverdue: Bool
}

extension World {
  /// The items of a list at T, in page order.
  func items(of list: ListID) -> [ListItem] {
    activeAccounts(on: asOf)
      .filter { isListed($0, on: list, day: asOf) }
      .sorted { comesBefore($0, $1, on: list) }
      .map { item($0, on: list) }
  }

  private func item(_ account: Account, on list: ListID) -> ListItem {
    var weeks = 1
    var since = asOf.monday
    if list != .spotCheck {
      while weeks < 52, isListed(account, on: list, day: asOf - 7 * weeks) { weeks += 1 }
      since = asOf - 7 * (weeks - 1)
    }
    let (state, reopenedOn) = reviewState(of: account, on: list, since: since)
    let isOverdue =
      switch state {
      case .open: asOf - since > 14
      case .reopened: asOf - (reopenedOn ?? asOf) > 14
      case .deferred, .decided: false
      }
    return ListItem(account: account, since: since, weeks: weeks, state: state, isOverdue: isOverdue)
  }

  private func reviewState(of account: Account, on list: ListID, since: Day) -> (ItemState, reopenedOn: Day?) {
    let reviews = inDayOrder(account.reviews.filter { $0.list == list }, day: \.day)
    guard let latest = reviews.last(where: { $0.day <= asOf && $0.day >= since - 6 }) else { return (.open, nil) }
    let monthLater = latest.day + 28
    if latest.decision == .defer {
      // A `due_on` before the row's own day counts as that day.
      let due = latest.dueOn.map { max($0, latest.day) } ?? monthLater
      return asOf < due ? (.deferred, nil) : (.reopened, due)
    }
    return asOf < monthLater ? (.decided, nil) : (.reopened, monthLater)
  }

  /// Red flags or lapsed renewals first on their lists; then exposure, with an unknown one last, and points, both
  /// falling; then the id's bytes.
  private func comesBefore(_ a: Account, _ b: Account, on list: ListID) -> Bool {
    if list == .greenButYellow {
      let isRed = { [self] in currentFlag(of: $0, on: asOf) == .red }
      if isRed(a) != isRed(b) { return isRed(a) }
    }
    if list == .renewals {
      let (lapsedA, lapsedB) = (isLapsed(a, on: asOf), isLapsed(b, on: asOf))
      if lapsedA != lapsedB { return lapsedA }
    }
    // No exposure is below 0.
    let (exposureA, exposureB) = (exposure(of: a) ?? -1, exposure(of: b) ?? -1)
    if exposureA != exposureB { return exposureA > exposureB }
    let (pointsA, pointsB) = (riskPoints(of: a), riskPoints(of: b))
    if pointsA != pointsB { return pointsA > pointsB }
    return a.id < b.id
  }
}
