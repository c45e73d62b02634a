import Foundation
import Testing

/// What stops a build, and what only needs a look.
@Suite struct StopTests {
  @Test(arguments: [
    (
      "data/accounts.csv", "account_id,nmae\nA1,Acme\n",
      "data/accounts.csv:1: error: the column 'name' is missing; did you mean 'nmae'?"
    ),
    (
      "data/measures.csv", "account_id,logins\nA1,5\n",
      "data/measures.csv:1: error: the column 'date' is missing; known: logins"
    ),
    (
      "data/sentiment.csv", "account_id,date\nA1,2026-11-02\n",
      "data/sentiment.csv:1: error: the column 'flag' is missing"
    ),
    (
      "data/accounts.csv", "account_id,name\nA1,Acme\nB2,Beta\nA1,Again\n",
      "data/accounts.csv:4: error: the account_id 'A1' stands already in line 2; an account has one row"
    ),
    (
      "data/accounts.csv", "account_id,name,name\nA1,Acme,Inc\n",
      "data/accounts.csv:1:17: error: the column 'name' stands here twice, as columns 2 and 3; rename one of them, or name it 'name (2)' under columns"
    ),
    ("data/accounts.csv", "\n\n", "data/accounts.csv: error: the file is empty; its first line must name the columns"),
    (
      "data/measures.csv", "account_id,date,champions\nA1,2026-11-02,5\n",
      "data/measures.csv: error: the measure 'champions' has the name of a derived measure; give it another name under values"
    ),
  ])
  func `a table that cannot be relied on stops the build`(file: String, text: String, finding: String) throws {
    let loaded = try loaded([file: text])
    #expect(loaded.findings.contains(finding), "\(loaded.findings)")
    #expect(loaded.portfolio == nil)
  }

  @Test(arguments: ["accounts", "measures"]) func `a missing required table stops the build`(table: String) throws {
    let loaded = try loaded(["data/\(table).csv": ""])
    #expect(
      loaded.findings.contains(
        "data/\(table).csv: error: the table is missing; put it there, or name its file under sources in vigie.yml"))
    #expect(loaded.portfolio == nil)
  }

  @Test func `a file that is not UTF-8 stops the build`() throws {
    let loaded = try loaded(bytes: ["data/accounts.csv": Data(Array("account_id,name\n".utf8) + [0xE9, 0x0A])])
    #expect(loaded.portfolio == nil)
    #expect(
      loaded.findings.contains { $0.hasPrefix("data/accounts.csv:2:1: error: byte 1 of the line, 0xE9, is not UTF-8") })
  }

  @Test func `a file that the settings name and that is not there stops the build`() throws {
    let loaded = try loaded(["vigie.yml": "sources:\n  tickets: [{file: gone.csv}]\n"])
    #expect(loaded.findings == ["vigie.yml:2:13: error: gone.csv: cannot be read: No such file or directory"])
    #expect(loaded.portfolio == nil)
  }

  @Test func `a mapped column that is not there stops the build, with the name that was meant`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources:\n  accounts: [{file: data/accounts.csv, columns: {name: Nmae}}]\n"
    ])
    #expect(
      loaded.findings.contains(
        "data/accounts.csv:1: error: there is no column 'Nmae', which the settings map to name; did you mean 'name'?"))
    #expect(loaded.portfolio == nil)
  }

  @Test func `a column that means nothing is a warning with the name that was meant`() throws {
    let loaded = try loaded(["data/sentiment.csv": "account_id,date,flag,reson,mood\nA1,2026-11-02,red,x,y\n"])
    #expect(
      loaded.findings == [
        "data/sentiment.csv:1:22: warning: sentiment has no column 'reson'; did you mean 'reason'?",
        "data/sentiment.csv:1:28: warning: sentiment has no column 'mood'; it is not used",
      ])
    #expect(loaded.portfolio != nil)
  }

  @Test func `all faults of all files are reported in one run`() throws {
    let loaded = try loaded([
      "vigie.yml": "titel: x\n", "model.yml": "version: \"1\"\ndimensions: {usage: {measures: {}}}\n",
      "data/accounts.csv": "account_id\nA1\n", "data/measures.csv": "date\n2026-11-02\n",
    ])
    for file in ["vigie.yml", "model.yml", "data/accounts.csv", "data/measures.csv"] {
      #expect(loaded.findings.contains { $0.hasPrefix("\(file):") && $0.contains(": error: ") }, "\(file)")
    }
  }
}
