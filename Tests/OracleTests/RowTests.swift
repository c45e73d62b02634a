import Testing

@testable import Oracle

@Suite struct `Rows and cells by hand` {
  @Test(arguments: [
    (" a\u{a0}", "a"), ("\u{200b}a\u{2060}\u{feff}", "a"), ("a \n\u{3000} b", "a b"), ("a\u{200d}b", "a\u{200d}b"),
    ("#N/A", ""), (" – ", ""), ("NaN", ""), ("nan", "nan"), ("#n/a", "#n/a"), ("--", "--"), ("\u{200b}", ""),
  ])
  func `blanks and placeholders`(_ cell: String, _ expected: String) {
    #expect(Array(cleaned(cell).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("12k", 12_000), ("1.1 M", 1_100_000), ("€5", 5), ("5 €", 5), ("EUR 5", 5), ("$5 USD", 5), ("(5)", -5),
    ("(€5)", -5),
    ("−5", -5), ("5-", -5), ("- 5", -5), ("+5", 5), ("57%", 0.57), ("57 %", 0.57), ("(5%)", -0.05), ("-12k", -12_000),
    ("€1.2m", 1_200_000), (".5", 0.5), ("1e3", 1000), ("1,000", nil), ("1 000", nil), ("(5", nil), ("5)", nil),
    ("-(5)", nil), ("--5", nil), ("€5%", nil), ("€5 USD", nil), ("€€5", nil), ("5 EUR EUR", nil), ("5kk", nil),
    ("about 5", nil), ("0x1F", nil), ("€", nil), ("", nil), ("€1e3", nil), ("5 of 6", nil),
  ])
  func `a number may have signs around its digits`(text: String, number: Double?) {
    #expect(writtenNumber(text) == number)
  }

  @Test func `names are equal without case and in one normal form`() {
    #expect(folded("Zoe\u{308}") == folded("ZO\u{cb}"))
    #expect(folded("Straße") == folded("STRASSE"))
    #expect(folded("ΟΔΟΣ") == folded("οδος"))
    #expect(folded("ıI") != folded("ii"))
    #expect(folded("Zoe") != folded("Zoë"))
  }

  @Test func `an optional cell is refused alone, and bad news is assumed`() throws {
    let world = try world([
      "data/accounts.csv": """
      account_id,name,arr,employees,seats,started_on,renews_on,ended_on,tier
      a,A,-1,many,-1,soon,2026-02-30,never,x
      b,B,n/a,9,0,-,,NULL,—

      """,
      "data/risks.csv": "account_id,seen_on,kind,severity,closed_on\na,2026-11-01,other,6,soon\na,2026-11-01,other,,\n",
      "data/tickets.csv":
        "account_id,ticket_id,opened_on,closed_on,severity,csat\na,1,2026-11-01,soon,P1,0\na,2,2026-11-01,,,3\n",
      "data/contacts.csv":
        "account_id,name,role,since,left_on\na,P,champion,soon,\na,Q,champion,,soon\na,R,boss; Champion ,,\n",
      "data/goals.csv": "account_id,goal,baseline,due_on,met_on\na,x,ten,soon,\na,y,1,2027-01-01,2026-11-01\n",
      "data/touchpoints.csv": "account_id,date,kind\na,2026-11-01,fax\na,2026-11-01,QBR\n",
      "data/outcomes.csv":
        "account_id,date,kind,arr_before,arr_after,notice_on,avoidable\na,2026-11-01,Expanded,-5,-5,soon,perhaps\n",
    ])
    let a = world.portfolio.accounts[0]
    #expect(a.arr == nil)
    #expect([a.startedOn, a.renewsOn, a.endedOn] == [nil, nil, nil])
    #expect(a.columns["seats"] == nil)
    #expect(a.columns["tier"] == "x")
    #expect(world.portfolio.accounts[1].columns == ["account_id": "b", "name": "B", "employees": "9", "seats": "0"])
    #expect(a.risks.map(\.severity) == [5, 3])
    #expect(world.openRisks(of: a, on: world.asOf).count == 2)
    let derived = ["urgent_tickets_90d", "open_tickets", "csat_90d", "champions", "goals_met"] as [Name]
    // P, since nobody knows when, and R; of two goals one is due and the other is met.
    #expect(derived.map { world.derived($0, of: a, on: world.asOf) } == [1, 2, 3, 2, 0.5])
    #expect(a.outcomes.map(\.arrBefore) == [-5])
    #expect(a.outcomes.map(\.arrAfter) == [nil])
    #expect(world.portfolio.rows.refused == 0)
    #expect(world.portfolio.rows.refusedCells == 6 + 2 + 3 + 3 + 2 + 1 + 3)
  }

  @Test func `what is wrong in a refused row is not counted on top`() throws {
    let world = try world(["data/accounts.csv": "account_id,name,arr\na,A,\nb,-,many\n"])
    #expect([world.portfolio.rows.refused, world.portfolio.rows.refusedCells] == [1, 0])
  }

  @Test func `headers are names, and a known one counts once`() throws {
    let world = try world(["data/accounts.csv": "Account_ID,\u{200b}NAME\u{a0},ARR,Tier,TIER\na,A,7,1,2\n"])
    #expect(world.portfolio.accounts[0].arr == 7)
    #expect(throws: OracleError.self) {
      try OracleTests.world(["data/accounts.csv": "account_id,name,arr,ARR\na,A,7,8\n"])
    }
  }

  @Test func `a line without a filled cell is no row, and one that is too long is refused`() throws {
    let world = try world([
      "data/accounts.csv": "account_id,name,arr\n\n,,,,,\n\"\", - ,\u{a0}\na,A,1\nb,B,1,\nc,C\n"
    ])
    #expect(world.portfolio.accounts.map(\.id) == ["a", "c"])
    #expect([world.portfolio.rows.read, world.portfolio.rows.refused] == [3, 1])
  }

  @Test(arguments: [
    ("b,B", 1), ("b,B\n", 2), ("b,B,", 2), ("b,B,7", 2), ("b,B,\"7", 1), ("b,B,\"7\n", 1), ("b,\"B", 1),
  ])
  func `a file that ends in the middle of a row loses that row`(_ last: String, _ accounts: Int) throws {
    let world = try world(["data/accounts.csv": "account_id,name,arr\na,A,1\n" + last])
    #expect(world.portfolio.accounts.count == accounts)
    #expect(world.portfolio.rows.read == 2)
  }

  @Test func `a cell that swallowed rows is one cell`() throws {
    let world = try world([
      "data/sentiment.csv":
        "account_id,date,flag,note\na,2026-11-01,green,\"said\na,2026-11-02,red,x\na,2026-11-03,red,\"\n"
    ])
    #expect(world.portfolio.accounts[0].sentiment.map(\.flag) == [.green])
    #expect(world.portfolio.rows.used == 2)
  }

  @Test(arguments: [
    ("G", Flag.green), ("VERT", .green), ("🟢", .green), (" Amber ", .yellow), ("a", .yellow), ("🟠", .yellow),
    ("jaune", .yellow), ("y", .yellow), ("ROUGE", .red), ("r", .red), ("🔴", .red), ("Red", .red),
  ])
  func `the words for a flag`(_ word: String, _ flag: Flag) throws {
    let world = try world(["data/sentiment.csv": "account_id,date,flag\na,2026-11-01,\(word)\n"])
    #expect(world.currentFlag(of: world.portfolio.accounts[0], on: world.asOf) == flag)
  }

  @Test func `choices are compared without case, with a blank or hyphen for the underscore`() throws {
    let world = try world([
      "data/risks.csv": "account_id,seen_on,kind\na,2026-11-01,Champion Change\na,2026-11-01,budget-pressure\n",
      "data/contacts.csv": "account_id,name,role\na,P,Economic  Buyer;CHAMPION\n",
      "data/reviews.csv":
        "account_id,date,list,decision\na,2026-11-01,Green but Yellow,NOT PURSUED\na,2026-11-01,green_with_risks,Csm-right\n",
      "data/tickets.csv": "account_id,ticket_id,opened_on,severity\na,1,2026-11-01,URGENT\n",
    ])
    let account = world.portfolio.accounts[0]
    #expect(account.risks.count == 2)
    #expect(account.contacts.map(\.roles) == [[.economic_buyer, .champion]])
    #expect(account.reviews.map(\.list) == [.greenButYellow, .greenWithRisks])
    #expect(account.reviews.map(\.decision) == [.not_pursued, .csm_right])
    #expect(account.tickets.map(\.isHighOrUrgent) == [true])
    #expect(world.portfolio.rows.refusedCells == 0)
  }
}
