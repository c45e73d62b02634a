import Foundation

@testable import Oracle

extension Sightings {
  /// What the files show before anybody reads them.
  mutating func look(at files: [String: String]) {
    for (path, text) in files where path.hasPrefix("data/") {
      let records = csvRecords(Array(text.utf8))
      let width = records.first?.cells.count ?? 0
      let cells = records.dropFirst().flatMap(\.cells)
      see("placeholder", cells.contains { placeholders.contains(Name(trimmed($0))) })
      see("too long", records.dropFirst().contains { $0.cells.count > width })
      see("no row", text.contains("\n" + String(repeating: ",", count: width)))
      if let last = records.last, !last.hasLineBreak {
        see("cut-off", last.isOpen || last.cells.count < width)
        see("no line break", !last.isOpen && last.cells.count >= width)
      }
      see(
        "swallowed",
        cells.contains { cell in
          cell.split(separator: "\n").dropFirst().contains { $0.count { $0 == "," } >= width - 1 }
        })
      let headers = (records.first?.cells ?? []).map { Name($0) }
      see("header respelled", headers.contains { folded($0.text) == "account_id" && $0 != "account_id" })
      see("header twice", Set(headers.map { folded($0.text) }).count < headers.count)
    }
    func column(_ name: Name, of table: String) -> [String] {
      let records = csvRecords(Array((files["data/\(table).csv"] ?? "").utf8)).map(\.cells)
      guard let index = records.first?.firstIndex(where: { folded($0) == name }) else { return [] }
      return records.dropFirst().compactMap { $0.count > index ? cleaned($0[index]) : nil }
    }
    let settings = files["vigie.yml"] ?? ""
    see("max_refused", settings.contains("max_refused"))
    see("chain of old ids", settings.contains("'older-"))
    see("old id", column("account_id", of: "measures").contains { $0.hasPrefix("old") })
    see("person respelled", Set(column("csm", of: "accounts").map { Name($0) }).count > 5)
    see("flag synonym", column("flag", of: "sentiment").contains { ["🔴", "vert", "amber"].contains($0) })
    see("choice respelled", column("kind", of: "risks").contains { $0.contains(" ") || $0.contains("-") })
    see("negative arr", column("arr", of: "accounts").contains { writtenNumber($0) ?? 0 < 0 })
    see("negative arr_before", column("arr_before", of: "outcomes").contains { writtenNumber($0) ?? 0 < 0 })
    see("two roles", column("role", of: "contacts").contains("sponsor; champion"))
    see("role refused", column("role", of: "contacts").contains { $0.contains("boss") })
    see("severity refused", column("severity", of: "tickets").contains("dire"))
    see("risk refused", column("severity", of: "risks").contains { !$0.isEmpty && writtenNumber($0) == nil })
    let numbers = column("arr", of: "accounts") + column("sessions", of: "measures") + column("value", of: "measures")
    see("number with signs", numbers.contains { plainNumber($0) == nil && writtenNumber($0) != nil })
    see("number in parentheses", column("arr_before", of: "outcomes").contains { $0.hasPrefix("(") })
    let currencies = column("currency", of: "accounts")
    see("converted", currencies.contains { folded($0) == "usd" })
    see("without a rate", currencies.contains("GBP"))
  }

  /// What only the rows say once they are read.
  mutating func look(at world: World) {
    let year = world.asOf - 365
    for account in world.portfolio.accounts {
      let isActive = world.isActive(account, on: world.asOf)
      see("contact gone", account.contacts.contains { $0.isGone })
      see("goal due", account.goals.contains { $0.isDue })
      see("person by frequency", world.person(account.csm) != account.csm)
      see("person folded", account.csm.map { world.person($0).map { Name($0) } != Name($0) } ?? false)
      if let cell = account.segmentColumn.map({ Name($0) }) {
        let segment = world.segment(of: account)
        see(
          "segment by name", folded(segment.id.text) != folded(cell.text) && folded(segment.name) == folded(cell.text))
        see("segment by case", segment.id != cell && folded(segment.id.text) == folded(cell.text))
      }
      let ids = account.tickets.map(\.id)
      see("ticket twice", Set(ids).count < ids.count)
      let now = world.tickets(of: account, openedBy: world.asOf)
      see(
        "ticket twice by then",
        account.tickets.contains { row in row.openedOn > world.asOf && now.contains { $0.id == row.id } })
      let churns = account.outcomes.filter { $0.kind == .churned && $0.day <= world.asOf }
      see("won back", isActive && !churns.isEmpty)
      if let started = account.startedOn, let churn = churns.last(where: { $0.day < started }) {
        see("second start", started <= world.asOf && isActive)
        see("second start ahead", started > world.asOf)
        see("restarted after a return", world.isActive(account, on: churn.day - 1))
      }
      if account.startedOn == nil {
        let days = world.rowDays(of: account).map(\.1)
        see("account without rows", days.isEmpty)
        if let first = days.min(), first > year {
          see("start by first row", world.arr(of: account, on: year) == 0)
          see("start by first row, always", world.arr(of: account, on: year) ?? 0 > 0)
        }
      }
      see("cohort without ARR", world.arr(of: account, on: year) == nil)
    }
  }
}
