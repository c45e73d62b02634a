import Findings
import Foundation
import Health
import Portfolio
import Review
import Testing

/// What import finds out about rows and words, and how it names files.
@Suite struct ImportedRowsTests {
  // MARK: - What rows mean

  @Test(arguments: [
    ("Acme Inc.,2026-11-02\nBETA,2026-11-03\n", "  match: name"),
    ("ann@acme.example,2026-11-02\nbob@beta.example,2026-11-03\n", "  match: domain"),
    ("https://www.acme.example/x,2026-11-02\nBETA,2026-11-03\n", "  match: [name, domain]"),
    ("A1,2026-11-02\nB2,2026-11-03\n", ""), ("A1,2026-11-02\nBETA,2026-11-03\n", "  match: [id, name]"),
    ("X9,2026-11-02\n", ""),
  ])
  func `what names the accounts is found out`(rows: String, line: String) throws {
    let text = "account_id,date,flag\n" + rows.split(separator: "\n").map { "\($0),green\n" }.joined()
    let plan = try PortfolioTests.plan(["flags.csv": text], settings: ImportFolder.withAccounts)
    #expect(try only(plan).sourceLines.first { $0.contains("match") } ?? "" == line)
  }

  @Test func `a column of addresses names accounts where that of the account does not`() throws {
    let text = "id,account,created,Requester email\n1,,2026-11-02,ann@acme.example\n2,,2026-11-02,bob@beta.example\n"
    let proposal = try only(plan(["t.csv": text], settings: ImportFolder.withAccounts))
    #expect(proposal.sourceLines.contains("  match: {by: domain, cell: Requester email}"))
    #expect(proposal.reasons.contains("2 of 2 rows name an account so"))
  }

  @Test func `accounts that are imported with the others match their rows`() throws {
    let plan = try PortfolioTests.plan([
      "crm.csv": ImportFolder.crm, "a-flags.csv": "Account,Date,RAG\nBeta,2026-11-02,red\n",
    ])
    #expect(plan.proposals.map(\.table) == [.accounts, .sentiment])
    #expect(plan.proposals[1].sourceLines.contains("  match: name"))
    #expect(plan.previews.map(\.rows.used) == [2, 1])
  }

  @Test func `words are mapped where they are known, and told where they are not`() throws {
    let text =
      "account_id,date,RAG\nA1,2026-11-02,At risk\nA1,2026-11-03,On track\nA1,2026-11-04,purple\nA1,2026-11-05,green\n"
    let proposal = try only(plan(["flags.csv": text]))
    #expect(
      proposal.sourceLines.contains("  values:")
        && proposal.sourceLines.contains("    flag: {At risk: red, On track: green}"))
    #expect(proposal.unknownWords.map(\.column) == ["flag"] && proposal.unknownWords.map(\.words) == [["purple"]])
  }

  @Test func `prospects are left out where a column says who is a customer`() throws {
    let text = "Account ID,Account Name,Type\nA1,Acme,Customer\nB2,Beta,Prospect\nC3,Gamma,Partner\n"
    let plan = try PortfolioTests.plan(["crm.csv": text])
    let proposal = try only(plan)
    #expect(proposal.sourceLines.contains("  where: {Type: [Customer]}"))
    #expect(proposal.reasons.contains("rows whose Type is Partner, Prospect are no customers and left out"))
    #expect(plan.previews.map(\.rows.leftOut) == [2])
  }

  @Test func `the currency that stands beside every amount is written, unless one is there`() throws {
    let text = "Account ID,Account Name,ARR\nA1,Acme,$5\nB2,Beta,$7\n"
    #expect(try plan(["crm.csv": text]).settings?.contains("currency: USD\n") == true)
    #expect(try plan(["crm.csv": text], settings: "currency: CAD\n").settings?.contains("USD") == false)
    #expect(try plan(["crm.csv": text.replacing("$7", with: "€7")]).settings?.contains("currency") == false)
  }

  @Test func `notes that mostly are HTML are read without its marks`() throws {
    let text =
      "account_id,date,type,notes\nA1,2026-11-02,call,<p>Went well</p>\nA1,2026-11-03,call,<p>Bad</p>\nA1,2026-11-04,call,\n"
    let plan = try PortfolioTests.plan(["calls.csv": text])
    #expect(try only(plan).sourceLines.contains("  html: [note]"))
  }

  @Test func `events of users are counted by week`() throws {
    let text = "timestamp,company,user_id,event\n2026-11-02T09:00:00Z,A1,u1,login\n2026-11-08T09:00:00Z,A1,u2,login\n"
    let plan = try PortfolioTests.plan(["events.csv": text])
    let proposal = try only(plan)
    #expect(proposal.fileLines == ["events: {file: exports/events.csv}"])
    #expect(
      proposal.sourceLines == [
        "- query: |", "    select company as account_id, week(day(timestamp)) as date,",
        "      count(distinct user_id) as weekly_active_users", "    from events",
        "    where week(day(timestamp)) <= date((select max(day(timestamp)) from events), '+2 days')",
        "    group by 1, 2",
      ])
    #expect(proposal.unused == ["event"])
  }

  // MARK: - Files

  @Test(arguments: [
    ("tickets-2026-11-16.csv", "exports/tickets-*.csv"), ("report1700000000000.csv", "exports/report*.csv"),
    ("crm (2).csv", "exports/crm (2).csv"), ("crm-16112026.csv", "exports/crm-16112026.csv"),
    ("crm_20261116_093000.csv", "exports/crm_*.csv"),
    ("2026-11-16.csv", "exports/2026-11-16.csv"),
    ("crm-v2.csv", "exports/crm-v2.csv"), ("crm 2026-11.csv", "exports/crm *.csv"),
  ])
  func `a file is named by a pattern that later exports fit`(name: String, pattern: String) throws {
    #expect(try only(plan([name: ImportFolder.crm])).file == pattern)
  }

  @Test func `a file that the settings read is known, by its name or by its pattern`() throws {
    let plan = try PortfolioTests.plan(["crm.csv": ImportFolder.crm], settings: ImportFolder.withAccounts)
    #expect(try only(plan).isKnown && only(plan).table == .accounts && !plan.isReady)
    let settings = ImportFolder.withAccounts.replacing("crm.csv", with: "customers-*.csv")
    let later = try PortfolioTests.plan(["customers-2026-11-16.csv": ImportFolder.crm], settings: settings)
    #expect(try only(later).isKnown && only(later).reasons == ["the settings read it already"])
  }

  @Test func `settings that are written in one line are left as they are`() throws {
    let plan = try PortfolioTests.plan(
      ["flags.csv": "account_id,date,RAG\nA1,2026-11-02,red\n"], settings: "sources: {goals: [{file: g.csv}]}\n")
    #expect(plan.settings == nil && !plan.isReady && plan.questions.isEmpty)
  }

  @Test func `settings with line breaks of Windows get the entry as others do`() throws {
    let settings = ImportFolder.withAccounts.replacing("\n", with: "\r\n")
    let plan = try PortfolioTests.plan(["flags.csv": "account_id,date,RAG\nA1,2026-11-02,red\n"], settings: settings)
    #expect(plan.findings.map(\.description) == [] && plan.isReady)
  }

  @Test func `settings with a fault are not written`() throws {
    let plan = try PortfolioTests.plan(["crm.csv": ImportFolder.crm], settings: "titel: x\nsources: {accounts: 5}\n")
    #expect(!plan.isReady && plan.findings.contains { $0.severity == .error })
  }
}

