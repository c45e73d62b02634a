/// The same facts as Vigie's own tables; ``ExampleExports`` says what is left out.
enum CleanTables {
  static func all(_ facts: Facts) -> [(name: String, bytes: [UInt8])] {
    [
      ("accounts.csv", accounts(facts)), ("outcomes.csv", outcomes(facts)), ("tickets.csv", tickets(facts)),
      ("measures.csv", measures(facts)), ("touchpoints.csv", touchpoints(facts)), ("sentiment.csv", sentiment(facts)),
    ].map { ($0.0, Array($0.1.text.utf8)) }
  }

  private static func accounts(_ facts: Facts) -> Rows {
    var rows = Rows([
      "account_id", "name", "csm", "arr", "industry", "employees", "started_on", "renews_on", "ended_on", "website",
      "country",
    ])
    for account in facts.accounts {
      rows.append(
        account.id.long, account.name, account.csm.rawValue, account.name == withoutARR ? nil : account.arr,
        account.industry.rawValue, account.employees, account.started, account.renews, account.ended, account.website,
        account.country.rawValue)
    }
    return rows
  }

  private static func outcomes(_ facts: Facts) -> Rows {
    var rows = Rows(["account_id", "date", "kind", "arr_before", "arr_after", "reason"])
    for deal in facts.deals {
      guard let outcome = deal.outcome else { continue }
      rows.append(deal.id.long, deal.close, outcome.kind, outcome.before, outcome.after, deal.lossReason)
    }
    return rows
  }

  private static func tickets(_ facts: Facts) -> Rows {
    var rows = Rows(["account_id", "ticket_id", "opened_on", "closed_on", "severity", "csat", "subject"])
    for ticket in facts.tickets {
      guard let account = ticket.account else { continue }
      let csat: Int? =
        switch ticket.satisfaction {
        case .good: 5
        case .bad: 1
        case .offered, .none: nil
        }
      rows.append(
        account.id.long, ticket.number, ticket.opened.day, ticket.solved?.day, ticket.priority?.rawValue.lowercased(),
        csat, ticket.subject)
    }
    return rows
  }

  /// Distinct users of each account from Monday to Sunday, on the Sunday.
  private static func measures(_ facts: Facts) -> Rows {
    var users: [Day: [String: Set<UsageEvent.User>]] = [:]
    for event in facts.usage where !event.user.isTester {
      users[event.at.day.sunday, default: [:]][event.account.id.long, default: []].insert(event.user)
    }
    var rows = Rows(["account_id", "date", "weekly_active_users"])
    for (sunday, accounts) in users.sorted(by: { $0.key < $1.key }) where sunday < Calendar.asOf {
      for (id, users) in accounts.sorted(by: { $0.key < $1.key }) { rows.append(id, sunday, users.count) }
    }
    return rows
  }

  private static func touchpoints(_ facts: Facts) -> Rows {
    var rows = Rows(["account_id", "date", "kind", "by", "note"])
    for activity in facts.activities {
      guard let kind = activity.kind.touchpoint else { continue }
      rows.append(activity.account.id.long, activity.at.day, kind, activity.author, activity.note.text)
    }
    return rows
  }

  private static func sentiment(_ facts: Facts) -> Rows {
    var rows = Rows(["account_id", "date", "flag", "csm", "reason", "note"])
    for judgement in facts.judgements {
      rows.append(
        judgement.account.id.long, judgement.day, judgement.rag.flag, judgement.csm.rawValue, judgement.why,
        judgement.comment)
    }
    return rows
  }
}
