import Foundation
import Health
import Review
import Testing

@testable import Portfolio

/// How rows name their accounts.
@Suite struct AccountMatchTests {
  private let accounts = """
    account_id,name,CRM number,website,domain
    A1,"L'Étoile du Nord, S.A.",100,https://www.etoile.example/fr,
    B2,Beta GmbH & Co. KG,200,,beta.example; mail.beta.example
    001A0000006Vm9r,Gamma,300,gmail.com,gamma.example
    D4,Delta Ltd,400,shared.example,
    E5,Delta Inc,500,shared.example,
    """

  private func flags(_ match: String, _ cells: [String], header: String = "account_id") throws -> Loaded {
    let rows = cells.map { "\($0),2026-11-02,red\n" }.joined()
    return try loaded([
      "vigie.yml": "sources: {sentiment: [{file: flags.csv\(match.isEmpty ? "" : ", match: \(match)")}]}\n",
      "data/accounts.csv": accounts + "\n", "data/measures.csv": "account_id,date,logins\n",
      "flags.csv": "\(header),date,flag\n" + rows,
    ])
  }

  private func ids(_ loaded: Loaded) -> [String] { loaded.flags.map { String($0.prefix { $0 != "," }) } }

  @Test func `ids of Salesforce with 15 and with 18 characters are one, where the last three are the checksum`() throws
  {
    #expect(try ids(flags("", ["001A0000006Vm9rIAC", "001A0000006Vm9r"])) == ["001A0000006Vm9r", "001A0000006Vm9r"])
    let wrong = try flags("", ["001A0000006Vm9rIAB", "001a0000006vm9r"])
    #expect(wrong.flags == [] && wrong.rows.refused == 2)
    for (short, long) in [
      ("001A0000006Vm9r", "001A0000006Vm9rIAC"), ("000000000000000", "000000000000000AAA"),
      ("AAAAAaaaaa12345", "AAAAAaaaaa123455AA"),
    ] {
      #expect(otherSalesforceID(short) == long && otherSalesforceID(long) == short)
    }
    for text in ["", "001A0000006Vm9", "001A0000006Vm9-", "001A0000006Vm9rIA5", "001A0000006Vmé"] {
      #expect(otherSalesforceID(text) == nil, "\(text)")
    }
  }

