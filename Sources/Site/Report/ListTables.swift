import Health
import Publishing
import Review

/// A table next to the page of each list, for people who work in a spreadsheet.
struct ListTables: Composer {
  let tell: Telling

  var files: [OutputFile] {
    ListID.allCases.map { list in
      OutputFile(path: "lists/\(list.rawValue).csv", bytes: table(of: review.waitingFirst(list)))
    }
  }

  private func table(of items: [ListItem]) -> [UInt8] {
    var csv = SpreadsheetTable(header: [
      "account_id", "name", "csm", "arr", "segment", "renews_on", "score", "band", "direction", "change_13w", "flag",
      "flag_date", "flag_by", "flag_status", "reason", "why_listed", "points", "exposure", "since", "weeks", "state",
      "overdue", "decision_due", "decision", "decided_on", "decided_by", "note", "next_step", "next_step_due",
    ])
    let listWords = ListWords(tell: tell)
    for item in items {
      guard let account = review.review(of: item.account) else { continue }
      let facts = evidence.accounts[item.account]
      let flag = account.sentiment
      let decision = item.decision
      csv.begin()
      csv.add(text: facts.id.text)
      csv.add(text: facts.name)
      csv.add(text: facts.csm)
      csv.add(number: facts.arr)
      csv.add(text: review.models.segments[account.segment].id)
      csv.add(day: evidence.renewalDay(of: item.account, on: review.asOf))
      csv.add(number: account.score.published.map(Double.init))
      csv.add(text: account.score.band.rawValue)
      csv.add(text: account.direction.rawValue)
      csv.add(number: account.changes.thirteenWeeks.map(Double.init))
      csv.add(text: flag?.flag.rawValue)
      csv.add(day: flag?.date)
      csv.add(text: flag?.csm)
      csv.add(text: account.sentimentStatus.rawValue)
      csv.add(text: told(flag?.reason ?? flag?.note))
      csv.add(text: listWords.why(item, account))
      csv.add(number: Double(account.points.total))
      csv.add(number: account.exposure)
      let due = review.due(item)
      csv.add(day: item.since)
      csv.add(number: Double(item.weeks))
      csv.add(text: item.state.rawValue)
      csv.add(text: due?.isOverdue ?? false ? "yes" : "no")
      csv.add(day: due?.on)
      csv.add(text: decision?.decision.rawValue)
      csv.add(day: decision?.date)
      csv.add(text: decision?.by)
      csv.add(text: told(decision?.note))
      csv.add(text: told(decision?.nextStep))
      csv.add(day: decision?.dueOn)
    }
    return csv.bytes
  }
}
