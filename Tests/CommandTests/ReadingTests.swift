import Foundation
import Testing

/// Exports as other programs and people leave them, built by the command: each test is a way in which data go wrong.
@Suite struct ReadingTests {
  private static let day = "2026-11-24"

  /// Builds the folder and returns what was said.
  @discardableResult
  private func build(_ folder: borrowing Harbour) throws -> String {
    let outcome = try folder.run("build", "p", "--as-of", Self.day)
    #expect(outcome.status == 0, "\(outcome)")
    return outcome.errors + outcome.output
  }

  private func report(_ folder: borrowing Harbour) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(try folder.text("site/report.json").utf8))
  }

  /// What these tests ask of `report.json`.
  private struct Report: Decodable {
    struct Whole: Decodable {
      let accounts: Int
      let arr: Double?
      let arr_unknown: Int
      let rows: [String: Int]
    }

    struct Account: Decodable {
      let id: String
      let csm: String?
      let arr: Double?
      let score: Int?
      let sentiment: Flag?
    }

    struct Flag: Decodable {
      let flag: String?
    }

    let portfolio: Whole
    let accounts: [Account]

    subscript(id: String) -> Account? { accounts.first { $0.id == id } }
  }

  @Test func `rows under an old id belong to the customer of today, whose score stays`() throws {
    let folder = try Harbour()
    try build(folder)
    let before = try report(folder)
    try folder.write("aliases: {C-4: K-9104}\n", to: "vigie.yml")
    try folder.write(
      Harbour.table(["C-1", "C-2", "C-3"]) + "K-9104,Teviot Foods,Iris Vale,45000,100,2022-02-01,2027-02-01,\n",
      to: "data/accounts.csv")
    try folder.write("Met in the port.", to: "data/notes/C-4.md")
    try build(folder)
    let after = try report(folder)
    #expect(after.portfolio.rows == before.portfolio.rows && after.portfolio.rows["refused"] == 0)
    #expect(after["K-9104"]?.score != nil && after["K-9104"]?.score == before["C-4"]?.score)
    #expect(after["K-9104"]?.sentiment?.flag == "green" && after["C-4"] == nil)
    #expect(try folder.text("site/accounts/k_-9104.html").contains("Met in the port."))
  }

  @Test func `a strange id is led to nobody but to whom an alias or another spelling names`() throws {
    let folder = try Harbour()
    try folder.write("aliases: {B-0103: C-3}\n", to: "vigie.yml")
    let calls = try folder.text("data/touchpoints.csv")
    try folder.write(
      calls + "B-0103,2026-11-12,call,Iris Vale\nc-4,2026-11-12,call,Iris Vale\nC-5,2026-11-12,call,\n",
      to: "data/touchpoints.csv")
    let said = try build(folder)
    #expect(said.contains("data/touchpoints.csv:7:1: error: no account has the account_id 'c-4'; did you mean 'C-4'?"))
    #expect(said.contains("no account has the account_id 'C-5'\n") && !said.contains("B-0103"), "\(said)")
  }

  @Test func `amounts in several currencies are never summed bare`() throws {
    let folder = try Harbour()
    let rows = ["820000,NOK", "30000,EUR", "15500,GBP", "45000,"]
    let table =
      "account_id,name,csm,arr,ARR Currency\n"
      + zip(Harbour.accounts, rows).map { "\($0.id),\($0.name),Iris Vale,\($1)\n" }.joined()
    try folder.write(table, to: "data/accounts.csv")
    let said = try build(folder)
    #expect(said.contains("the column 'ARR Currency' is taken for the currency of the amounts"))
    #expect(said.contains("write under fx how many EUR one NOK is (2 cells such as 'NOK' and 'GBP', lines 2, 4)"))
    let bare = try report(folder).portfolio
    #expect(bare.arr == 75_000 && bare.arr_unknown == 2 && bare.rows["cells_refused"] == 0)
    try folder.write("fx: {NOK: 0.1, GBP: 1.2}\n", to: "vigie.yml")
    try build(folder)
    // 82,000 + 30,000 + 18,600 + 45,000
    #expect(try report(folder).portfolio.arr == 175_600)
    #expect(try folder.text("site/data-quality.html").contains("NOK"))
  }

  @Test func `a file that was cut off is named, and nothing is published of it`() throws {
    let folder = try Harbour()
    let table = try folder.text("data/accounts.csv")
    try folder.write(table.replacing("45000,100,2022-02-01,2027-02-01,\n", with: "4"), to: "data/accounts.csv")
    let measures = Harbour.measures(Harbour.accounts.map(\.id))
    try folder.write(measures + "C-1,2026-11-22,8", to: "data/measures.csv")
    let outcome = try folder.publish(Self.day)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "guard cut-off: 2 files end in the middle of a row. data/accounts.csv:5; data/measures.csv:"), "\(outcome)")
    #expect(
      outcome.errors.contains(
        "data/accounts.csv:5:1: error: the row has 4 cells of 8, and the file ends without a line break"))
    let said = try build(folder)
    #expect(said.hasPrefix("guard account-refused: "))
    #expect(try report(folder)["C-4"] == nil)
  }

  @Test func `a stray quotation mark that swallows rows is named with both lines`() throws {
    let folder = try Harbour()
    let rows = [
      "C-1,2026-11-12,green,Iris Vale,\"all well", "C-2,2026-11-12,red,Iris Vale,late",
      "C-3,2026-11-12,red,Iris Vale,off\"",
    ]
    try folder.write(
      "account_id,date,flag,csm,reason\n" + rows.joined(separator: "\n") + "\n", to: "data/sentiment.csv")
    let said = try build(folder)
    #expect(
      said.contains("data/sentiment.csv:2:32: warning: the quoted cell begins in line 2 and has line 3 in it"),
      "\(said)")
    #expect(try report(folder)["C-2"]?.sentiment?.flag == nil)
  }

  @Test func `a ticket that comes in two exports counts once, as the later one says`() throws {
    let folder = try Harbour()
    try folder.write(
      "sources:\n  tickets: [{file: exports/october.csv}, {file: exports/november.csv}]\n", to: "vigie.yml")
    let head = "account_id,ticket_id,opened_on,closed_on,severity,csat,subject\n"
    try folder.write(
      head + "C-1,7001,2026-10-20,,urgent,,Labels do not print\nC-1,7002,2026-10-21,2026-10-25,low,2,Slow\n",
      to: "exports/october.csv")
    try folder.write(head + "C-1,7001,2026-10-20,2026-11-04,urgent,4,Labels do not print\n", to: "exports/november.csv")
    let said = try build(folder)
    #expect(
      said.contains(
        "exports/november.csv:2:5: warning: the ticket '7001' of this account has an earlier row; this later one counts"
      ))
    #expect(try report(folder).portfolio.rows["refused"] == 0)
    let explained = try folder.run("explain", "C-1", "p", "--as-of", Self.day)
    #expect(explained.status == 0)
    // 2 of 100 seats; the mean of 2 and 4; the median of 15 and 4 days.
    for figure in ["2 per 100 seats", "3 of 5", "9.5"] {
      #expect(explained.output.contains(figure), "\(explained.output)")
    }
    let page = try folder.text("site/accounts/c_-1.html")
    #expect(page.components(separatedBy: "Labels do not print").count == 2)
  }

  @Test func `figures that cannot be are named and left out`() throws {
    let folder = try Harbour()
    let table = try folder.text("data/accounts.csv").replacing("30000", with: "-30000").replacing(
      "18000", with: "9500000000000")
    try folder.write(table, to: "data/accounts.csv")
    try folder.write(
      "account_id,date,kind,arr_before,arr_after\nC-1,2026-10-01,contracted,45000,-20000\nC-4,2026-10-01,expanded,36000,30000\n",
      to: "data/outcomes.csv")
    let said = try build(folder)
    #expect(said.contains("data/accounts.csv:3:28: error: arr is '-30000'; write a number of at least 0"), "\(said)")
    #expect(said.contains("data/accounts.csv:4: warning: the arr of 'C-3' is more than 99% of that of all accounts"))
    #expect(said.contains("data/outcomes.csv:2:33: error: arr_after is '-20000'"), "\(said)")
    #expect(said.contains("data/outcomes.csv:3:31: warning: the outcome is 'expanded'"), "\(said)")
    #expect(said.contains("refused 0 and 2 cells"))
    let whole = try report(folder).portfolio
    #expect(whole.arr_unknown == 1 && whole.rows["cells_refused"] == 2)
    let checked = try Program.run(["check", "p", "--as-of", Self.day, "--strict"], in: folder.url)
    #expect(checked.status == 1)
  }

  @Test func `a placeholder in an optional cell costs no customer`() throws {
    let folder = try Harbour()
    let table = try folder.text("data/accounts.csv").replacing("72000", with: "#N/A").replacing(
      "18000,100", with: "18000,NULL")
    try folder.write(table, to: "data/accounts.csv")
    let said = try build(folder)
    #expect(said.contains("refused 0;"), "\(said)")
    let report = try report(folder)
    #expect(report.portfolio.accounts == 4 && report["C-1"]?.arr == nil && report.portfolio.arr_unknown == 1)
    #expect(report.portfolio.rows["cells_refused"] == 0)
    let page = try folder.text("site/data-quality.html")
    #expect(page.contains("<td>arr</td>") || page.contains("arr"), "\(page)")
  }

  @Test func `flags, severities and roles in other people's words are read or named`() throws {
    let folder = try Harbour()
    try folder.write(
      "account_id,date,flag,csm\nC-1,2026-11-09,Amber,\nC-2,2026-11-09,RED,\nC-3,2026-11-09,At risk,\nC-4,2026-11-09,Green,\n",
      to: "data/sentiment.csv")
    try folder.write(
      "account_id,ticket_id,opened_on,severity,csat\nC-1,1,2026-11-02,Urgent,Good\nC-2,2,2026-11-02,P3,0\n",
      to: "data/tickets.csv")
    try folder.write(
      "account_id,name,role\nC-1,Ada,Champion\nC-2,Bo,champion;sponsor\nC-3,Cy,Economic Buyer\n",
      to: "data/contacts.csv")
    let said = try build(folder)
    #expect(
      said.contains("data/sentiment.csv:4:16: error: flag is 'At risk'; write one of: green, yellow, red"), "\(said)")
    for word in ["severity is 'P3'", "csat is 'Good'", "csat is '0'"] { #expect(said.contains(word), "\(said)") }
    #expect(!said.contains("role is"))
    let report = try report(folder)
    #expect(["C-1", "C-2", "C-3", "C-4"].map { report[$0]?.sentiment?.flag } == ["yellow", "red", nil, "green"])
    #expect(report.portfolio.rows["refused"] == 1 && report.portfolio.rows["cells_refused"] == 3)
    #expect(try folder.text("site/accounts/c_-2.html").contains("champion, sponsor"))
  }

  @Test func `one CSM has one page, however the name is written`() throws {
    let folder = try Harbour()
    try folder.write(
      "account_id,name,csm\nC-1,Halden Freight,Iris Vale\nC-2, \"Norby Dental\",Iris\u{A0}Vale \nC-3,Quill Stationers,Sam Okoro\nC-4,Teviot Foods,sam okoro\n",
      to: "data/accounts.csv")
    try build(folder)
    let report = try report(folder)
    #expect(
      ["C-1", "C-2", "C-3", "C-4"].map { report[$0]?.csm } == ["Iris Vale", "Iris Vale", "Sam Okoro", "Sam Okoro"])
    let pages = try folder.files().keys.filter {
      $0.hasPrefix("site/csms/") && $0.hasSuffix(".html") && !$0.hasSuffix("index.html")
    }
    #expect(pages.count == 2, "\(pages)")
    #expect(try folder.text("site/accounts/c_-2.html").contains("<h1>Norby Dental</h1>"))
    let made = try Program.run(
      ["snapshot", "--all", "--csm", "IRIS vale", "p", "--as-of", Self.day, "--for", "internal"], in: folder.url)
    #expect(made.status == 0, "\(made)")
    let snapshots = try folder.files().keys.filter { $0.hasPrefix("snapshots/") && $0.hasSuffix(".html") }
    #expect(snapshots.count == 2, "\(snapshots)")
  }

  @Test func `the column that the settings map counts, and its namesake is told`() throws {
    let folder = try Harbour()
    try folder.write("sources:\n  accounts: [{file: crm.csv, columns: {arr: arr_eur, csm: Owner}}]\n", to: "vigie.yml")
    let rows = Harbour.accounts.map { "\($0.id),\($0.name),x,999,Iris Vale,\($0.arr)\n" }.joined()
    try folder.write("account_id,name,csm,arr,Owner,arr_eur\n" + rows, to: "crm.csv")
    let said = try build(folder)
    #expect(
      said.contains(
        "crm.csv:1:21: warning: the column 'arr' is left out, because the settings take arr from 'arr_eur'"), "\(said)")
    let report = try report(folder)
    #expect(report.portfolio.arr == 165_000 && report["C-1"]?.csm == "Iris Vale")
  }

  @Test func `a mapped header that is twice stops the build, and the pages stay`() throws {
    let folder = try Harbour()
    try folder.write("sources:\n  accounts: [{file: crm.csv, columns: {arr: Amount}}]\n", to: "vigie.yml")
    try folder.write(
      "account_id,name,Amount,Amount,Product,Product\nC-1,Halden Freight,1,72000,Core,Routing\n", to: "crm.csv")
    let outcome = try folder.run("build", "p", "--as-of", Self.day)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("crm.csv:1:24: error: the column 'Amount' stands here twice, as columns 3 and 4"),
      "\(outcome)")
    #expect(outcome.errors.contains("the column 'Product' stands here again; this one is read as 'Product (2)'"))
  }

  @Test func `a merged customer's rows are those of the one that took it over`() throws {
    let folder = try Harbour()
    try folder.write("aliases: {C-4: C-1}\n", to: "vigie.yml")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]).replacing("72000", with: "117000"), to: "data/accounts.csv")
    let said = try build(folder)
    #expect(said.contains("refused 0;"), "\(said)")
    let report = try report(folder)
    #expect(report.portfolio.accounts == 3 && report.portfolio.arr == 165_000)
  }
}
