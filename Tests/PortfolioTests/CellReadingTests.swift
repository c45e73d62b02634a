import Customer
import Health
import Portfolio
import Review
import Testing

/// What cells mean, as "What of a table counts" in docs/scoring.md says.
@Suite struct CellReadingTests {
  @Test func `a placeholder is blank and counted by its column, any other word is not`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,csm,arr,tier\nA1,Acme,NULL,#N/A,-\nB2,Beta,null ,\u{2014},Null\n",
      "data/measures.csv": "account_id,date,logins,clicks\nA1,2026-11-02,NaN,3\nA1,2026-11-03,n/a,4\n-,N/A,,\u{2013}\n",
    ])
    let portfolio = try #require(loaded.portfolio)
    #expect(portfolio.evidence.accounts.allSatisfy { $0.csm == nil && $0.arr == nil && $0.unreadable.isEmpty })
    #expect(portfolio.evidence.columns.first { $0.name == "tier" }?.texts == [nil, "Null"])
    #expect(loaded.observations("clicks").count == 2 && loaded.observations("logins").isEmpty)
    // A line of placeholders has no filled cell and is no row.
    #expect(loaded.counts == [4, 4, 0])
    #expect(
      portfolio.quality.columns.map { "\($0.table) \($0.name) \($0.placeholders)" } == [
        "accounts arr 2", "accounts csm 2", "accounts tier 1", "measures logins 2",
      ])
  }

  @Test func `texts lose superfluous blanks of every kind, and notes keep their lines`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name\n\u{FEFF}A1\u{200B},\u{A0}Acme \u{2003} &\n Beta\u{2060}\nB2 ,\"Be\nta\"\n"
        .replacing("&\n", with: "& "),
      "data/measures.csv": "account_id,date,logins\n A1 ,\u{A0}2026-11-02\u{A0},\u{2009}5\u{200D}\n",
      "data/sentiment.csv": "account_id,date,flag,note\nA1,2026-11-02,red,\" one  two \n three \"\n",
    ])
    #expect(loaded.portfolio?.evidence.accounts.map(\.name) == ["Acme & Beta", "Be ta"])
    #expect(loaded.observations("logins") == ["2026-11-02 5.0"])
    #expect(loaded.portfolio?.judgement.sentiment[0].first?.note == "one two\n three")
  }

  @Test func `choices are read without case, with blanks and hyphens, and flags in several languages`() throws {
    let words = [
      "G", "Vert", "\u{1F7E2}", "Y", "AMBER", "a", "Orange", "jaune", "\u{1F7E1}", "\u{1F7E0}", "R", "rouge",
      "\u{1F534}",
    ]
    let loaded = try loaded([
      "data/sentiment.csv": "account_id,date,flag\n" + words.map { "A1,2026-11-02,\($0)\n" }.joined(),
      "data/contacts.csv": "account_id,name,role\nA1,Ada,Economic Buyer;CHAMPION\nA1,Bo,boss; sponsor\n",
      "data/reviews.csv": "account_id,date,list,decision\nA1,2026-11-02,Green but yellow,CSM-right\n",
      "data/outcomes.csv": "account_id,date,kind,avoidable\nA1,2026-11-02,Churned,YES\n",
    ])
    let portfolio = try #require(loaded.portfolio)
    #expect(
      portfolio.judgement.sentiment[0].map(\.flag)
        == Array(repeating: .green, count: 3) + Array(repeating: .yellow, count: 7) + Array(repeating: .red, count: 3))
    #expect(portfolio.evidence.contacts[0].map(\.roles) == [[.economicBuyer, .champion], [.sponsor]])
    #expect(portfolio.judgement.reviews[0].first?.list == .greenButYellow)
    #expect(portfolio.judgement.reviews[0].first?.decision == .csmRight)
    #expect(portfolio.evidence.outcomes[0].first?.isAvoidable == true)
    #expect(
      loaded.findings.filter { $0.contains("error") } == [
        "data/contacts.csv:3:7: error: role is 'boss; sponsor'; write one of: champion, sponsor, economic_buyer, user"
      ])
  }

  @Test func `what cannot be read is never good news`() throws {
    let portfolio = try #require(
      loaded([
        "data/accounts.csv": "account_id,name,arr,started_on,renews_on,ended_on\nA1,Acme,x,x,x,x\nB2,Beta,,,,\n",
        "data/tickets.csv": "account_id,ticket_id,opened_on,severity\nA1,1,2026-11-02,P1\nA1,2,2026-11-02,\n",
        "data/risks.csv": "account_id,seen_on,kind,severity\nA1,2026-11-02,other,9\nA1,2026-11-02,other,\n",
        "data/contacts.csv": "account_id,name,role,left_on\nA1,Ada,champion,soon\nA1,Bo,champion,\n",
        "data/goals.csv": "account_id,goal,due_on\nA1,grow,soon\nA1,save,\n",
      ]).portfolio)
    #expect(portfolio.evidence.accounts.map(\.unreadable) == [[.arr, .startedOn, .renewsOn, .endedOn], []])
    #expect(portfolio.evidence.tickets[0].map(\.severity) == [.high, nil])
    #expect(portfolio.judgement.risks[0].map(\.severity) == [3, 5])
    #expect(portfolio.evidence.contacts[0].map { $0.isPresent(on: today - 9000) } == [false, true])
    #expect(portfolio.evidence.goals[0].map { $0.isDue(on: today - 9000) } == [true, false])
    #expect(portfolio.evidence.value(of: .champions, account: 0, on: today) == 1)
    #expect(portfolio.evidence.value(of: .goalsMet, account: 0, on: today) == 0)
    #expect(portfolio.quality.rows.cellsRefused == 8 && portfolio.quality.rows.refused == 0)
    let severity = portfolio.quality.columns.first { $0.table == .tickets && $0.name == "severity" }
    #expect(severity?.filled == 1 && severity?.refused == 1)
  }

  @Test func `bad optional cells of a refused row are neither listed nor counted`() throws {
    let loaded = try loaded(["data/risks.csv": "account_id,seen_on,kind,severity\nA1,2026-11-02,else,9\n"])
    #expect(loaded.findings.filter { $0.contains("risks") }.count == 1)
    #expect(loaded.rows.refused == 1 && loaded.rows.cellsRefused == 0)
    #expect(loaded.portfolio?.quality.columns.isEmpty == true)
  }

  @Test func `a person has the most frequent spelling of the rows that count, of equal ones the first`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,csm\nA1,Acme,Iris Vale\nB2,Beta,JOSE\u{301}\n",
      "data/touchpoints.csv": "account_id,date,by\nA1,2026-11-02,iris  vale\nA1,2026-11-02,Jos\u{E9}\n",
      "data/sentiment.csv": "account_id,date,flag,csm\nA1,2026-11-03,red,IRIS VALE\nA1,2026-12-01,red,IRIS VALE\n",
      "data/reviews.csv": "account_id,date,list,decision,by\nA1,2026-11-02,quiet,both,iris vale\n",
      "data/plans.csv": "account_id,step,owner\nA1,call,Iris VALE\nA1,mail,Zoe\n",
    ])
    let portfolio = try #require(loaded.portfolio)
    #expect(portfolio.evidence.accounts.map(\.csm) == ["iris vale", "JOSE\u{301}"])
    #expect(portfolio.evidence.columns.first { $0.name == "csm" }?.texts == ["iris vale", "JOSE\u{301}"])
    #expect(portfolio.evidence.touchpoints[0].map(\.by) == ["JOSE\u{301}", "iris vale"])
    #expect(portfolio.judgement.sentiment[0].map(\.csm) == ["iris vale"])
    #expect(portfolio.judgement.reviews[0].map(\.by) == ["iris vale"])
    #expect(portfolio.customerMaterial.plans[0].map(\.owner) == ["iris vale", "Zoe"])
  }

  @Test func `amounts in another currency are converted, and unknown without a rate`() throws {
    let files = [
      "data/accounts.csv": "account_id,name,arr,Currency\nA1,Acme,1000,usd\nB2,Beta,500,NOK\nC3,Cee,70,\nD4,Dee,,NOK\n",
      "data/outcomes.csv": "account_id,date,kind,arr_before,arr_after,currency\nA1,2026-11-02,renewed,100,200,USD\n",
    ]
    let loaded = try loaded(files.merging(["vigie.yml": "fx: {USD: 0.92, EUR: 1}\n"]) { $1 })
    let evidence = try #require(loaded.portfolio?.evidence)
    #expect(evidence.accounts.map(\.arr) == [920, nil, 70, nil])
    #expect(evidence.cells(of: .arr)?.numbers == [920, nil, 70, nil])
    #expect(evidence.outcomes[0].map(\.arrBefore) == [92] && evidence.outcomes[0].map(\.arrAfter) == [184])
    #expect(
      loaded.findings == [
        "data/accounts.csv:3:13: warning: currency is 'NOK', and the settings have no rate for it, so that arr is unknown; write under fx how many EUR one NOK is"
      ])
    #expect(loaded.rows.cellsRefused == 0 && evidence.accounts[1].unreadable.isEmpty)
    #expect(loaded.portfolio?.settings.rates == ["USD": 0.92, "EUR": 1])
  }

  @Test(arguments: [
    ("fx: 3", "vigie.yml:1:5: error: fx must be a mapping, with 'key: value' lines"),
    ("fx: {dollar: 3}", "vigie.yml:1:6: error: fx has the currency 'dollar'; write its three-letter code, such as USD"),
    ("fx: {USD: 1, usd: 2}", "vigie.yml:1:14: error: fx has a rate of USD already; keep one of them"),
    ("fx: {USD: x}", "vigie.yml:1:11: error: the rate of USD is 'x'; write a number such as 2 or 0.5"),
    (
      "fx: {USD: 0}",
      "vigie.yml:1:11: error: the rate of USD is 0; write the EUR that one USD is, such as 0.92"
    ),
    (
      "fx: {EUR: 2}",
      "vigie.yml:1:6: error: EUR is the portfolio's own currency, whose rate is 1; take it out of fx"
    ),
  ])
  func `a rate that cannot be is an error`(settings: String, finding: String) throws {
    let loaded = try loaded(["vigie.yml": settings + "\n"])
    #expect(loaded.findings == [finding] && loaded.portfolio == nil)
  }

  @Test func `figures that cannot be are told`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,arr\nA1,Acme,10\nB2,Beta,9500000000\nC3,Cee,20\n",
      "data/outcomes.csv": """
      account_id,date,kind,arr_before,arr_after
      A1,2026-11-02,contracted,5,6
      A1,2026-11-02,expanded,6,5
      A1,2026-11-02,renewed,6,5
      """,
    ])
    #expect(
      loaded.findings.prefix(2) == [
        "data/accounts.csv:3: warning: the arr of 'B2' is more than 99% of that of all accounts; look whether it is right",
        "data/outcomes.csv:2:28: warning: the outcome is 'contracted', and arr_after is on the other side of arr_before (2 cells such as 'contracted' and 'expanded', lines 2, 3)",
      ], "\(loaded.findings)")
  }
}

