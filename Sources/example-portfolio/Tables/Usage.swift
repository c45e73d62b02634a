/// How busy a week is for everybody in a country: 1, less in the summer holidays and around New Year.
private func season(_ sunday: Day, in country: Country) -> Double {
  let year = sunday.year
  let summer: Curve = [
    Day(year, 7, 5): 0, Day(year, 8, 2): 1, Day(year, 8, 23): 1, Day(year, 9, 13): 0,
  ]
  let turnOfYear: Curve = [
    Day(year, 1, 5): 1, Day(year, 1, 12): 0, Day(year, 12, 14): 0, Day(year, 12, 26): 1,
  ]
  return 1 - country.summerDip * summer.value(on: sunday) - 0.25 * turnOfYear.value(on: sunday)
}

/// One line per account and week, dated on the Sunday that ends it.
func measuresTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table(
    "data/measures.csv",
    columns: [
      "account_id", "date", "weekly_active_users", "sessions", "features_used", "work_orders_closed", "seats",
      "invoice_days_late",
    ])
  for account in accounts where account.hasTelemetry {
    var chance = SeededGenerator(seed: seed, topic: "usage of \(account.id)")
    let habit = (
      usage: chance.factor(spread: 0.12), features: chance.factor(spread: 0.1),
      sessions: 4.2 * chance.factor(spread: 0.3), orders: 1.6 * chance.factor(spread: 0.4)
    )
    for sunday in Timeline.sundays where sunday >= account.started && sunday <= account.lastDay {
      let seats = account.seats(on: sunday)
      let share =
        account.profile.usage.value(on: sunday) * habit.usage * season(sunday, in: account.country)
        * chance.factor(spread: 0.05)
      let users = Int((min(share, 1) * Double(seats)).rounded())
      let sessions = Int((Double(users) * habit.sessions * chance.factor(spread: 0.05)).rounded())
      let orders = Int((Double(sessions) * habit.orders * chance.factor(spread: 0.06)).rounded())
      let features = account.profile.features.value(on: sunday) * habit.features * chance.factor(spread: 0.04)
      let late = account.profile.invoice.value(on: sunday)
      let isFeedCut = account.country.region == DeadFeed.region && sunday > DeadFeed.newest
      table.append(
        account.id, sunday, users, sessions, isFeedCut ? nil : oneDecimal(features), orders, seats,
        late > 0 ? max(0, Int((late + chance.offset(spread: 2)).rounded())) : 0)
    }
  }
  return table
}

/// The survey tool's export, with its own names, decimal comma and day format: `vigie.yml` maps it.
func surveyTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table(
    "exports/survey.csv", columns: ["Customer", "Sent on", "Respondents", "Average"], delimiter: ";")
  for account in accounts where account.hasTelemetry {
    var chance = SeededGenerator(seed: seed, topic: "answers of \(account.id)")
    for day in Timeline.surveys where day >= account.started + 60 && day <= account.lastDay {
      let answers = chance.whole(in: 1...max(2, min(40, account.seats / 12)))
      let average = account.profile.survey.value(on: day) + chance.offset(spread: 0.7)
      guard !chance.happens(0.08) else { continue }
      // A correction: the survey team sent this line twice, and the later one counts.
      for slip in account.id == Faults.twiceSurveyed && day == Timeline.surveys.last ? [-0.8, 0] : [0] {
        let text = oneDecimal(max(0, min(10, average + slip)))
        table.append(account.id, day.dayFirst, answers, text.split(separator: ".").joined(separator: ","))
      }
    }
  }
  return table
}

private func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
