import Foundation
import Health
import Portfolio
import Review
import Testing

/// Which row names the columns, and where the table ends.
@Suite struct HeaderRowTests {
  private func accounts(_ text: String, _ keys: String = "") throws -> Loaded {
    try loaded([
      "vigie.yml": "sources: {accounts: [{file: crm.csv\(keys.isEmpty ? "" : ", " + keys)}]}\n", "crm.csv": text,
      "data/measures.csv": "account_id,date,logins\n",
    ])
  }

  private let names = "columns: {account_id: [Account ID, No], name: Name}"

  @Test(arguments: [0, 1, 18, 19])
  func `the row that names all columns is looked for among the first twenty`(before: Int) throws {
    let lines = String(repeating: "Accounts, by owner\n", count: before)
    let loaded = try accounts(lines + "Account ID,Name\nA1,Acme\n", names)
    #expect(loaded.accounts == ["A1, Acme, –, –, –, –, –"], "\(loaded.findings)")
    #expect(loaded.counts == [1, 1, 0] && loaded.rows.leftOut == 0)
  }

  @Test func `a row behind the first twenty names nothing`() throws {
    let loaded = try accounts(String(repeating: "Accounts\n", count: 20) + "Account ID,Name\nA1,Acme\n", names)
    #expect(loaded.portfolio == nil)
    #expect(
      loaded.findings.contains(
        "crm.csv:1: error: there is none of the columns 'Account ID', 'No', which the settings map to account_id"),
      "\(loaded.findings)")
  }

  @Test func `of rows that name equally many the first counts, and one that names all wins over both`() throws {
    let twice = try accounts("Account ID,Name,Owner\nNo,Name,Other\nA1,Acme,Kim\n", names)
    #expect(twice.column("Owner") == ["Kim", "Other"])
    let later = try accounts("Name,of,report\nAccount ID,Name,Owner\nA1,Acme,Kim\n", names)
    #expect(later.accounts == ["A1, Acme, –, –, –, –, –"] && later.column("Owner") == ["Kim"])
  }

  @Test func `where no row names all columns, it is the one that names most of them`() throws {
    let loaded = try accounts("Customers\nName,Owner\nAcme,Kim\n", names)
    #expect(
      loaded.findings.contains(
        "crm.csv:2: error: there is none of the columns 'Account ID', 'No', which the settings map to account_id"),
      "\(loaded.findings)")
  }

  @Test func `a line that says what stands between cells is obeyed and is none of the table's`() throws {
    for text in ["sep=;\nAccount ID;Name\nA1;Acme, Inc\n", "SEP=|\r\nAccount ID|Name\r\nA1|Acme, Inc\r\n"] {
      let loaded = try accounts(text, names)
      #expect(loaded.accounts == ["A1, Acme, Inc, –, –, –, –, –"], "\(loaded.findings)")
    }
    #expect(try accounts("sep=;\n1;2\nAccount ID;Name\nA1;Acme\n", "\(names), header: 3").accounts.count == 1)
  }

  @Test func `the row that the settings call the header is it, whatever it names`() throws {
    let text = "Account ID,Name\nNo,Name\nA1,Acme\n"
    #expect(try accounts(text, "\(names), header: 2").accounts == ["A1, Acme, –, –, –, –, –"])
    #expect(try accounts(text, "\(names), header: 1").counts == [2, 2, 0])
    let blank = try accounts("Title\n\nNo,Name\nA1,Acme\n", "\(names), header: 2")
    #expect(
      blank.findings.contains(
        "vigie.yml:1:22: error: crm.csv: row 2, which the settings call its header, is blank or not there"))
    let behind = try accounts(text, "\(names), header: 9")
    #expect(
      behind.findings.contains(
        "vigie.yml:1:22: error: crm.csv: row 9, which the settings call its header, is blank or not there"))
    let zero = try accounts(text, "header: 0")
    #expect(
      zero.findings.contains("vigie.yml:1:46: error: header is '0'; write a whole number from 1 to 1048576"),
      "\(zero.findings)")
  }

  @Test func `what stands between cells is found in the row that the settings call the header`() throws {
    let loaded = try accounts("Accounts, by owner\nAccount ID;Name\nA1;Acme\n", "\(names), header: 2")
    #expect(loaded.accounts == ["A1, Acme, –, –, –, –, –"])
    let said = try accounts(
      "Accounts, by owner\nAccount ID;Name\nA1;Acme\n", "\(names), header: 2, delimiter: \";\"")
    #expect(said.accounts == ["A1, Acme, –, –, –, –, –"])
  }

  // MARK: - The end

  private let table = "account_id,name,arr\nA1,Acme,5\nB2,Beta,7\n"

  @Test func `rows behind the last complete one with one filled cell are left out and told`() throws {
    let loaded = try accounts(table + "\nExported by Kim\n,,12 rows\n")
    #expect(loaded.accounts.count == 2 && loaded.counts == [4, 2, 0] && loaded.rows.leftOut == 2)
    let advice =
      "the row stands behind the last complete one and is left out as a footer; name its first words as footer of the source, or write footer: none if it is a row"
    #expect(loaded.findings(of: "crm.csv") == ["crm.csv:5: warning: \(advice) (2 rows, lines 5, 6)"])
  }

  @Test func `such a row before a complete one is refused, and one that could be an id is no footer`() throws {
    let inside = try accounts("account_id,name\nA1,Acme\nSome title\nB2,Beta\n")
    #expect(inside.findings(of: "crm.csv") == ["crm.csv:3:11: error: name is blank"] && inside.counts == [3, 2, 1])
    let id = try accounts(table + "C3\n")
    #expect(id.counts == [3, 2, 1] && id.rows.leftOut == 0)
  }

  @Test(arguments: ["Total", "GRAND TOTAL", "subtotal:", "Sum", "Gesamt"])
  func `a row that begins as a sum is left out, wherever it stands`(word: String) throws {
    let loaded = try accounts("account_id,name,arr\nA1,Acme,5\n\(word),,5\nB2,Beta,7\n,\(word),12\n")
    #expect(loaded.accounts.count == 2 && loaded.rows.leftOut == 2 && loaded.rows.refused == 0)
    #expect(loaded.findings(of: "crm.csv").count == 1)
    let none = try accounts("account_id,name,arr\nA1,Acme,5\n\(word),Gmbh,5\n", "footer: none")
    #expect(none.accounts.count == 2 && none.rows.leftOut == 0)
  }

  @Test func `a longer word is no sum`() throws {
    #expect(try accounts("account_id,name\nTotal Energies,Total Energies\nSummit,Sum\n").accounts.count == 2)
  }

  @Test func `the footer of Salesforce ends the table, and rows that follow it are told`() throws {
    for line in [
      "\"Grand Totals (2 records)\",,", "Confidential Information - Do Not Distribute",
      "\"Copyright © 2000-2026 salesforce.com, inc.\",x,y", "Generated By: Kim,1,2",
    ] {
      let loaded = try accounts(table + line + "\nC3,Gamma,9\nbad,row,soon,4\n", "footer: salesforce")
      #expect(loaded.accounts.count == 2 && loaded.rows.leftOut == 3 && loaded.rows.refused == 0, "\(line)")
      // Rows that could be accounts are told.
      #expect(loaded.findings(of: "crm.csv").allSatisfy { $0.contains("is complete and stands behind the footer") })
      #expect(loaded.findings(of: "crm.csv").count == 1)
    }
  }

  @Test func `a text ends the table where the first filled cell of a row begins with it`() throws {
    let text = table + ",Report ends\nC3,Gamma,9\n"
    let loaded = try accounts(text, "footer: Report")
    #expect(loaded.accounts.count == 2 && loaded.rows.leftOut == 2)
    // It is compared as it is written.
    #expect(try accounts(text, "footer: report").accounts.count == 3)
    #expect(try accounts(text, "footer: none").counts == [4, 3, 1])
  }

  @Test func `the header again is no row`() throws {
    let loaded = try accounts("account_id,name,arr\nA1,Acme,5\naccount_id, name ,\nB2,Beta,7\n")
    #expect(loaded.accounts.count == 2 && loaded.rows.leftOut == 1 && loaded.findings(of: "crm.csv") == [])
  }

  @Test func `a file that is cut off loses its last row, which is a footer only behind one`() throws {
    let cut = try accounts(table + "C3,Ga")
    #expect(cut.counts == [3, 2, 1] && cut.portfolio?.quality.cutOff == ["crm.csv:4"])
    let first = try accounts(table + "C3 x")
    #expect(first.counts == [3, 2, 1] && first.portfolio?.quality.cutOff == ["crm.csv:4"])
    let quoted = try accounts(table + "C3,\"Gamma\n")
    #expect(quoted.counts == [3, 2, 1] && quoted.portfolio?.quality.cutOff == ["crm.csv:4"])
    let footer = try accounts(table + "Total,,12\nExported by Kim")
    #expect(footer.counts == [4, 2, 0] && footer.portfolio?.quality.cutOff == [])
    let said = try accounts(table + "Exported by", "footer: Exported")
    #expect(said.counts == [3, 2, 0] && said.portfolio?.quality.cutOff == [])
  }
}