/// Rows that are not what their file makes them look like.
@Suite struct RowReadingTests {
  @Test func `rows and notes under an old id belong to the account of today`() throws {
    let loaded = try loaded([
      "vigie.yml": "aliases: {old: older, older: A1, gone: nobody}\n",
      "data/measures.csv":
        "account_id,date,logins\nold,2026-11-01,4\n older ,2026-11-02,5\nA1,2026-11-03,6\ngone,2026-11-03,6\n",
      "data/sentiment.csv": "account_id,date,flag\nold,2026-11-02,red\n",
      "data/notes/old.md": "before", "data/notes/A1.md": "after",
      "data/customer/older.md": "# Context\nleft out\n", "data/customer/A1.md": "# Context\nnow\n",
    ])
    let portfolio = try #require(loaded.portfolio)
    #expect(loaded.observations("logins") == ["2026-11-01 4.0", "2026-11-02 5.0", "2026-11-03 6.0"])
    #expect(portfolio.judgement.sentiment[0].count == 1)
    #expect(portfolio.judgement.notes == [0: "before\n\nafter"])
    #expect(portfolio.customerMaterial.words[0]?.context == "now")
    #expect(
      Set(loaded.findings) == [
        "data/measures.csv:5:1: error: no account has the account_id 'nobody', which 'gone' leads to",
        "data/customer/older.md: warning: the account has the file data/customer/A1.md under its present id; this one is left out",
        "vigie.yml:1:34: warning: no account has the id 'nobody', which 'gone' leads to",
      ])
  }

  @Test func `an old id that an account still has is old, and two rows of one account stop the build`() throws {
    let settings = ["vigie.yml": "aliases: {B2: C3}\n"]
    let one = try loaded(settings)
    #expect(one.portfolio?.evidence.accounts.map(\.id.text) == ["A1", "C3"])
    #expect(
      one.findings == [
        "data/accounts.csv:3:1: warning: account_id is 'B2', an old id of 'C3' by the aliases in vigie.yml; the row is one of 'C3'"
      ])
    let both = try loaded(
      settings.merging(["data/accounts.csv": "account_id,name\nA1,Acme\nC3,Cee\nB2,Beta\n"]) { $1 })
    #expect(
      both.portfolio == nil
        && both.findings.contains(
          "data/accounts.csv:4: error: the account_id 'B2' is an old one of 'C3', which stands already in line 3; an account has one row"
        ), "\(both.findings)")
  }

  @Test func `a file that ends in the middle of a row loses that row and is told`() throws {
    let short = try loaded(["data/measures.csv": "account_id,date,logins\nA1,2026-11-02,5\nA1,2026-11-0"])
    #expect(short.counts == [4, 3, 1] && short.portfolio?.quality.cutOff == ["data/measures.csv:3"])
    #expect(
      short.findings.first
        == "data/measures.csv:3:1: error: the row has 2 cells of 3, and the file ends without a line break: it was cut off; export it again"
    )
    let quoted = try loaded(["data/sentiment.csv": "account_id,date,flag,note\nA1,2026-11-02,red,\"late\nA1"])
    #expect(quoted.counts == [4, 3, 1] && quoted.portfolio?.quality.cutOff == ["data/sentiment.csv:2"])
    #expect(
      quoted.findings.first?.hasPrefix("data/sentiment.csv:2:19: error: the quoted cell that begins here") == true)
    // A whole last row needs no line break, and a short one inside the file ends in blanks.
    let whole = try loaded(["data/sentiment.csv": "account_id,date,flag,note\nA1,2026-11-02,red\nA1,2026-11-03,red,"])
    #expect(whole.counts == [5, 5, 0] && whole.portfolio?.quality.cutOff.isEmpty == true)
  }

  @Test func `a quoted cell with rows in it is used, and both lines are named`() throws {
    let loaded = try loaded([
      "data/sentiment.csv":
        "account_id,date,flag,note\nA1,2026-11-02,green,\"all well\nB2,2026-11-02,red,late\nB2,2026-11-03,red,off\"\n"
    ])
    #expect(loaded.counts == [4, 4, 0])
    #expect(
      loaded.findings == [
        "data/sentiment.csv:2:21: warning: the quoted cell begins in line 2 and has line 3 in it, which looks like a row of its own; if a quotation mark stands there by mistake, rows are lost in the cell"
      ])
    let letter = try self.letter("Dear all,\nwe are well, thank you\nYours, Ada")
    #expect(letter.findings.isEmpty)
  }

  private func letter(_ note: String) throws -> Loaded {
    try loaded(["data/sentiment.csv": "account_id,date,flag,note\nA1,2026-11-02,green,\"\(note)\"\n"])
  }

  @Test func `a line without a filled cell is no row, however long it is`() throws {
    let loaded = try loaded(["data/measures.csv": "account_id,date,logins\n,,\n , ,\u{A0},,\nA1,2026-11-02,5\n,,,,,\n"])
    #expect(loaded.findings.isEmpty && loaded.counts == [3, 3, 0])
  }

  @Test func `of the rows of one ticket the last counts among those opened by the day`() throws {
    let loaded = try loaded([
      "data/tickets.csv": """
      account_id,ticket_id,opened_on,closed_on,csat
      A1,7,2026-10-02,,1
      A1,8,2026-10-01,,
      B2,7,2026-10-02,,
      A1,7,2026-10-05,2026-11-01,5

      """
    ])
    let evidence = try #require(loaded.portfolio?.evidence)
    func value(_ measure: DerivedMeasure, _ day: String) throws -> Double? {
      evidence.value(of: measure, account: 0, on: try #require(Day(iso: day)))
    }
    #expect(try value(.openTickets, "2026-11-16") == 1 && value(.tickets90d, "2026-11-16") == 2)
    #expect(try value(.csat90d, "2026-11-16") == 5 && value(.daysToClose90d, "2026-11-16") == 27)
    #expect(try value(.csat90d, "2026-10-04") == 1 && value(.openTickets, "2026-10-04") == 2)
    #expect(try value(.csat90d, "2026-10-05") == 5 && value(.tickets90d, "2026-10-05") == 2)
    #expect(
      loaded.findings == [
        "data/tickets.csv:5:4: warning: the ticket '7' of this account has an earlier row; this later one counts"
      ])
    #expect(loaded.counts == [7, 7, 0])
  }
}

