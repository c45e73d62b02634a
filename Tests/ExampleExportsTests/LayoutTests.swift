import Foundation
import Testing

@testable import example_exports

/// The quirks of each layout, in the bytes that are written.
@Suite struct LayoutTests {
  private func text(_ bytes: [UInt8], _ encoding: String.Encoding) throws -> String {
    try #require(String(bytes: bytes, encoding: encoding))
  }

  @Test func `the report of accounts quotes every value, in ISO-8859-1, above a footer`() throws {
    let bytes = try Made.export("report-accounts")
    #expect(String(validating: bytes, as: UTF8.self) == nil)
    let lines = try text(bytes, .isoLatin1).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first == """
        "Account ID","Account Name","Account Owner","Type","Industry","Employees","Annual Recurring Revenue",\
        "Renewal Date","Customer Since","Website","Billing Country","Churn Date"
        """)
    #expect(
      lines.suffix(6) == [
        "", "\"Grand Totals (64 records)\"", "", "\"Confidential Information - Do Not Distribute\"",
        "\"Copyright © 2000-2026 the maker of the CRM. All rights reserved.\"", "",
      ])
    #expect(lines.count == 71)
    #expect(
      lines.contains { $0.contains("\"Krankenhaus Eichgrund gGmbH\"") && $0.contains("\"2,600\",\"$212,000.00\"") })
    #expect(lines.dropFirst().prefix(64).allSatisfy { $0.hasPrefix("\"001Qz00000") && $0.hasSuffix("\"") })
    #expect(!bytes.contains(0x0D))
  }

  @Test func `types, blanks and days of the report of accounts`() throws {
    let rows = CSV.rows(try text(Made.export("report-accounts"), .isoLatin1))
    let records = Made.records(Array(rows.prefix(65)))
    #expect(records.filter { $0["Type"] == "Prospect" }.count == 4)
    #expect(records.filter { $0["Type"] == "Customer" }.count == 60)
    let customers = records.filter { $0["Type"] == "Customer" }
    #expect(customers.filter { $0["Annual Recurring Revenue"] == "" }.map { $0["Account Name"] } == [withoutARR])
    #expect(customers.filter { $0["Churn Date"] != "" }.count == 5)
    #expect(customers.first { $0["Account Name"] == "Nordhavn Facility A/S" }?["Churn Date"] == "09/30/2026")
  }

  @Test func `the report of opportunities names accounts by 15 characters and ends with a total`() throws {
    let text = try text(Made.export("report-opportunities"), .isoLatin1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first == """
        "Opportunity Name","Account ID","Account Name","Type","Stage","Amount","Close Date",\
        "Probability (%)","Loss Reason"
        """)
    let count = Made.facts.deals.count
    #expect(lines.count == count + 7)
    #expect(lines[count + 1] == "" && lines[count + 2].hasPrefix("\"Grand Totals (\(count) records)\",\"\",\"\""))
    #expect(lines[count + 5] == "\"Copyright (c) 2000-2026 the maker of the CRM. All rights reserved.\"")
    let records = Made.records(Array(CSV.rows(text).prefix(count + 1)))
    #expect(records.allSatisfy { $0["Account ID"]?.count == 15 })
    #expect(Set(records.compactMap { $0["Type"] }) == ["Renewal", "Existing Business", "New Business"])
    #expect(
      Set(records.compactMap { $0["Stage"] }) == [
        "Closed Won", "Closed Lost", "Negotiation", "Proposal", "Qualification",
      ])
    #expect(Set(records.compactMap { $0["Probability (%)"] }) == ["100%", "0%", "75%", "50%", "20%"])
  }

  @Test func `tickets name their organisation in several ways, and some not at all`() throws {
    let bytes = try Made.export("tickets")
    let rows = CSV.rows(String(decoding: bytes, as: UTF8.self))
    #expect(rows[0] == TicketExport.header)
    #expect(rows[0].prefix(4) == ["Summation column", "Id", "Requester", "Requester id"])
    #expect(rows[0].count == 42 && rows.allSatisfy { $0.count == 42 })
    let records = Made.records(rows)
    func words(_ column: String) -> Set<String> { Set(records.compactMap { $0[column] }) }
    #expect(words("Priority") == ["Urgent", "High", "Normal", "Low", "-"])
    #expect(words("Satisfaction Score") == ["Good", "Bad", "Offered", "Not Offered"])
    #expect(words("Status") == ["Open", "Pending", "Hold", "Solved", "Closed"])
    #expect(words("Organization").isSuperset(of: ["", "Tavernside Inns Limited", "Logis Marivaux S.A.S."]))
    #expect(words("Organization").contains { $0 == $0.uppercased() && $0 != "" })
    #expect(records.allSatisfy { ($0["Created at"] ?? "").wholeMatch(of: /2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d/) != nil })
    #expect(records.filter { $0["Organization"] == "Segelclub Buhnenkopf e.V." }.count == 7)
    #expect(records.filter { $0["Organization"] == "Tidemark Staffing Ltd" }.count == 4)
    #expect(records.allSatisfy { $0["Requester email"]?.hasSuffix("@\($0["Requester domain"] ?? "")") == true })
  }

  @Test func `the events are gzip without a time, and 140,000 rows`() throws {
    let bytes = try Made.export("events")
    #expect(bytes.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3])
    let lines = try Inflated.bytes(bytes).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 140_001)
    #expect(lines[0].elementsEqual("at,company,user_id,event".utf8))
    #expect(Set(lines).count == lines.count)
    let testers = lines.filter { String(decoding: $0, as: UTF8.self).contains(",vigie-test.example,qa") }
    #expect(testers.count == Made.facts.usage.filter(\.user.isTester).count && testers.count > 200)
    let last = String(decoding: lines[140_000], as: UTF8.self)
    #expect(last.hasPrefix("2026-11-16T05:") && last.contains("Z,"))
    #expect(
      String(decoding: lines[1], as: UTF8.self)
        .wholeMatch(of: /2026-05-18T05:\d\d:\d\dZ,[a-z-]+\.example,u-\d{5},[a-z_]+/) != nil)
  }

  @Test func `the timeline is windows-1252 with semicolons, and its notes are HTML`() throws {
    let bytes = try Made.export("timeline")
    let text = try text(bytes, .windowsCP1252)
    #expect(text.hasPrefix("Company Id;Context Name;Activity Date;Subject;Notes;Activity Type;Author\r\n"))
    // A dash, an apostrophe and the sign of the euro, which ISO-8859-1 does not have.
    for byte: UInt8 in [0x80, 0x92, 0x96] { #expect(bytes.contains(byte)) }
    let records = Made.records(CSV.rows(text, delimiter: ";"))
    #expect(records.count == Made.facts.activities.count)
    #expect(Set(records.compactMap { $0["Activity Type"] }) == ["Call", "Meeting", "Email", "EBR", "Update"])
    #expect(records.allSatisfy { ($0["Activity Date"] ?? "").wholeMatch(of: /\d\d\/\d\d\/\d{4} \d\d:\d\d/) != nil })
    let notes = records.compactMap { $0["Notes"] }
    for mark in ["<p>", "<ul><li>", "</ul>\n<p><b>Next:</b> ", "&amp;", "&lt;", "\"traffic light\""] {
      #expect(notes.contains { $0.contains(mark) }, "\(mark)")
    }
    for (record, activity) in zip(records, Made.facts.activities) {
      #expect(plain(record["Notes"] ?? "") == activity.note.text)
    }
  }

  /// A note without its tags, read as a browser shows it, in one line.
  private func plain(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the workbook has its sheets, titles and days`() throws {
    let parts = try Inflated.parts(Made.export("flags"))
    func part(_ name: String) throws -> String { String(decoding: try #require(parts[name]), as: UTF8.self) }
    let book = try part("xl/workbook.xml")
    #expect(book.contains(#"<sheet name="Read me" sheetId="1" r:id="rId1"/><sheet name="Flags" sheetId="2""#))
    #expect(book.contains(#"<sheet name="Lists" sheetId="3" state="hidden""#))
    #expect(try part("docProps/core.xml").contains("2026-11-16T07:00:00Z</dcterms:created>"))
    let flags = try part("xl/worksheets/sheet2.xml")
    #expect(flags.contains(#"<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A2:F2"/></mergeCells>"#))
    #expect(flags.contains("<row r=\"4\"") && !flags.contains("<row r=\"3\""))
    let strings = try part("xl/sharedStrings.xml").matches(of: /<si>(.*?)<\/si>/).map { String($0.1) }
    let header = flags.matches(of: /<c r="[A-F]4"[^>]*><v>(\d+)<\/v>/).compactMap { Int($0.1).map { strings[$0] } }
    #expect(header == FlagsWorkbook.header.map { "<t>\($0)</t>" })
    // One row more than there are judgements: that of the failed look-up.
    #expect(flags.matches(of: /<c r="A\d+"/).count == 3 + Made.facts.judgements.count + 1)
    #expect(strings.contains("<t>#N/A</t>") && strings.contains { $0.contains("<r><rPr><b/>") })
    #expect(try part("xl/styles.xml").contains(#"formatCode="dd.mm.yyyy""#))
    let days = flags.matches(of: /<c r="B(\d+)" s="\d"><v>(\d+)<\/v>/).compactMap { Int($0.2) }
    // 25569 is 1 January 1970 in a workbook.
    #expect(days == Made.facts.judgements.map { $0.day.number + 25_569 })
  }
}
