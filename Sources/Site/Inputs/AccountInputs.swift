import Health
import Review

/// Everything that the page of an account is composed of.
///
/// It has more than the page shows, and never less: all rows of the account, all that scoring, lists, editions and the
/// comparison with others say of it, and what is known of the tables as wholes. What pages of accounts do not show is
/// left out, and `AccountInputsTests` lists it with the reasons: a new property of the review or of the evidence fails
/// there until somebody has decided.
struct AccountInputs: Composer {
  let tell: Telling

  /// What is the same for every account: which tables have rows, and on which days, since a feed that has stopped counts
  /// otherwise than one that is alive.
  var shared: [UInt8] {
    var inputs = InputBytes()
    inputs.add(review.asOf)
    inputs.add(evidence.series) { bytes, series in
      bytes.add(series.name)
      bytes.add(series.firstDay)
      bytes.add(series.lastDay)
    }
    inputs.add(evidence.columns) { $0.add($1.name) }
    inputs.add(Set(evidence.touchpoints.all.map(\.date)).sorted()) { $0.add($1) }
    inputs.add(Set(evidence.tickets.all.map(\.openedOn)).sorted()) { $0.add($1) }
    inputs.add(Set(evidence.replacedTickets.all.map(\.ticket.openedOn)).sorted()) { $0.add($1) }
    inputs.add(evidence.contacts.isEmpty)
    inputs.add(evidence.contacts.all.map { $0.since ?? Day(number: .min) }.min())
    for isEmpty in [evidence.goals.isEmpty, evidence.outcomes.isEmpty, judgement.risks.isEmpty] { inputs.add(isEmpty) }
    inputs.add(review.modelChanges) { bytes, change in
      bytes.add(change.day)
      bytes.add(change.version)
    }
    inputs.add(review.history.editions) { bytes, edition in
      bytes.add("\(edition.edition) \(edition.revision) \(edition.modelVersion) \(edition.inputs)")
      bytes.add(edition.asOf)
    }
    return inputs.bytes
  }

  /// What is the account's own.
  func own(_ account: AccountReview) -> [UInt8] {
    var inputs = InputBytes()
    rows(account.account, into: &inputs)
    scores(account, into: &inputs)
    editions(account.account, into: &inputs)
    return inputs.bytes
  }

  private var judgement: Judgement { review.judgement }

  private func rows(_ account: Int, into inputs: inout InputBytes) {
    inputs.add(evidence.accounts[account])
    inputs.add(evidence.columns) { bytes, cells in
      bytes.add(cells.texts[account])
      bytes.add(cells.numbers[account])
    }
    for series in evidence.series {
      inputs.add(series.observations(of: account, upTo: review.asOf)) { bytes, observation in
        bytes.add(observation.day)
        bytes.add(observation.value)
      }
    }
    inputs.add(evidence.touchpoints[account]) { $0.add($1) }
    inputs.add(evidence.tickets[account]) { $0.add($1) }
    inputs.add(evidence.replacedTickets[account]) { $0.add($1) }
    inputs.add(evidence.contacts[account]) { $0.add($1) }
    inputs.add(evidence.goals[account]) { $0.add($1) }
    inputs.add(evidence.outcomes[account]) { $0.add($1) }
    inputs.add(judgement.sentiment[account]) { $0.add($1) }
    inputs.add(judgement.risks[account]) { $0.add($1) }
    inputs.add(judgement.reviews[account]) { $0.add($1) }
    inputs.add(judgement.notes[account])
  }

  private func scores(_ account: AccountReview, into inputs: inout InputBytes) {
    // The rest of an `AccountReview` follows from these and the rows.
    inputs.add(account.segment)
    inputs.add(account.detail)
    inputs.add(account.detailWeekBefore) { $0.add($1) }
    inputs.add(account.bandChanges)
    inputs.add(review.rank(of: account)) { $0.add($1) }
    inputs.add(review.items(of: account.account)) { $0.add($1) }
    inputs.add(0..<(Trend.weeks + Trend.longestChange)) { [trend = review.trend] bytes, weeksAgo in
      bytes.add(trend.score(of: account.account, weeksAgo: weeksAgo)) { $0.add($1) }
    }
    inputs.add(tell.earlierDays.map { review.windows(of: account, since: $0) } ?? []) { $0.add($1) }
    inputs.add(tell.fallOf[account.account]) { $0.add($1) }
    inputs.add(tell.rhythms?.all[account.account]) { $0.add($1) }
  }

  private func editions(_ account: Int, into inputs: inout InputBytes) {
    inputs.add(review.history.scores[account]) { [restatement = review.restatement] bytes, score in
      bytes.add(score.edition)
      bytes.add(score.score)
      bytes.add(score.band)
      bytes.add(score.flag)
      bytes.add(restatement.score(of: account, edition: score.edition)) { $0.add($1) }
    }
    inputs.add(review.sinceLastEdition?.change(of: account)) { $0.add($1) }
  }
}
