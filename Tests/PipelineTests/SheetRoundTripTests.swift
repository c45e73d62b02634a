import Foundation
import Health
import Review
import SeededRandom
import Tables
import Testing

@testable import Pipeline

/// Random judgements on their way through sheets, people's edits and back: nothing is lost and nothing invented.
///
/// `SHEET_ROWS=1000` makes more of them.
@Suite struct SheetRoundTripTests {
  /// What is typed, and what a table says of it.
  private static let texts: [(typed: String, said: String)] = [
    ("", ""), ("Champion leaves.", "Champion leaves."), ("=1+1", "=1+1"),
    ("=HYPERLINK(\"http://a\",\"b\")", "=HYPERLINK(\"http://a\",\"b\")"),
    ("a\nb", "a\nb"), ("  padded  ", "padded"), ("says \"no\", twice", "says \"no\", twice"), ("-", ""), ("n/a", ""),
    ("été ; \u{1F7E2}", "été ; \u{1F7E2}"), ("00042", "00042"), ("+33 1", "+33 1"), ("_x000D_", "_x000D_"),
    ("'x", "'x"),
    ("TRUE", "TRUE"), ("3-12", "3-12"), ("@all", "@all"), ("a;b\tc", "a;b c"), ("<b>&amp;", "<b>&amp;"),
  ]
  private static let people = ["Dana Holm", "Luc Perrin", "Ines d’Or", "Ærø; \"Bo\""]

  private struct Expected: Equatable {
    var sentiment: [String] = []
    var reviews: [String] = []
    var risks: [String] = []
    var refused = 0

    mutating func sort() {
      sentiment.sort()
      reviews.sort()
      risks.sort()
    }
  }

  private func portfolio(_ count: Int) throws -> Starter {
    let starter = try Starter()
    for table in ["sentiment", "touchpoints", "plans"] {
      try? FileManager.default.removeItem(atPath: "\(starter.folder.path)/data/\(table).csv")
    }
    let accounts = (0..<count).map { number in
      "00\(1000 + number),Customer \(number),\"\(Self.people[number % 4].replacing("\"", with: "\"\""))\",1000,2024-01-01,2027-10-01"
    }
    try starter.write(
      (["account_id,name,csm,arr,started_on,renews_on"] + accounts).joined(separator: "\n") + "\n",
      to: "data/accounts.csv")
    try starter.write("account_id,date,weekly_active_users\n", to: "data/measures.csv")
    try starter.write("title: Round trip\n", to: "vigie.yml")
    return starter
  }

  @Test func `nothing that people say in sheets is lost, doubled or invented, and every refusal is told`() async throws
  {
    let count = ProcessInfo.processInfo.environment["SHEET_ROWS"].flatMap(Int.init) ?? 50
    var draws = SplitMix64(seed: 7)
    let starter = try portfolio(count)
    let asked = try await starter.sheet()
    #expect(asked.rows.count == count)
    var sheet = asked
    var expected = Expected()
    for number in 0..<count {
      let id = "00\(1000 + number)"
      var cells: [FilledSheet.Column: String] = [:]
      let by = draws.pick(Self.people)
      cells[.by] = by
      let day = draws.whole(below: 3) == 0 ? "2026-11-\(10 + draws.whole(below: 6))" : ""
      cells[.saidOn] = day
      let date = day.isEmpty ? "2026-11-16" : day
      let (reason, note) = (draws.pick(Self.texts), draws.pick(Self.texts))
      switch draws.whole(below: 6) {
      case 0: break
      case 1:
        cells[.flag] = "blue"
        expected.refused += 1
      case 2 where !reason.said.isEmpty:
        cells[.reason] = reason.typed
        expected.refused += 1
      default:
        let flag = draws.pick(Sentiment.Flag.allCases)
        (cells[.flag], cells[.reason], cells[.note]) = (flag.rawValue.uppercased(), reason.typed, note.typed)
        expected.sentiment.append([id, date, flag.rawValue, by, reason.said, note.said, ""].joined(separator: "|"))
      }
      if draws.whole(below: 3) == 0 {
        let decision = draws.pick(ReviewDecision.Decision.allCases)
        let step = draws.pick(Self.texts)
        (cells[.decision], cells[.nextStep]) = (decision.rawValue, step.typed)
        expected.reviews.append(
          [id, date, "unscored", decision.rawValue, by, "", step.said, "", ""].joined(separator: "|"))
      }
      if draws.whole(below: 3) == 0 {
        let (kind, severity) = (draws.pick(Risk.Kind.allCases), draws.whole(in: 0...5))
        let seen = draws.pick(Self.texts)
        (cells[.riskKind], cells[.riskSeverity], cells[.riskNote]) = (kind.rawValue, String(severity), seen.typed)
        if severity == 0 {
          expected.refused += 1
        } else {
          expected.risks.append(
            [id, date, kind.rawValue, String(severity), seen.said, by, "", ""].joined(separator: "|"))
        }
      }
      try sheet.fill(id, cells)
    }
    // Three people share the rows out among them; one of them turns the columns round and adds one.
    sheet.rows.shuffle(using: &draws)
    let third = max(1, count / 3)
    var parts = stride(from: 0, to: count, by: third).map { start in
      var part = sheet
      part.rows = Array(sheet.rows[start..<min(start + third, count)])
      return part
    }
    parts[0].header = ["Mine"] + parts[0].header.reversed()
    parts[0].rows = parts[0].rows.map { ["x"] + $0.reversed() }
    let files = parts.indices.map { "\(starter.folder.path)/part-\($0).xlsx" }
    for (part, file) in zip(parts, files) { try part.save(as: file) }

    let collected = try starter.folder.collect(files, on: Starter.asOf)
    expected.sort()
    let found = try recorded(in: starter, refused: collected.refused)
    for (one, other) in [
      (found.sentiment, expected.sentiment), (found.reviews, expected.reviews), (found.risks, expected.risks),
    ] {
      #expect(Set(one).subtracting(other) == [] && Set(other).subtracting(one) == [])
    }
    #expect(found.refused == expected.refused)
    #expect(collected.recorded.count == expected.sentiment.count + expected.reviews.count + expected.risks.count)
    #expect(expected.refused > 3 && expected.sentiment.count > count / 3)
    let again = try starter.folder.collect(files.reversed(), on: Starter.asOf + 1)
    #expect(again.recorded.isEmpty && again.known == collected.recorded.count && again.refused == collected.refused)
    #expect(try recorded(in: starter, refused: collected.refused) == found)
  }

  private func recorded(in starter: borrowing Starter, refused: Int) throws -> Expected {
    func rows(_ table: String) throws -> [String] {
      var reader = try TableReader(file: "\(starter.folder.path)/data/\(table).csv")
      var rows: [String] = []
      while try reader.advance() {
        rows.append(
          reader.header.indices.map { cell in reader.withCell(cell) { String(decoding: $0, as: UTF8.self) } }
            .joined(separator: "|"))
      }
      return rows
    }
    var all = Expected(
      sentiment: try rows("sentiment"), reviews: try rows("reviews"), risks: try rows("risks"), refused: refused)
    all.sort()
    return all
  }
}
