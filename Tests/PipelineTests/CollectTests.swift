import Foundation
import Health
import Portfolio
import Review
import Sheets
import Tables
import Testing

@testable import Pipeline

/// What becomes of sheets that people give back.
@Suite struct CollectTests {
  private let asOf = Starter.asOf

  private func starterWithoutFlags() throws -> Starter {
    let starter = try Starter()
    try FileManager.default.removeItem(atPath: "\(starter.folder.path)/data/sentiment.csv")
    return starter
  }

  /// A portfolio in which everybody's flag is due, and that of A-001 differs from its score.
  private func starterWithOldFlag() throws -> Starter {
    let starter = try starterWithoutFlags()
    try starter.write(
      "account_id,date,flag,csm,reason,note\nA-001,2026-09-20,yellow,Dana Holm,Old.,\n", to: "data/sentiment.csv")
    return starter
  }

  @Test func `a sheet asks for what is due and says nothing of scores, bands and lists`() async throws {
    let starter = try starterWithoutFlags()
    let sheet = try await starter.sheet()
    #expect(sheet.rows.count == 3)
    #expect(try sheet["A-001", .asked] == "a flag")
    let review = try await starter.workspace().review()
    let tells = Band.allCases.map(\.rawValue) + ListID.allCases.map(\.rawValue) + ["score", "Score"]
    for row in sheet.rows {
      for cell in row {
        for word in tells { #expect(!cell.lowercased().contains(word.lowercased()), "\(cell)") }
      }
    }
    #expect(review.accounts.allSatisfy { $0.score.published != nil })
    // The order is that of renewals, which everybody knows.
    #expect(try sheet.rows.map { try $0[sheet.index(of: .accountID)] } == ["A-001", "A-003", "A-002"])
    #expect(try await starter.sheet(for: "LUC perrin").rows.count == 1)
    await #expect(throws: Refusal.self) { try await starter.sheet(for: "Luc Perin") }
  }

  @Test func `a colleague is asked without seeing the flag, and the answer is an opinion and no flag`() async throws {
    let starter = try Starter()
    let people = ["Dana Holm", "Luc Perrin"]
    let accounts = (0..<40).map { "B-\(100 + $0)" }
    try starter.write(
      "account_id,name,csm,arr,started_on,renews_on\n"
        + accounts.enumerated().map { "\($1),Customer \($0),\(people[$0 % 2]),1000,2024-01-01,2027-10-01\n" }.joined(),
      to: "data/accounts.csv")
    try starter.write("account_id,date,weekly_active_users\n", to: "data/measures.csv")
    try starter.write(
      "account_id,date,flag,csm,reason,note\n"
        + accounts.enumerated().map { "\($1),2026-11-14,yellow,\(people[$0 % 2]),Told in trust.,\n" }.joined(),
      to: "data/sentiment.csv")
    var sheet = try await starter.sheet(for: "Dana Holm")
    let asked = try sheet.rows.filter { try $0[sheet.index(of: .asked)] == "a second opinion" }
      .map { try $0[sheet.index(of: .accountID)] }
    try #require(!asked.isEmpty)
    for account in asked {
      #expect(try sheet[account, .csm] == "Luc Perrin" && sheet[account, .by] == "Dana Holm")
      for column in [JudgementSheet.Column.lastFlag, .lastFlagOn, .lastReason] {
        #expect(try sheet[account, column].isEmpty, "\(column)")
      }
    }
    #expect(try await starter.sheet().rows.allSatisfy { !$0.contains("a second opinion") })
    let flags = try starter.table("sentiment")
    try sheet.fill(asked[0], [.flag: "green", .reason: "They use it daily."])
    let collected = try starter.collect(sheet)
    #expect(collected.recorded.count == 1 && collected.refused == 0, "\(collected.findings)")
    #expect(try starter.table("opinions") == ["\(asked[0]),2026-11-16,green,Dana Holm,They use it daily.,"])
    #expect(try starter.table("sentiment") == flags)
    #expect(try starter.collect(sheet).known == 1)
    #expect(try await starter.sheet(for: "Dana Holm").rows.count == sheet.rows.count - 1, "it is asked once")
    try sheet.fill(asked[0], [.by: "Luc Perrin", .flag: "red"])
    #expect(try starter.collect(sheet).refused == 1, "whoever gave the flag gives no second opinion")
  }

  @Test func `what is filled in lands in three tables, once however often the file comes`() async throws {
    let starter = try starterWithOldFlag()
    var sheet = try await starter.sheet()
    try sheet.fill(
      "A-001",
      [
        .flag: "Yellow", .reason: "Champion leaves.", .note: "Line one\nline two", .decision: "the CSM was right",
        .decisionNote: "Seen.", .nextStep: "Call", .dueOn: "2026-11-30", .riskKind: "budget pressure",
        .riskSeverity: "4", .riskNote: "Freeze.", .by: "Ines",
      ])
    try sheet.fill("A-003", [.flag: "red", .saidOn: "2026-11-12"])
    #expect(try sheet["A-001", .asked] == "a flag and a decision")
    let collected = try starter.collect(sheet)
    #expect(
      try starter.table("sentiment").dropFirst() == [
        "A-001,2026-11-16,yellow,Ines,Champion leaves.,\"Line one", "line two\"", "A-003,2026-11-12,red,Luc Perrin,,",
      ])
    #expect(
      try starter.table("reviews")
        == ["green-but-yellow", "renewals"].map { "A-001,2026-11-16,\($0),csm_right,Ines,Seen.,Call,2026-11-30," })
    #expect(try starter.table("risks") == ["A-001,2026-11-16,budget_pressure,4,Freeze.,Ines,,"])
    #expect(collected.recorded.count == 5 && collected.blank == 1 && collected.refused == 0)
    #expect(collected.conflicts.isEmpty)
    #expect(collected.findings.count == 1, "a reason is asked for")
    let again = try starter.collect(sheet, sheet)
    #expect(again.recorded.isEmpty && again.known == 10)
    let later = try starter.collect(sheet, on: asOf + 3)
    #expect(later.recorded.isEmpty && later.known == 5)
    #expect(try starter.table("sentiment").count == 4)
  }

  @Test func `rows may be sorted, moved, deleted and copied to another sheet, and columns added and moved`()
    async throws
  {
    let starter = try starterWithoutFlags()
    var one = try await starter.sheet()
    for id in ["A-001", "A-002", "A-003"] { try one.fill(id, [.flag: "green", .reason: id]) }
    var two = one
    two.rows = [one.rows[2]]
    one.rows = one.rows.dropLast().reversed()
    one.header = ["Mine"] + one.header.reversed() + ["Region"]
    one.rows = one.rows.map { ["x"] + $0.reversed() + ["North"] }
    let collected = try starter.collect(one, two)
    #expect(collected.refused == 0 && collected.findings.isEmpty)
    #expect(try Set(starter.table("sentiment").map { $0.prefix(5) }) == ["A-001", "A-002", "A-003"])
    #expect(try starter.table("sentiment").allSatisfy { $0.split(separator: ",")[4] == $0.prefix(5) })
  }

  @Test func `two people who differ are both recorded and told, and the worse flag counts`() async throws {
    let starter = try starterWithoutFlags()
    var (one, two) = (try await starter.sheet(), try await starter.sheet())
    try one.fill("A-001", [.flag: "red", .reason: "They leave.", .by: "Dana"])
    try two.fill("A-001", [.flag: "green", .by: "Luc"])
    let collected = try starter.collect(one, two)
    #expect(collected.recorded.count == 2)
    let told = try #require(collected.conflicts.first)
    #expect(told.hasPrefix("Larkfield Clinics (A-001): Luc says green ("))
    #expect(told.contains("/back-0.xlsx:Tabelle1!I2)") && told.hasSuffix("; all are recorded, and red counts"))
    let judgement = try starter.folder.read(asOf: asOf).judgement
    #expect(judgement.latestSentiment(of: 0, on: asOf)?.flag == .red)
    var three = try await starter.sheet(asOf: asOf - 1)
    try three.fill("A-001", [.flag: "yellow", .reason: "So so.", .by: "Ines"])
    let later = try starter.collect(three)
    #expect(
      later.conflicts.first?.hasPrefix(
        "Larkfield Clinics (A-001): Luc said green on 2026-11-16, Dana said red on 2026-11-16, Ines says yellow (")
        ?? false)
    #expect(later.conflicts.first?.hasSuffix("and yellow counts") ?? false)
  }

  @Test func `what is wrong is refused with its cell and what to write, and the rest is recorded`() async throws {
    let starter = try starterWithoutFlags()
    var sheet = try await starter.sheet()
    try sheet.fill("A-001", [.flag: "yelow", .riskKind: "other", .riskSeverity: "9"])
    try sheet.fill("A-002", [.reason: "Why.", .decision: "later"])
    try sheet.fill("A-003", [.flag: "green", .saidOn: "2099-01-01"])
    sheet.rows.append(sheet.rows[0].map { _ in "" })
    sheet.rows[3][try sheet.index(of: .account)] = "Another"
    sheet.rows[3][try sheet.index(of: .flag)] = "red"
    sheet.rows.append(sheet.rows[3])
    sheet.rows[4][try sheet.index(of: .key)] = JudgementSheet.Key(day: asOf, account: "A-0O1", lists: []).text
    let collected = try starter.collect(sheet)
    #expect(collected.recorded.isEmpty && collected.refused == 7)
    let told = collected.findings.map { "\($0)".split(separator: "back-0.xlsx:").last ?? "" }
    #expect(
      Set(told) == [
        "Tabelle1!I2: error: flag is 'yelow'; did you mean 'yellow'?",
        "Tabelle1!Q2: error: risk_severity is '9'; write a number from 1 to 5",
        "Tabelle1!J4: error: a reason without a flag is recorded nowhere; choose the flag",
        "Tabelle1!L4: error: decision is 'later'; write one of: score_right, csm_right, both, defer, not_pursued",
        "Tabelle1!T3: error: 2099-01-01 has not come",
        "Tabelle1!W5: error: the row has no key, so that it belongs to no account of a sheet; copy the whole row of the account, or use vigie flag and vigie review",
        "Tabelle1!W6: error: no account has the account_id 'A-0O1'",
      ])
  }

  @Test func `a row that was sorted without its key is refused`() async throws {
    let starter = try starterWithoutFlags()
    var sheet = try await starter.sheet()
    try sheet.fill("A-001", [.flag: "red", .reason: "They leave."])
    let key = try sheet.index(of: .key)
    let keys = sheet.rows.map { $0[key] }
    for row in sheet.rows.indices { sheet.rows[row][key] = keys[(row + 1) % keys.count] }
    let collected = try starter.collect(sheet)
    #expect(collected.recorded.isEmpty)
    #expect(
      "\(collected.findings)".contains(
        "shows 'A-001', and its hidden key is that of Café Mirabel (A-003); it was sorted"))
  }

  @Test func `a decision answers the lists that waited when the sheet was made, though they wait no more`() async throws
  {
    let starter = try Starter()
    var sheet = try await starter.sheet()
    try sheet.fill("A-001", [.flag: "green", .decision: "both"])
    let collected = try starter.collect(sheet, on: asOf + 2)
    #expect(collected.refused == 0)
    let rows = ["green-but-yellow", "renewals"].map { "A-001,2026-11-18,\($0),both,Dana Holm,,,," }
    #expect(try starter.table("reviews") == rows)
    #expect(try starter.collect(sheet, on: asOf + 2).known == 3)
    #expect(try starter.table("reviews") == rows)
    var other = sheet
    try other.fill("A-001", [.decision: "deferred", .by: "Luc"])
    let told = try starter.collect(other, on: asOf + 2).conflicts
    #expect(
      told.contains { $0.contains("Dana Holm said both on renewals on 2026-11-18, Luc says defer on renewals (") })
  }

  @Test func `heads and words are known in every language, and as tables write them`() async throws {
    let starter = try starterWithOldFlag()
    let settings = "\(starter.folder.path)/vigie.yml"
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    try starter.write(text.replacing(/(?m)^locale:.*$/, with: "locale: fr"), to: "vigie.yml")
    let file = "\(starter.folder.path)/fr.xlsx"
    _ = try await starter.workspace().writeSheet(for: nil, out: file)
    var sheet = try FilledSheet(file, language: "fr")
    #expect(sheet.header.contains("Votre avis"))
    try sheet.fill("A-001", [.flag: "Rouge", .decision: "le CSM avait raison", .riskKind: "virage stratégique"])
    try sheet.fill("A-002", [.flag: "amber"])
    let collected = try starter.collect(sheet)
    #expect(collected.refused == 0)
    #expect(try starter.table("sentiment").map { $0.split(separator: ",")[2] } == ["yellow", "yellow", "red"])
    #expect(try starter.table("risks") == ["A-001,2026-11-16,strategic_pivot,3,,Dana Holm,,"])
  }

  @Test func `a file that is no sheet, a head that stands twice and one that was changed are told`() async throws {
    let starter = try starterWithoutFlags()
    try starter.write("account_id,flag\nA-001,red\n", to: "x.csv")
    let other = try starter.folder.collect(["\(starter.folder.path)/x.csv", "missing.xlsx"], on: asOf)
    #expect(other.refused == 2)
    #expect("\(other.findings[0])".hasSuffix("take the workbook that vigie sheet wrote"))
    var sheet = try await starter.sheet()
    try sheet.fill("A-001", [.flag: "green"])
    sheet.header[try sheet.index(of: .reason)] = "Warum"
    let renamed = try starter.collect(sheet)
    #expect(renamed.recorded.count == 1)
    #expect("\(renamed.findings)".contains("has no column for reason and others that are not read: Warum; "))
    sheet.header[sheet.header.firstIndex(of: "Warum") ?? 0] = "Your flag"
    let twice = try starter.collect(sheet)
    #expect(twice.recorded.isEmpty && "\(twice.findings)".contains("the column 'Your flag' stands here twice; "))
  }

  @Test func `a sheet that may be filled in is not written over`() async throws {
    let starter = try starterWithoutFlags()
    let workspace = try starter.workspace()
    let first = try await workspace.writeSheet(for: nil, out: nil)
    #expect(first.file == "\(starter.folder.path)/sheets/2026-11-16.xlsx" && first.accounts == 3)
    #expect(try await workspace.writeSheet(for: nil, out: nil).accounts == 3)
    try Data("filled in".utf8).write(to: URL(filePath: first.file ?? ""))
    await #expect(throws: Refusal.self) { try await workspace.writeSheet(for: nil, out: nil) }
    #expect(try String(contentsOfFile: first.file ?? "", encoding: .utf8) == "filled in")
    let person = try await workspace.writeSheet(for: "dana holm", out: nil)
    #expect(person.file?.hasSuffix("/sheets/2026-11-16-dana-holm.xlsx") ?? false)
  }
}

@Suite struct SheetKeyTests {
  @Test func `a key says day, account and lists, and the lists to nobody who looks at it`() throws {
    let day = try #require(Day(iso: "2026-11-16"))
    let key = JudgementSheet.Key(day: day, account: "A-001", lists: [.renewals])
    #expect(key.text == "2026-11-16 47b5 A-001")
    for lists in [[], [.greenButYellow], ListID.allCases] {
      for account in ["A-001", "A 001 x", "é"] {
        let key = JudgementSheet.Key(day: day, account: account, lists: lists)
        #expect(JudgementSheet.Key(key.text) == key)
        #expect(
          JudgementSheet.Key(day: day + 1, account: account, lists: lists).text.dropFirst(11) != key.text.dropFirst(11))
      }
    }
    for text in ["", "Key", "2026-11-16", "2026-11-16 A-001", "2026-11-16 zzzz A-001", "2026-13-16 dd26 A-001"] {
      #expect(JudgementSheet.Key(text) == nil, "\(text)")
    }
  }
}