/// Which column a header means.
@Suite struct HeaderNameTests {
  @Test func `headers are compared without case and superfluous blanks`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources:\n  accounts: [{file: crm.csv, columns: {CSM: owner of it, name: account}}]\n",
      "crm.csv":
        "Account_ID, Account ,Owner  of\u{A0}it,\u{200B}ARR\u{A0},Tier,account\nA1,Acme,Kim,5,gold,x\nB2,Beta,,,,y\n",
    ])
    let account = try #require(loaded.portfolio?.evidence.accounts.first)
    // Spelled exactly so wins over equal without case.
    #expect(account.name == "x" && account.csm == "Kim" && account.arr == 5)
    #expect(loaded.portfolio?.evidence.columns.map(\.name).contains("Tier") == true)
  }

  @Test func `a mapped column wins over one of the canonical name, which is left out and told`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources:\n  accounts: [{file: crm.csv, columns: {arr: arr_eur, tier: Level}}]\n",
      "crm.csv": "account_id,name,arr,arr_eur,Level,Tier\nA1,Acme,900,70,gold,old\n",
    ])
    #expect(loaded.portfolio?.evidence.accounts.first?.arr == 70)
    #expect(loaded.portfolio?.evidence.columns.first { $0.name == "tier" }?.texts == ["gold"])
    #expect(
      loaded.findings.prefix(2) == [
        "crm.csv:1:17: warning: the column 'arr' is left out, because the settings take arr from 'arr_eur'",
        "crm.csv:1:35: warning: the column 'Tier' is left out, because the settings take Tier from 'Level'",
      ])
  }

  @Test func `a header that is twice is an error where it is meant, and a warning elsewhere`() throws {
    let canonical = try loaded(["data/accounts.csv": "account_id,name,arr,ARR \nA1,Acme,1,2\n"])
    #expect(
      canonical.portfolio == nil
        && canonical.findings.first
          == "data/accounts.csv:1:21: error: the column 'ARR' stands here twice, as columns 3 and 4; rename one of them, or name it 'ARR (2)' under columns"
    )
    let mapped = try loaded([
      "vigie.yml": "sources:\n  accounts: [{file: crm.csv, columns: {arr: Amount}}]\n",
      "crm.csv": "account_id,name,Amount,Amount\nA1,Acme,1,2\n",
    ])
    #expect(
      mapped.portfolio == nil
        && mapped.findings.first
          == "crm.csv:1:24: error: the column 'Amount' stands here twice, as columns 3 and 4; rename one of them, or name it 'Amount (2)' under columns"
    )
    let other = try loaded([
      "data/accounts.csv": "account_id,name,Product,product,,\nA1,Acme,core,routing,,\nB2,Beta,,,,\n"
    ])
    let columns = try #require(other.portfolio?.evidence.columns)
    #expect(columns.first { $0.name == "Product" }?.texts.first == "core")
    #expect(columns.first { $0.name == "product (2)" }?.texts.first == "routing")
    #expect(
      other.findings == [
        "data/accounts.csv:1:25: warning: the column 'product' stands here again; this one is read as 'product (2)'"
      ])
  }

  @Test func `a wide measure that settings map is the one column of that name`() throws {
    func loaded(_ header: String) throws -> Loaded {
      try PortfolioTests.loaded([
        "vigie.yml": "sources:\n  measures: [{file: u.csv, values: {logins: WAU}}]\n",
        "u.csv": "account_id,date,\(header)\nA1,2026-11-02,1,2\n",
      ])
    }
    #expect(try loaded("wau,x").observations("logins") == ["2026-11-02 1.0"])
    #expect(try loaded("wau,WAU").observations("logins") == ["2026-11-02 2.0"])
    #expect(try loaded("WAU,WAU").portfolio == nil)
  }

  @Test func `attributes of several files are one column where their names are one`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources:\n  accounts: [{file: a.csv}, {file: b.csv}]\n",
      "a.csv": "account_id,name,Tier\nA1,Acme,gold\n",
      "b.csv": "account_id,name,TIER\nB2,Beta,silver\n",
    ])
    #expect(loaded.portfolio?.evidence.columns.first { $0.name == "Tier" }?.texts == ["gold", "silver"])
  }
}
