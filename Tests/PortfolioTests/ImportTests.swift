import Findings
import Foundation
import Health
import Portfolio
import Review
import Testing

/// What import finds out about files, and what it asks.
@Suite struct ImportTests {
  // MARK: - Recognition

  @Test func `a file is known by what its columns are called, and gets the entry that reads it`() throws {
    let plan = try PortfolioTests.plan(["crm.csv": ImportFolder.crm])
    let proposal = try only(plan)
    #expect(proposal.table == .accounts)
    #expect(proposal.reasons == ["its columns are called as those of accounts are in other exports"])
    #expect(
      proposal.sourceLines == [
        "- file: exports/crm.csv", "  columns:", "    account_id: Account ID", "    name: Account Name",
        "    csm: Owner",
        "    renews_on: Renewal Date",
      ])
    #expect(plan.questions.isEmpty && plan.isReady && plan.strangers.isEmpty && plan.findings.isEmpty)
    let preview = try #require(plan.previews.first)
    #expect(preview.rows.used == 2 && preview.rows.read == 2)
    #expect(
      preview.first.map { $0.map { "\($0.column)=\($0.value)" }.joined(separator: " ") } == [
        "account_id=A1 name=Acme csm=Kim arr=1000.0 renews_on=2027-01-31",
        "account_id=B2 name=Beta GmbH csm=Kim arr=2000.0 renews_on=2027-02-28",
      ])
  }

  @Test(arguments: [
    ("Account,Checked on,RAG\nA1,2026-11-02,green\n", Table.sentiment),
    ("Key,Account,Created,Priority\nT1,A1,2026-11-02,high\n", .tickets),
    ("Account,Activity Date,Type\nA1,2026-11-02,call\n", .touchpoints),
    ("Company,Contact name\nA1,Ada\n", .contacts),
    ("Account,Effective date,Outcome,New ARR\nA1,2026-11-02,renewed,5\n", .outcomes),
    ("Client,Semaine,Connexions\nA1,2026-11-02,5\n", .measures),
    ("Kundennummer,Firma,Jahresumsatz,Vertragsende\nA1,Acme,5,2026-11-02\n", .accounts),
    ("Numéro client,Raison sociale,Échéance\nA1,Acme,2026-11-02\n", .accounts),
    ("timestamp,company,user_id\n2026-11-02T09:00:00Z,A1,u1\n", .measures),
  ])
  func `tables are told apart in English, French and German`(text: String, table: Table) throws {
    #expect(try only(plan(["file.csv": text])).table == table)
  }

  @Test func `a file that nobody can make out is named with what to do`() throws {
    let plan = try PortfolioTests.plan(["x.csv": "alpha,beta\n1,2\n"])
    #expect(plan.proposals.isEmpty && !plan.isReady)
    #expect(
      plan.strangers.map(\.reason.description) == [
        "exports/x.csv: error: what it holds cannot be told from its columns (alpha, beta); say it with --as, such as --as tickets, or name its columns under sources in vigie.yml"
      ])
  }

  @Test func `what a person says decides: the table, or the preset`() throws {
    var answers = ImportAnswers()
    answers.table = .sentiment
    let text = "Account,Date,Status,Type\nA1,2026-11-02,green,x\n"
    #expect(try only(plan(["x.csv": text], answers)).table == .sentiment)
    answers.table = .tickets
    answers.preset = "zendesk"
    let proposal = try only(plan(["x.csv": "Organization,Id,Created at\nAcme,1,2026-11-02\n"], answers))
    #expect(proposal.sourceLines == ["- file: exports/x.csv", "  preset: zendesk"])
  }

  @Test func `a layout of the portfolio's own is known as those that come with Vigie are`() throws {
    let preset = """
      title: Our desk
      seen: our export
      tables:
        tickets:
          recognise: [[Case], [Customer no], [Opened, Begun]]
          columns: {account_id: Customer no, ticket_id: Case, opened_on: [Opened, Begun]}
      """
    let files = [
      "presets/desk.yml": Data(preset.utf8), "exports/desk.csv": Data("Case,Customer no,Begun\n1,A1,2026-11-02\n".utf8),
    ]
    try withFolder(files) { folder in
      let plan = importPlan(
        of: ["\(folder)/exports/desk.csv"], into: folder, asOf: today, answers: ImportAnswers(), languages: languages)
      let proposal = try only(plan)
      #expect(proposal.reasons == ["it has the columns of Our desk"])
      #expect(proposal.sourceLines == ["- file: exports/desk.csv", "  preset: desk"])
    }
  }

  // MARK: - Questions

  @Test func `days that can be read in two ways are asked, with what each makes of a cell`() throws {
    let text = "Account,Checked on,RAG\nA1,03/04/2026,green\nB2,05/06/2026,red\n"
    let asked = try plan(["flags.csv": text])
    let question = try #require(asked.questions.first)
    #expect(asked.questions.count == 1 && !asked.isReady && asked.previews.isEmpty)
    #expect(question.option == "--date-format")
    #expect(question.text == "in which order are day and month in exports/flags.csv?")
    #expect(
      question.choices.map { "\($0.options): \($0.meaning)" } == [
        "--date-format dd/MM/yyyy: 03/04/2026 is 2026-04-03", "--date-format MM/dd/yyyy: 03/04/2026 is 2026-03-04",
      ])
    var answers = ImportAnswers()
    answers.take(question, 1)
    let answered = try plan(["flags.csv": text], answers)
    #expect(answered.isReady && answered.settings?.contains("date_format: MM/dd/yyyy\n") == true)
  }

  @Test func `days that can be read in one way are not asked`() throws {
    for (cells, line) in [
      ("13/04/2026,05/06/2026", "  date_format: dd/MM/yyyy"), ("04/13/2026,05/06/2026", "  date_format: MM/dd/yyyy"),
      ("2026-04-13,2026-06-05", ""), ("13.04.2026,5.6.2026", "  date_format: d.M.yyyy"),
      ("\"Apr 13, 2026\",\"Jun 5, 2026\"", "  date_format: \"MMM d, yyyy\""),
      ("1790000000,1780000000", "  date_format: unix"),
      ("05/05/2026,06/06/2026", "  date_format: dd/MM/yyyy"),
    ] {
      let rows = cells.matches(of: /"[^"]*"|[^,]+/).enumerated().map { "A\($0.offset),\($0.element.output),green\n" }
      let proposal = try only(plan(["flags.csv": "account_id,date,RAG\n" + rows.joined()]))
      #expect(proposal.questions.isEmpty, "\(cells)")
      #expect(proposal.sourceLines.first { $0.contains("date_format") } ?? "" == line, "\(cells)")
    }
  }

  @Test func `days of several kinds get the list that reads them`() throws {
    let text = "account_id,date,RAG\nA,2026-04-13,green\nB,13 Apr 2026,red\nC,14 Apr 2026,red\n"
    #expect(
      try only(plan(["flags.csv": text])).sourceLines.contains("  date_format: [d MMM yyyy, yyyy-MM-dd]"))
  }

  @Test func `numbers that can be read in two ways are asked`() throws {
    let text = "account_id;name;ARR\nA1;Acme;1.250\nB2;Beta;84.000\n"
    let asked = try plan(["crm.csv": text])
    let question = try #require(asked.questions.first)
    #expect(question.option == "--decimal, --thousands")
    #expect(
      question.choices.map { "\($0.options): \($0.meaning)" } == [
        "--decimal \".\": 1.250 is 1.25", "--decimal \",\" --thousands \".\": 1.250 is 1250.0",
      ])
    var answers = ImportAnswers()
    answers.take(question, 1)
    let answered = try plan(["crm.csv": text], answers)
    #expect(
      answered.questions.isEmpty && answered.previews.first?.first.first?.contains { $0.value == "1250.0" } == true)
  }

  @Test(arguments: [
    ("\"1,250\",\"1,250.5\"", ["  thousands: \",\""]), ("1250,3", []), ("$5,€7", []),
    ("\"1.250,5\",\"3\"", ["  decimal: \",\"", "  thousands: \".\""]), ("12k,(3)", []),
    ("\"12,5\",\"3\"", ["  decimal: \",\""]), ("1 250,4", ["  thousands: \" \""]),
  ])
  func `signs of numbers are found where they show themselves`(cells: String, lines: [String]) throws {
    let rows = cells.matches(of: /"[^"]*"|[^,]+/).enumerated().map { "A\($0.offset),N,\($0.element.output)\n" }
    let proposal = try only(plan(["crm.csv": "account_id,name,ARR\n" + rows.joined()]))
    #expect(proposal.sourceLines.filter { $0.contains("decimal") || $0.contains("thousands") } == lines)
    #expect(proposal.questions.isEmpty)
  }

  @Test func `a file that can be two tables is asked, and the answer decides`() throws {
    let text = "account_id,date,kind\nA1,2026-11-02,renewed\n"
    let asked = try plan(["x.csv": text])
    let question = try #require(asked.questions.first)
    #expect(question.option == "--as" && question.choices.count > 1)
    for (index, choice) in question.choices.enumerated() {
      var answers = ImportAnswers()
      answers.take(question, index)
      #expect(choice.options == "--as \(try only(plan(["x.csv": text], answers)).table.rawValue)")
    }
  }

  // MARK: - Bytes and sheets

  @Test func `encodings are found, and said where the file does not show them`() throws {
    let text = "Account ID,Account Name,Owner\nA1,Société Générale,Zoé\n"
    let windows = try only(plan(bytes: ["crm.csv": latin(text)]))
    #expect(windows.sourceLines.contains("  encoding: windows-1252"))
    let marked = Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())
    #expect(try only(plan(bytes: ["crm.csv": marked])).sourceLines.contains { $0.contains("encoding") } == false)
    let unmarked = text.data(using: .utf16LittleEndian) ?? Data()
    #expect(try only(plan(bytes: ["crm.csv": unmarked])).sourceLines.contains("  encoding: utf-16"))
    var answers = ImportAnswers()
    answers.encoding = "iso-8859-15"
    #expect(try only(plan(bytes: ["crm.csv": latin(text)], answers)).sourceLines.contains("  encoding: iso-8859-15"))
  }

  @Test func `every sheet that can be seen is looked at, and a hidden one where it is named`() throws {
    let flags: [[WorkbookBytes.Cell]] = [
      ["Flags of the team"], ["Account", "Checked on", "RAG"], ["A1", .day(46_328), "green"],
      ["B2", .day(46_329), "red"],
    ]
    let crm: [[WorkbookBytes.Cell]] = [
      ["Account ID", "Account Name", "ARR"], ["A1", "Acme", .number(1250.5)], ["B2", "Beta", .number(3)],
    ]
    let book = try WorkbookBytes.of([
      ("Flags", false, flags), ("Notes", false, [["Remember"]]), ("CRM: all", false, crm), ("Old", true, flags),
    ])
    let found = try plan(bytes: ["team.xlsx": book])
    #expect(found.proposals.map(\.table) == [.accounts, .sentiment] && found.strangers.isEmpty)
    #expect(found.proposals[0].sourceLines.prefix(2) == ["- file: exports/team.xlsx", "  sheet: \"CRM: all\""])
    // What a workbook calls a day or a number needs no format.
    #expect(
      found.proposals[1].sourceLines == [
        "- file: exports/team.xlsx", "  sheet: Flags", "  columns:", "    account_id: Account", "    date: Checked on",
        "    flag: RAG",
      ])
    #expect(found.previews.map(\.rows.used) == [2, 2])
    #expect(found.previews[1].first.first?.map(\.value) == ["A1", "2026-11-02", "green"])
    var answers = ImportAnswers()
    answers.sheet = "Old"
    #expect(try only(plan(bytes: ["team.xlsx": book], answers)).sourceLines.contains("  sheet: Old"))
  }
}
