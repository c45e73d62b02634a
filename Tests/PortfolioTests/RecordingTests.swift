import Foundation
import Health
import Portfolio
import Review
import Testing

/// Rows that are added to the portfolio's own tables.
@Suite struct RecordingTests {
  private static let header = "account_id,date,flag,csm,reason,note\n"
  private static let table = "data/sentiment.csv"

  private func row(reason: String? = nil, note: String? = nil) -> NewRow {
    let said = [reason, note].map { text in text.map { Remark($0) } }
    return NewRow(Sentiment(date: today, flag: .yellow, reason: said[0], note: said[1]), of: AccountID("A1"))
  }

  /// The file after a row is added; the error when it is refused.
  private func file(_ before: String, adding row: NewRow) throws -> (after: String, error: RecordError?) {
    try withFolder(["data/.keep": Data("x".utf8), Self.table: Data(before.utf8)]) { folder in
      var failure: RecordError?
      do {
        let table = try OwnTable(TableHold(.sentiment, of: folder), settings: Settings())
        _ = try table.append(row)
      } catch let error as RecordError {
        failure = error
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/data")
      #expect(Set(names).isSubset(of: [".keep", "sentiment.csv"]), "nothing else is left in the folder")
      let after = FileManager.default.contents(atPath: folder + "/" + Self.table) ?? Data()
      return (String(decoding: after, as: UTF8.self), failure)
    }
  }

  @Test(arguments: [
    (header, "A1,2026-11-16,yellow,,why,\"a,b;c\"\n"),
    ("\u{FEFF}account_id;date;flag;reason;note\r\n", "A1;2026-11-16;yellow;why;\"a,b;c\"\r\n"),
    ("note\tflag\tteam\tdate\taccount_id\treason\n", "a,b;c\tyellow\t\t2026-11-16\tA1\twhy\n"),
    ("\"account_id\",\"date\",\"flag\",\"reason\",\"note\"\n", "\"A1\",\"2026-11-16\",\"yellow\",\"why\",\"a,b;c\"\n"),
    ("account_id,date,flag,reason,note\rB2,2026-11-01,red,,\r", "A1,2026-11-16,yellow,why,\"a,b;c\"\r"),
    (header + "B2,2026-11-01,red\n\n", "A1,2026-11-16,yellow,,why,\"a,b;c\"\n"),
  ])
  func `a row is written in the manner of the file and no byte before it changes`(before: String, row: String) throws {
    let (after, error) = try file(before, adding: self.row(reason: "why", note: "a,b;c"))
    #expect(error == nil)
    #expect(Array(after.utf8) == Array((before + row).utf8))
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a last line without an end gets the one of the file first`(lineBreak: String) throws {
    let before = "account_id,date,flag\(lineBreak)B2,2026-11-01,red"
    let (after, _) = try file(before, adding: row())
    #expect(Array(after.utf8) == Array((before + lineBreak + "A1,2026-11-16,yellow" + lineBreak).utf8))
  }

  @Test func `a table that is missing is made with all columns`() throws {
    let (after, error) = try file("", adding: row(note: "x"))
    #expect(error == nil)
    #expect(after == "account_id,date,flag,csm,reason,note,private\nA1,2026-11-16,yellow,,,x,\n")
  }

  @Test func `a folder that is missing is made for the table`() throws {
    try withFolder([:]) { folder in
      let table = try OwnTable(TableHold(.reviews, of: folder), settings: Settings())
      let review = ReviewDecision(
        date: today, list: .quiet, decision: .defer, by: "Ines", note: "n", nextStep: "s", dueOn: today + 14)
      let place = try table.append(NewRow(review, of: AccountID("B2")))
      #expect(place.file == folder + "/data/reviews.csv")
      #expect(place.line == 2)
      let text = try String(contentsOfFile: folder + "/data/reviews.csv", encoding: .utf8)
      #expect(
        text == """
          account_id,date,list,decision,by,note,next_step,due_on,private
          B2,2026-11-16,quiet,defer,Ines,n,s,2026-11-30,

          """)
    }
  }

  @Test func `what the file has no column for is refused by name`() throws {
    let before = "account_id,date,flag,csm\n"
    let (after, error) = try file(before, adding: row(reason: "why", note: "x"))
    #expect(
      error?.description.hasSuffix(
        "data/sentiment.csv has no column 'reason' and no column 'note'; add them to the end of its first line, "
          + "or leave that out; nothing was written") == true)
    #expect(after == before)
  }

  @Test func `a text is kept as it was typed and one of blanks counts as none`() throws {
    let text = " =SUM(A1:A9) @x\n\"two\" \u{1B}[31m "
    #expect(
      try file(Self.header, adding: row(reason: " \t", note: text)).after
        == Self.header + "A1,2026-11-16,yellow,,,\"" + text.replacing("\"", with: "\"\"") + "\"\n")
  }

  @Test(arguments: [nil, "says \"no\""])
  func `a row that would be read as a part of another is taken out again`(note: String?) throws {
    let before = Self.header + "B2,2026-11-01,red,,\"never closed\n"
    let (after, error) = try file(before, adding: row(note: note))
    #expect(error?.description.hasSuffix("so it is as it was before; nothing was written") == true)
    #expect(after == before)
  }

  @Test func `a NUL is refused`() throws {
    let (after, error) = try file(Self.header, adding: row(note: "a\0b"))
    #expect(error == .unwritableText(column: "note"))
    #expect(after == Self.header)
  }

  @Test func `the row's line is told, also behind cells of several lines`() throws {
    let before = Self.header + "B2,2026-11-01,red,,\"1\n2\n3\",\n\n"
    try withFolder([Self.table: Data(before.utf8)]) { folder in
      let table = try OwnTable(TableHold(.sentiment, of: folder), settings: Settings())
      #expect(try table.append(row(note: "1\n2")).line == 6)
    }
  }
}