  @Test func `a column of accounts names them, of either length of id`() throws {
    #expect(try ids(flags("{column: crm Number}", ["100", " 200 "])) == ["A1", "B2"])
    let stranger = try flags("{column: CRM number}", ["999", ""])
    #expect(
      stranger.findings.filter { $0.hasPrefix("flags.csv") } == [
        "flags.csv:2:1: error: no account has in CRM number '999'", "flags.csv:3:1: error: account_id is blank",
      ])
  }

  @Test func `a name is the same without case, accents, punctuation and legal form`() throws {
    let cells = ["letoile DU nord", "\"L’ÉTOILE, DU-NORD\"", "Beta", "beta gmbh", "\"BETA, Inc.\""]
    #expect(try ids(flags("name", cells)) == ["A1", "A1", "B2", "B2", "B2"])
  }

  @Test(arguments: [
    ("Acme", "acme"), ("ACME, Inc.", "acme"), ("Acme S.A.", "acme"), ("Acme S.A.S.", "acme"), ("Acme GmbH", "acme"),
    ("Acme GmbH & Co. KG", "acme"), ("Acme Sp. z o.o.", "acme"), ("Acme Pty. Ltd.", "acme"), ("Acme A/S", "acme a s"),
    ("Société Générale", "societe generale"), ("L'Étoile", "letoile"), ("L’Étoile", "letoile"), ("O`Neil", "oneil"),
    ("Straße", "strasse"), ("Ångström", "angstrom"), ("E\u{301}tude", "etude"), ("A.B.C. Ltd", "abc"),
    ("Smith & Sons", "smith sons"), ("Smith-Sons", "smith sons"), ("  Acme   Corp ", "acme"), ("Co", "co"),
    ("SA", "sa"), ("Inc Ltd", "inc"), ("Company", "company"), ("3M", "3m"), ("№ 5", "no 5"), ("", ""), ("&", ""),
    ("Ærø", "ærø"), ("日本", "日本"), ("Co Acme", "co acme"),
  ])
  func `names are folded so`(name: String, folded: String) {
    #expect(foldedName(name) == folded)
  }

  @Test(arguments: [
    ("ann@acme.example", "acme.example"), ("Ann <Ann@Mail.Acme.Example>", "mail.acme.example"),
    ("https://www.acme.example/about?x", "acme.example"), ("www.acme.example", "acme.example"),
    ("ACME.example.", "acme.example"),
    ("acme.example:8080", "acme.example"), ("http://ann@acme.example", "acme.example"), ("acme", nil), ("", nil),
    ("ann@localhost", nil), (".example", nil), ("a..b", nil), ("@", nil),
  ])
  func `a domain is that of an address or of a web site`(text: String, domain: String?) {
    #expect(mailDomain(text) == domain)
  }

  @Test func `domains are those of both columns, and public mail services are nobody's`() throws {
    let cells = ["ann@etoile.example", "https://beta.example", "bob@mail.beta.example", "gamma.example", "x@gmail.com"]
    let read = try flags("domain", cells)
    #expect(ids(read) == ["A1", "B2", "B2", "001A0000006Vm9r"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(
      read.findings.filter { $0.hasPrefix("flags.csv") } == [
        "flags.csv:6:1: error: no account has the domain of 'x@gmail.com'"
      ])
  }

  @Test func `what two accounts have names neither`() throws {
    #expect(
      try flags("name", ["delta"]).findings.contains(
        "flags.csv:2:1: error: 'delta' names more than one account, such as 'D4' and 'E5'"))
    #expect(
      try flags("[domain, {column: CRM number}]", ["a@shared.example"]).findings.contains(
        "flags.csv:2:1: error: 'a@shared.example' names more than one account, such as 'D4' and 'E5'"))
  }

  @Test func `of several ways each is tried in turn, and counted`() throws {
    let read = try flags(
      "[{column: CRM number}, name, {by: domain, cell: Mail}]",
      ["100,", "gamma,a@beta.example", ",ann@beta.example", "nobody,a@nowhere.example"], header: "account_id,Mail")
    #expect(ids(read) == ["001A0000006Vm9r", "A1", "B2"])
    let feed = try #require(read.portfolio?.quality.feeds.first { $0.table == .sentiment })
    #expect(feed.matches.map(\.rows) == [1, 1, 1])
    #expect(
      read.findings.contains("flags.csv:5:1: error: no account has in CRM number 'nobody'"), "\(read.findings)")
  }

  @Test func `rows that fit nobody are told once for each text, with the likeliest account`() throws {
    let read = try flags("name", ["Beta Labs", "Gama", "Beta Labs", "Zeta"])
    #expect(
      read.findings.filter { $0.hasPrefix("flags.csv") } == [
        "flags.csv:2:1: error: no account is called 'Beta Labs'; the likeliest is 'Beta GmbH & Co. KG' (B2) (2 rows, lines 2, 4)",
        "flags.csv:3:1: error: no account is called 'Gama'; the likeliest is 'Gamma' (001A0000006Vm9r)",
        "flags.csv:5:1: error: no account is called 'Zeta'; the likeliest is 'Beta GmbH & Co. KG' (B2)",
      ], "\(read.findings)")
  }

  @Test func `two spellings of an accent are two ids, whatever else rows are matched by`() throws {
    let read = try loaded([
      "vigie.yml": "sources: {measures: [{file: data/measures.csv, match: [id, name]}]}\n",
      "data/accounts.csv": "account_id,name\ncaf\u{E9},composed\ncafe\u{301},decomposed\n",
      "data/measures.csv": "account_id,date,logins\ncaf\u{E9},2026-11-02,1\ncafe\u{301},2026-11-02,2\n",
    ])
    #expect(read.portfolio?.evidence.accounts.map(\.name) == ["decomposed", "composed"])
    #expect(read.observations("logins", of: 0) == ["2026-11-02 2.0"])
    #expect(read.observations("logins", of: 1) == ["2026-11-02 1.0"])
  }

  @Test(arguments: [
    ("nearly", "match is 'nearly'; write one of: id, name, domain"),
    ("{by: likeness}", "by is 'likeness'; write one of: id, name, domain"),
    ("{cell: Mail}", "match names neither a column of accounts nor by; write {column: Salesforce ID}"),
  ])
  func `a way that is none is an error`(match: String, message: String) throws {
    let read = try flags(match, ["A1"])
    #expect(read.portfolio == nil)
    #expect(read.findings.contains { $0.contains("error: \(message)") }, "\(read.findings)")
  }

  @Test func `accounts are matched with nothing`() throws {
    let read = try loaded(["vigie.yml": "sources: {accounts: [{file: data/accounts.csv, match: name}]}\n"])
    #expect(
      read.findings.contains(
        "vigie.yml:1:55: error: the rows of accounts are the accounts themselves; match holds for other tables"),
      "\(read.findings)")
  }
}
