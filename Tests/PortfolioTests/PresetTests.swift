import Foundation
import Health
import Presets
import Review
import SQLite
import Testing

@testable import Portfolio

/// The layouts of other programs that come with Vigie, each on a made-up export.
@Suite struct PresetTests {
  private let accounts = [
    "data/accounts.csv": "account_id,name,website\nA1,Acme,acme.example\nB2,Beta,beta.example\n"
  ]

  @Test func `reports of Salesforce on accounts end before their footer`() throws {
    let read = try PresetExport.salesforceAccounts.read()
    #expect(
      read.accounts == [
        "001A0000006Vm9r, Résidences Clairval SA, Hélène Vasseur, 62000.0, 2022-01-10, 2027-01-10, –",
        "001A0000006Vm9s, Østerkær, Björn Åkerlind, 0.0, 2022-03-07, –, 2026-11-02",
      ])
    #expect(read.column("employees") == ["1,880", "640"] && read.column("Type") == ["Customer", "Customer"])
    #expect(read.rows.leftOut == 3 && read.rows.refused == 0 && read.rows.cellsRefused == 0)
    #expect(read.findings(of: "exports/") == [])
  }

  @Test func `of opportunities the outcomes are made, and additions come on top of the contract`() throws {
    let read = try PresetExport.salesforceOpportunities.read(accounts)
    #expect(
      read.outcomes == [
        "A1, 2024-06-01, expanded, 100000.0, 120000.0, –", "A1, 2025-01-10, contracted, 120000.0, 110000.0, –",
        "A1, 2026-01-10, churned, 110000.0, 0.0, Price", "B2, 2026-03-01, expanded, –, –, –",
      ])
    #expect(read.rows.refused == 0 && read.findings(of: "exports/") == [])
  }

  @Test func `activities of Salesforce name their accounts by name, and tasks are no contact of a kind`() throws {
    let read = try PresetExport.salesforceActivities.read(accounts)
    #expect(
      read.touchpoints == [
        "A1, 2026-11-02, call, Kim, Ann, Went\nwell", "A1, 2026-11-04, –, Kim, –, Slides",
        "B2, 2026-11-03, email, Kim, –, –",
      ])
    #expect(
      read.findings(of: "exports/") == [
        "exports/report-activities.csv:6:18: error: no account has the account_id 'Gamma'"
      ])
  }

  @Test func `companies of HubSpot are read in English and in French`() throws {
    let english = try PresetExport.hubspotCompanies.read()
    #expect(
      english.accounts == [
        "9012345678, Acme, Kim Lee, 48000.0, 2022-03-04, 2027-01-31, –",
        "9012345679, Beta, Inc., –, –, 2023-05-06, –, –",
      ])
    #expect(english.column("domain") == ["acme.example", "beta.example"])
    #expect(english.findings(of: "exports/") == [])
    let french = try PresetExport.hubspotFrench.read()
    #expect(french.accounts == ["9012345678, Les Ateliers, Zoé Lee, –, 2022-03-04, –, –"])
    #expect(french.column("employees") == ["12,0"] && french.findings(of: "exports/") == [])
  }

  @Test func `deals of HubSpot that are closed are outcomes, but for new business`() throws {
    let read = try PresetExport.hubspotDeals.read(accounts)
    #expect(
      read.outcomes == [
        "A1, 2026-02-01, renewed, –, 48000.0, –", "A1, 2026-03-01, expanded, –, –, –",
        "B2, 2026-04-01, churned, –, 0.0, Price",
      ])
    #expect(read.findings(of: "exports/") == [])
  }

  @Test func `tickets of HubSpot name a company by its id or its name`() throws {
    let read = try PresetExport.hubspotTickets.read(accounts)
    #expect(
      read.tickets == [
        "A1, 77, 2026-11-01, 2026-11-02, high, –, Cannot log in", "A1, 78, 2026-11-03, –, –, –, Invoice",
      ])
    #expect(read.findings(of: "exports/") == [])
  }

  @Test func `tickets of Zendesk name a customer by name, or by the domain of whoever asked`() throws {
    let read = try PresetExport.zendesk.read(accounts)
    #expect(
      read.tickets == [
        "A1, 48213, 2025-11-17, 2025-11-18, urgent, 5.0, Absences, moved by one day",
        "B2, 48214, 2025-11-18, –, low, –, Printer", "B2, 48215, 2025-11-19, 2025-11-20, –, 1.0, Help",
      ])
    #expect(read.findings(of: "exports/") == [])
    let feed = try #require(read.portfolio?.quality.feeds.first { $0.table == .tickets })
    #expect(feed.matches.map(\.rows) == [2, 1])
  }

  @Test func `subscriptions of Stripe become one account a customer, in the portfolio's currency`() throws {
    let read = try PresetExport.stripe.read(settings: "currency: EUR\nfx: {USD: 0.5}\n")
    #expect(
      read.accounts == [
        "cus_A, Acme, –, 1688.0, 2024-01-15, 2027-02-01, –", "cus_B, Beta Ltd, –, 360.0, 2023-01-01, –, 2024-01-01",
        "cus_D, Delta, –, –, 2026-01-01, 2026-12-01, –",
      ])
    #expect(read.column("seats") == ["11.0", nil, "1.0"])
    #expect(read.column("domain") == ["ann@acme.example", nil, nil])
  }

  @Test func `issues of Jira have their organisations in columns of one name`() throws {
    let read = try PresetExport.jira.read(accounts)
    #expect(
      read.tickets == [
        "A1, SUP-1, 2026-02-25, 2026-02-26, urgent, 4.0, He said \"no\"", "B2, SUP-2, 2026-02-25, –, normal, –, Slow",
      ])
    #expect(
      read.findings.contains(
        "exports/jira.csv:4:52: error: the row has 'Acme' and 'Beta' in columns of the same name, and account_id is one of them"
      ), "\(read.findings)")
    #expect(read.rows.refused == 1)
  }

  @Test func `tickets of Freshdesk are closed when they are resolved`() throws {
    let read = try PresetExport.freshdesk.read(accounts)
    #expect(
      read.tickets == [
        "A1, 501, 2026-11-01, 2026-11-03, normal, –, Slow", "B2, 502, 2026-11-05, –, urgent, 5.0, Broken",
      ])
    #expect(read.findings(of: "exports/") == [])
  }

  @Test func `companies of Gainsight that left are no customers, and updates of its timeline no contact`() throws {
    let companies = try PresetExport.gainsightCompanies.read()
    #expect(companies.accounts == ["1P02A, Acme, Kim, 36000.0, 2022-01-31, 2027-01-31, –"])
    #expect(companies.rows.leftOut == 1)
    #expect(companies.findings(of: "exports/") == [])
    let timeline = try PresetExport.gainsightTimeline.read(accounts)
    #expect(
      timeline.touchpoints == [
        "A1, 2026-11-13, meeting, Kim, –, Explained what happened. Tea & calm.", "B2, 2026-11-14, qbr, Kim, –, –",
      ])
    #expect(timeline.rows.leftOut == 1 && timeline.findings(of: "exports/") == [])
  }

  @Test func `accounts of ChurnZero bring their seats`() throws {
    let read = try PresetExport.churnzero.read()
    #expect(
      read.accounts == [
        "A1, Acme, kim, 24000.5, 2022-02-01, 2027-01-31, –", "B2, Beta, –, 0.0, 2020-01-01, –, 2026-01-31",
      ])
    #expect(read.column("seats") == ["25", nil])
    #expect(read.findings(of: "exports/") == [])
  }

  @Test func `clients of ClientSuccess that have terminated are left out`() throws {
    let clients = try PresetExport.clientsuccessClients.read()
    #expect(
      clients.accounts == [
        "001A0000006Vm9rIAC, Acme, kim@vendor.example, –, 2022-02-01, –, –",
        "001A0000006Vm9tIAC, Gamma, –, –, –, –, –",
      ])
    #expect(clients.rows.leftOut == 1)
    let contacts = try PresetExport.clientsuccessContacts.read(accounts)
    #expect(contacts.contacts == ["A1, Ada, ", "A1, Bob, "] && contacts.findings(of: "exports/") == [])
  }

  // MARK: - Warehouses

  /// Reads a table from a database that some statements make.
  private func read(_ preset: String, _ table: Table, _ statements: String) throws -> Loaded {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("warehouse-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Database(path, .writing).execute(statements)
    let settings = "sources:\n  \(table.rawValue): [{sqlite: w.db, preset: \(preset)}]\n"
    var files = table == .accounts ? [:] : accounts.mapValues { Data($0.utf8) }
    files["w.db"] = try Data(contentsOf: URL(filePath: path))
    files["vigie.yml"] = Data(settings.utf8)
    files["data/measures.csv"] = Data("account_id,date,logins\n".utf8)
    return try loaded(bytes: files)
  }

  @Test func `Salesforce in a warehouse is read without what is deleted`() throws {
    let statements = """
      create table user (id, name);
      insert into user values ('U1', 'Kim');
      create table account (id, name, owner_id, industry, number_of_employees, website, is_deleted);
      insert into account values ('A1', 'Acme', 'U1', 'Retail', 12, 'https://acme.example', 'false'),
        ('B2', 'Beta', null, null, null, null, 0), ('C3', 'Gone', 'U1', null, null, null, 'TRUE');
      create table task (account_id, activity_date, task_subtype, type, subject);
      insert into task values ('A1', '2026-11-02 00:00:00', 'Call', null, 'Check-in'),
        ('A1', '2026-11-03', null, 'Email', 'Offer'), ('A1', '2026-11-04', 'Task', null, 'Slides'),
        (null, '2026-11-05', 'Call', null, 'Nobody');
      create table event (account_id, activity_date, subject);
      insert into event values ('B2', '2026-11-06', 'Kick-off');
      create table contact (account_id, name, title);
      insert into contact values ('A1', 'Ada', 'CTO'), (null, 'Nobody', null);
      """
    let customers = try read("fivetran-salesforce", .accounts, statements)
    #expect(customers.accounts == ["A1, Acme, Kim, –, –, –, –", "B2, Beta, –, –, –, –, –"])
    #expect(customers.column("website") == ["https://acme.example", nil])
    #expect(
      try read("fivetran-salesforce", .touchpoints, statements).touchpoints == [
        "A1, 2026-11-02, call, –, –, Check-in", "A1, 2026-11-03, email, –, –, Offer",
        "B2, 2026-11-06, meeting, –, –, Kick-off",
      ])
    #expect(try read("fivetran-salesforce", .contacts, statements).contacts == ["A1, Ada, "])
  }

  @Test func `HubSpot in a warehouse is read without what is deleted`() throws {
    let statements = """
      create table owner (owner_id, first_name, last_name);
      insert into owner values (7, 'Kim', 'Lee'), (8, null, 'Ray');
      create table company (id, property_name, property_hubspot_owner_id, property_industry, is_deleted);
      insert into company values ('A1', 'Acme', 7, 'Retail', 0), ('B2', 'Beta', 8, null, null), ('C3', 'Gone', 7, null, 1);
      create table ticket (id, property_createdate, property_closed_date, property_hs_ticket_priority,
        property_subject, is_deleted);
      insert into ticket values (1, '2026-11-01 08:00:00', '2026-11-02 08:00:00', 'HIGH', 'Slow', 'false'),
        (2, '2026-11-01 08:00:00', null, null, 'Gone', 'true');
      create table ticket_company (ticket_id, company_id);
      insert into ticket_company values (1, 'A1'), (2, 'A1');
      """
    #expect(
      try read("fivetran-hubspot", .accounts, statements).accounts
        == ["A1, Acme, Kim Lee, –, –, –, –", "B2, Beta, Ray, –, –, –, –"])
    #expect(
      try read("fivetran-hubspot", .tickets, statements).tickets == ["A1, 1, 2026-11-01, 2026-11-02, high, –, Slow"])
  }

  @Test func `Zendesk in a warehouse knows when a ticket was solved from its history`() throws {
    let read = try read(
      "fivetran-zendesk", .tickets,
      """
      create table organization (id, name, external_id);
      insert into organization values (1, 'Acme', 'A1'), (2, 'Beta GmbH', null);
      create table ticket (id, organization_id, created_at, status, priority, subject);
      insert into ticket values (11, 1, '2026-11-01 08:00:00', 'closed', 'urgent', 'Slow'),
        (12, 2, '2026-11-02 08:00:00', 'open', null, 'Help'), (13, 1, '2026-11-03 08:00:00', 'deleted', null, 'Gone');
      create table ticket_field_history (ticket_id, field_name, value, updated);
      insert into ticket_field_history values (11, 'status', 'solved', '2026-11-02 08:00:00'),
        (11, 'status', 'open', '2026-11-03 08:00:00'), (11, 'status', 'solved', '2026-11-04 08:00:00');
      """)
    #expect(
      read.tickets == [
        "A1, 11, 2026-11-01, 2026-11-04, urgent, –, Slow", "B2, 12, 2026-11-02, –, –, –, Help",
      ])
  }

  @Test func `Stripe in a warehouse counts what runs, in a year`() throws {
    let read = try read(
      "fivetran-stripe", .accounts,
      """
      create table customer (id, name);
      insert into customer values ('cus_A', 'Acme'), ('cus_B', 'Beta');
      create table plan (id, amount, interval, interval_count);
      insert into plan values ('seat', 1000, 'month', 1), ('quarter', 30000, 'month', 3);
      create table subscription_item (subscription_id, plan_id, quantity);
      insert into subscription_item values ('s1', 'seat', 10), ('s2', 'quarter', 1), ('s3', 'seat', 1);
      create table subscription_history (id, customer_id, current_period_end, created, status, ended_at,
        _fivetran_active);
      insert into subscription_history values
        ('s1', 'cus_A', '2026-12-15 00:00:00', '2024-01-15 00:00:00', 'active', null, 'TRUE'),
        ('s1', 'cus_A', '2025-12-15 00:00:00', '2024-01-15 00:00:00', 'active', null, 'FALSE'),
        ('s2', 'cus_A', '2027-01-01 00:00:00', '2025-01-01 00:00:00', 'past_due', null, 1),
        ('s3', 'cus_B', '2025-01-01 00:00:00', '2023-01-01 00:00:00', 'canceled', '2025-01-01 00:00:00', 1);
      """)
    #expect(
      read.accounts == [
        "cus_A, Acme, –, 2400.0, 2024-01-15, 2027-01-01, –", "cus_B, Beta, –, 120.0, 2023-01-01, –, 2025-01-01",
      ])
  }
}