/// Several exports of one kind, and files that only look like one.
@Suite struct ExportsOfAKindTests {
  private static let old = "Ticket ID,Organization,Created at,Priority\n1,A1,2026-11-02,high\n2,B2,2026-11-03,low\n"
  private static let new = old + "3,A1,2026-11-10,high\n"
  private static let others = "Ticket ID,Organization,Created at,Priority\n4,A1,2026-10-02,high\n5,B2,2026-10-03,low\n"

  @Test func `of exports that repeat one another the newest is read, by a pattern`() throws {
    let plan = try PortfolioTests.plan(["tickets-2026-11-09.csv": Self.old, "tickets-2026-11-16.csv": Self.new])
    #expect(plan.proposals.filter { !$0.isKnown }.map(\.file) == ["exports/tickets-*.csv"])
    #expect(
      plan.proposals.filter(\.isKnown).map(\.reasons) == [
        ["an older export of the same kind; exports/tickets-2026-11-16.csv is read"]
      ])
    #expect(plan.previews.map(\.rows.read) == [3])
  }

  @Test func `of exports with rows of their own each is read, by its name`() throws {
    let plan = try PortfolioTests.plan(["tickets-2026-10.csv": Self.others, "tickets-2026-11.csv": Self.new])
    #expect(plan.proposals.map(\.file) == ["exports/tickets-2026-10.csv", "exports/tickets-2026-11.csv"])
    #expect(plan.previews.map(\.rows.read) == [2, 3])
  }

  @Test func `a pattern that would mean a file of another kind is not made`() throws {
    let plan = try PortfolioTests.plan([
      "tickets-2026-11-16.csv": Self.new, "tickets-us-2026-11-16.csv": "Key,Words\n1,x\n",
    ])
    #expect(plan.proposals.map(\.file) == ["exports/tickets-2026-11-16.csv"] && plan.strangers.count == 1)
  }

  @Test(arguments: [
    "account_id,date,weekly_active_users\nA1,2026-11-15,5\n", "account_id,date,measure,value\nA1,2026-11-15,logins,5\n",
    "Account ID,Date,NPS\nA1,2026-11-15,9\n", "Account ID,Week,Active Users,Logins\nA1,2026-11-15,5,7\n",
  ])
  func `usage is no contact`(text: String) throws {
    #expect(try only(plan(["usage.csv": text])).table == .measures)
  }

  @Test(arguments: [
    "Invoice No,Customer,Invoice Date,Due Date,Amount\n7,A1,2026-11-15,2026-12-15,100\n",
    "Account,Due date,Task,Assigned to\nA1,2026-11-15,Call them,Kim\n",
    "Account ID,Opportunity,Stage,Amount,Close Date\nA1,seats,Closed Lost,12000,2026-09-30\n",
    "Account ID,Date,CSM Rating\nA1,2026-11-15,fair\n",
  ])
  func `an account and a day alone make nothing of a row`(text: String) throws {
    let plan = try PortfolioTests.plan(["x.csv": text])
    #expect(plan.proposals.isEmpty && plan.strangers.count == 1 && !plan.isReady)
  }
}
