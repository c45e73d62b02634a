extension Evidence {
  /// The tickets of an account as they are known on a day: of the rows of one ticket the last in the files among those
  /// opened by then.
  public func tickets(of account: Int, on day: Day) -> ArraySlice<Ticket> {
    let replaced = replacedTickets[account]
    return replaced.isEmpty
      ? tickets[account] : tickets[account] + replaced.filter { $0.replacedOn > day }.map(\.ticket)
  }

  /// Every row about a ticket of an account, those that a later one replaces included.
  public func ticketRows(of account: Int) -> [Ticket] { tickets[account] + replacedTickets[account].map(\.ticket) }

  /// The same evidence with every person of our own under the name that is shown for it.
  public func naming(_ shown: (String) -> String) -> Evidence {
    var named = Evidence(
      asOf: asOf,
      accounts: accounts.map { account in
        Account(
          id: account.id, name: account.name, csm: account.csm.map(shown), arr: account.arr, segment: account.segment,
          startedOn: account.startedOn, renewsOn: account.renewsOn, endedOn: account.endedOn,
          unreadable: account.unreadable)
      },
      columns: columns.map { cells in
        cells.name == AccountColumn.csm.name
          ? AccountCells(name: cells.name, texts: cells.texts.map { $0.map(shown) }, numbers: cells.numbers) : cells
      },
      series: series,
      touchpoints: touchpoints.compactMap {
        Touchpoint(date: $0.date, kind: $0.kind, by: $0.by.map(shown), with: $0.with, note: $0.note)
      },
      tickets: tickets, contacts: contacts, goals: goals, outcomes: outcomes, replacedTickets: replacedTickets,
      feedMaxAge: feedMaxAge)
    named.spelling = spelling
    return named
  }
}
