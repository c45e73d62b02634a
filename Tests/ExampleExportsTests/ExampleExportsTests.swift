import Foundation
import Testing

@testable import example_exports

@Suite struct ExampleExportsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "examples/exports")

  @Test func `the folder that is kept is what the seed gives`() throws {
    let files = try Made.exports.get()
    for file in files {
      let kept = try [UInt8](Data(contentsOf: Self.folder.appending(path: file.name)))
      #expect(kept == file.bytes, "\(file.name) is not what the generator writes")
    }
    let data = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
      $0.contains("2026-11-16")
    }
    #expect(Set(data) == Set(files.map(\.name)))
  }

  @Test func `the same seed gives the same bytes, and another seed others`() throws {
    let again = try ExampleExports.exports(Facts(seed: ExampleExports.seed))
    let other = try ExampleExports.exports(Facts(seed: 1))
    for ((first, second), third) in zip(zip(try Made.exports.get(), again), other) {
      #expect(first.bytes == second.bytes, "\(first.name)")
      #expect(first.bytes != third.bytes, "\(first.name)")
    }
  }

  @Test func `the page about the exports counts their rows`() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let facts = Made.facts
    let counts = [
      "report-accounts": "64", "report-opportunities": "\(facts.deals.count)", "tickets": "\(facts.tickets.count)",
      "events": "140,000", "timeline": "\(facts.activities.count)", "flags": "\(facts.judgements.count)",
    ]
    for (name, count) in counts {
      let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(name)-2026-11-16.") }
      #expect(row?.split(separator: "|").dropFirst(2).first == " \(count) ", "\(name): \(count)")
    }
    let testers = facts.usage.filter(\.user.isTester).count
    let unnamed = facts.tickets.filter(\.organization.isEmpty).count
    #expect(page.contains("UTC. \(testers) rows") && page.contains("Of \(unnamed) tickets"))
  }

  @Test func `the exports stay small enough to keep`() throws {
    #expect(try Made.exports.get().reduce(0) { $0 + $1.bytes.count } < 1_800_000)
  }
}

@Suite struct CastTests {
  private let accounts = Made.facts.accounts

  @Test func `there are sixty customers, of whom five are lost`() {
    #expect(accounts.count == 60)
    #expect(Set(accounts.map(\.domain)).count == 60)
    #expect(accounts.filter { $0.ended != nil }.count == 5)
    let lapsed = accounts.filter { $0.renews < Calendar.asOf && $0.ended == nil }
    #expect(lapsed.map(\.name) == ["Alpenhof Betriebe GmbH"])
    for account in accounts where account.ended != nil {
      #expect(account.anniversaries.contains(account.lastDay), "\(account.name) ends within a term")
    }
  }

  @Test func `a name is told from all others without its legal form`() {
    let forms: Set = [
      "ab", "ag", "aps", "as", "a/s", "bv", "eg", "ehf.", "gmbh", "ggmbh", "kg", "limited", "ltd", "oy", "plc", "sa",
      "s.a.s.", "sarl", "sas", "b.v.",
    ]
    func folded(_ name: String) -> String {
      Encoding.withoutAccents(name).lowercased().split(separator: " ").filter { !forms.contains(String($0)) }
        .joined(separator: " ")
    }
    #expect(Set(accounts.map { folded($0.name) }).count == accounts.count)
    for account in accounts { #expect(folded(account.deskName) == folded(account.name)) }
    let strangers = Words.strangers.map { folded($0.name) }
    #expect(Set(accounts.map { folded($0.name) }).isDisjoint(with: strangers))
  }

  @Test func `an id of 18 characters says which of its first 15 are capitals`() {
    #expect(SalesforceID(short: "001000000000000").long == "001000000000000AAA")
    #expect(SalesforceID(short: "001ABcdEFghIJkl").long == "001ABcdEFghIJklYMG")
    let ids = accounts.map(\.id) + prospects.map(\.id)
    #expect(Set(ids.map(\.short)).count == 64)
    #expect(ids.allSatisfy { $0.short.count == 15 && $0.long.count == 18 })
    #expect(Set(ids.map { $0.short.lowercased() }).count == 61)
    #expect(Set(ids.map { $0.long.lowercased() }).count == 64)
  }

  @Test func `nothing is known after the day of the export, nor of a customer who has left`() {
    for ticket in Made.facts.tickets {
      let last = ticket.account?.lastDay ?? Calendar.asOf
      #expect(ticket.opened.day < last && (ticket.solved?.day ?? ticket.opened.day) <= last)
    }
    #expect(Made.facts.activities.allSatisfy { $0.at.day < $0.account.lastDay && $0.at.day > $0.account.started })
    #expect(Made.facts.judgements.allSatisfy { $0.day < $0.account.lastDay && $0.day > $0.account.started })
    #expect(
      Made.facts.usage.allSatisfy {
        $0.at.day >= $0.account.started && ($0.account.ended.map { [day = $0.at.day] in day < $0 } ?? true)
      })
  }
}

@Suite struct DayTests {
  @Test func `a day prints as it was written`() {
    let day: Day = "2024-02-29"
    #expect((day.description, day.monthFirst, day.dayFirst) == ("2024-02-29", "02/29/2024", "29/02/2024"))
    #expect(day.adding(years: 1).description == "2025-03-01")
    #expect(Calendar.asOf.weekday == 0 && Calendar.firstMonday.weekday == 0)
    #expect((Calendar.asOf - 1).sunday == Calendar.asOf - 1 && Calendar.asOf.sunday == Calendar.asOf + 6)
  }

  @Test func `a moment runs over midnight`() {
    let moment = Moment("2026-11-15", second: 86_399) + 2
    #expect(moment == Moment("2026-11-16", second: 1) && moment.time == "00:00:01")
  }
}
