import Foundation
import Testing

@testable import example_exports

/// The clean tables against the exports, read again by hand.
@Suite struct SameFactsTests {
  private func reports(_ name: String) throws -> [[String: String]] {
    let text = try #require(String(bytes: try Made.export("report-\(name)"), encoding: .isoLatin1))
    let rows = CSV.rows(text)
    return Made.records(Array(rows.prefix { $0 != [""] }))
  }

  private func day(_ text: String?) -> String {
    let parts = (text ?? "").split(separator: "/")
    return parts.count == 3 ? "\(parts[2])-\(parts[0])-\(parts[1])" : ""
  }

  private func amount(_ text: String?) -> String {
    String((text ?? "").filter { $0.isNumber || $0 == "." }.prefix { $0 != "." })
  }

  @Test func `accounts are the customers of the report`() throws {
    let expected = try reports("accounts").filter { $0["Type"] == "Customer" }.map {
      [
        "account_id": $0["Account ID"], "name": $0["Account Name"], "csm": $0["Account Owner"],
        "arr": amount($0["Annual Recurring Revenue"]), "industry": $0["Industry"],
        "employees": amount($0["Employees"]),
        "started_on": day($0["Customer Since"]), "renews_on": day($0["Renewal Date"]),
        "ended_on": day($0["Churn Date"]), "website": $0["Website"], "country": $0["Billing Country"],
      ].compactMapValues(\.self)
    }
    #expect(try Made.table("accounts.csv") == expected)
  }

  @Test func `outcomes follow from the report of opportunities by its own rule`() throws {
    let ids = Dictionary(
      try reports("accounts").compactMap { $0["Account ID"] }.map { (String($0.prefix(15)), $0) },
      uniquingKeysWith: { $1 })
    var revenue: [String: Int] = [:]
    var outcomes: [[String: String]] = []
    for deal in try reports("opportunities") {
      let id = try #require(ids[deal["Account ID"] ?? ""])
      let amount = Int(amount(deal["Amount"])) ?? 0
      let before = revenue[id] ?? 0
      let kind: String
      switch (deal["Type"], deal["Stage"]) {
      case ("New Business", "Closed Won"):
        revenue[id] = amount
        continue
      case ("Renewal", "Closed Won"):
        kind = amount < before ? "contracted" : "renewed"
        revenue[id] = amount
      case ("Existing Business", "Closed Won"):
        kind = "expanded"
        revenue[id] = before + amount
      case ("Renewal", "Closed Lost"):
        kind = "churned"
        #expect(amount == before)
        revenue[id] = 0
      default: continue
      }
      outcomes.append([
        "account_id": id, "date": day(deal["Close Date"]), "kind": kind, "arr_before": "\(before)",
        "arr_after": "\(revenue[id] ?? 0)", "reason": deal["Loss Reason"] ?? "",
      ])
    }
    #expect(try Made.table("outcomes.csv") == outcomes)
    #expect(Set(outcomes.compactMap { $0["kind"] }) == ["renewed", "expanded", "contracted", "churned"])
    #expect(outcomes.filter { $0["kind"] == "churned" }.count == 5)
    for account in try Made.table("accounts.csv") where account["ended_on"] == "" && account["arr"] != "" {
      #expect(account["arr"] == revenue[account["account_id"] ?? ""].map(String.init), "\(account["name"] ?? "")")
    }
  }

  @Test func `tickets are those of customers, by the domain of who asks`() throws {
    let accounts = try Made.table("accounts.csv")
    let ids = Dictionary(
      accounts.map { ($0["website"]?.dropFirst("https://www.".count) ?? "", $0["account_id"] ?? "") },
      uniquingKeysWith: { $1 })
    let csat = ["Good": "5", "Bad": "1"]
    let rows = CSV.rows(String(decoding: try Made.export("tickets"), as: UTF8.self))
    let expected = Made.records(rows).compactMap { ticket -> [String: String]? in
      guard let id = ids[ticket["Requester domain"]?[...] ?? ""] else { return nil }
      let priority = ticket["Priority"]?.lowercased() ?? ""
      return [
        "account_id": id, "ticket_id": ticket["Id"] ?? "", "subject": ticket["Subject"] ?? "",
        "opened_on": String(ticket["Created at"]?.prefix(10) ?? ""),
        "closed_on": String(ticket["Solved at"]?.prefix(10) ?? ""), "severity": priority == "-" ? "" : priority,
        "csat": csat[ticket["Satisfaction Score"] ?? ""] ?? "",
      ]
    }
    #expect(try Made.table("tickets.csv") == expected)
    #expect(expected.count == rows.count - 1 - 11)
  }

  @Test func `measures are distinct users of whole weeks, without testers`() throws {
    let ids = Dictionary(Made.facts.accounts.map { ($0.domain, $0.id.long) }, uniquingKeysWith: { $1 })
    let bytes = try Inflated.bytes(Made.export("events"))
    var users: [String: Set<Substring>] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      let parts = cells[0].prefix(10).split(separator: "-").compactMap { Int($0) }
      let day = Day(parts[0], parts[1], parts[2])
      guard cells[1] != "vigie-test.example", day < Calendar.asOf else { continue }
      users["\(ids[String(cells[1])] ?? "") \(day.sunday)", default: []].insert(cells[2])
    }
    let table = try Made.table("measures.csv")
    let found = Dictionary(
      table.map { ("\($0["account_id"] ?? "") \($0["date"] ?? "")", $0["weekly_active_users"]) },
      uniquingKeysWith: { $1 })
    #expect(found == users.mapValues { "\($0.count)" } && table.count == users.count)
    #expect(table.compactMap { $0["date"] }.max() == "2026-11-15")
  }

  @Test func `touchpoints are the timeline without its updates`() throws {
    let kinds = ["Call": "call", "Meeting": "meeting", "Email": "email", "EBR": "qbr"]
    let text = try #require(String(bytes: try Made.export("timeline"), encoding: .windowsCP1252))
    let ids = Dictionary(Made.facts.accounts.map { ($0.name, $0.id.long) }, uniquingKeysWith: { $1 })
    let expected = Made.records(CSV.rows(text, delimiter: ";")).compactMap { row -> [String]? in
      guard let kind = kinds[row["Activity Type"] ?? ""] else { return nil }
      let day = (row["Activity Date"] ?? "").prefix(10).split(separator: "/").reversed().joined(separator: "-")
      return [ids[row["Context Name"] ?? ""] ?? "", day, kind, row["Author"] ?? ""]
    }
    let table = try Made.table("touchpoints.csv")
    #expect(table.map { row in ["account_id", "date", "kind", "by"].map { row[$0] ?? "" } } == expected)
    #expect(expected.count < Made.facts.activities.count)
  }

  @Test func `sentiment is the workbook's rows in Vigie's words`() throws {
    let table = try Made.table("sentiment.csv")
    #expect(table.count == Made.facts.judgements.count)
    #expect(Set(table.compactMap { $0["flag"] }) == ["green", "yellow", "red"])
    for (row, judgement) in zip(table, Made.facts.judgements) {
      #expect(row["account_id"] == judgement.account.id.long && row["flag"] == judgement.rag.flag)
      #expect(row["note"] == judgement.comment ?? "")
    }
  }
}
