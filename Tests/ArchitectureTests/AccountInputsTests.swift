import Foundation
import Testing

/// Nothing that the page of an account may show is missing from the digest of what it is made of.
@Suite struct AccountInputsTests {
  /// The types that the pages read, each with the file of its declaration and the properties that the digest has no use
  /// for.
  private static let types: [(type: String, file: String, apart: Set<String>)] = [
    ("Account", "Health/Account", []), ("Touchpoint", "Health/Records", []), ("Ticket", "Health/Records", []),
    ("ReplacedTicket", "Health/Records", []), ("Contact", "Health/Records", []), ("Goal", "Health/Records", []),
    ("Outcome", "Health/Records", []), ("AccountCells", "Health/AccountCells", []),
    ("Sentiment", "Review/Sentiment", []), ("Risk", "Review/Risk", []),
    ("ReviewDecision", "Review/ReviewDecision", []), ("Score", "Health/Score", []),
    ("MeasureScore", "Health/Score", []), ("DimensionScore", "Health/Score", []), ("ScoreDetail", "Health/Score", []),
    ("Observation", "Health/Observation", []),
    // What is published is made of the points.
    ("TrendScore", "Health/ScoresByDay", ["points"]),
    ("PeerRank", "Health/PeerTables", []), ("MeasureMove", "Review/Driver", []),
    ("ScoreWindow", "Review/Brief/ScoreWindow", []), ("PublishedScore", "Review/History/PublishedEdition", []),
    ("RecordedScore", "Review/History/EditionRecord", []), ("ScoreChange", "Health/ScoreChange", []),
    // The account is the one whose page it is.
    ("Mover", "Review/Driver", ["account"]), ("RhythmShift", "Review/Brief/RhythmShifts", ["account"]),
    ("ListItem", "Review/ListItem", ["account"]),
    ("AccountChange", "Review/History/EditionComparison", ["account", "id"]),
    (
      "AccountReview", "Review/AccountReview",
      // The model is its segment's; the others follow from the rows and the scores.
      [
        "account", "model", "changes", "direction", "sentiment", "sentimentStatus", "openRisks", "points", "exposure",
        "daysToRenewal", "isLapsed", "isAtRisk",
      ]
    ),
    (
      "Evidence", "Health/Evidence",
      // The first two are settings; the tables are the rows without their texts.
      ["feedMaxAge", "spelling", "tables"]
    ),
    // The note about the edition stands on the front page.
    ("Judgement", "Review/Judgement", ["editionNote", "opinions", "privateMark"]),
    (
      "History", "Review/History/History",
      // What the models say is in what is restated, and what the last edition said in the comparison with it; the others
      // are about lost accounts, about the portfolio, or stand on other pages.
      ["models", "previous", "listings", "formerPages", "feed", "withdrawn", "forecasts", "lists", "replaced"]
    ),
    (
      "Review", "Review/Review",
      // Rules are settings; items and ranks are asked for one account; the rest is about the portfolio.
      [
        "scorer", "rules", "accounts", "byExposure", "segments", "lists", "itemsByAccount", "publishedScores",
        "figures", "shift", "revenue", "retentionTrend", "backtest", "forecast", "attention", "spotChecks",
        "expansionDropOuts",
      ]
    ),
    (
      "Telling", "Site/Telling",
      // The frame of the pages has what the context says of the edition, and the rest of it is settings; `fallOf` has the
      // movers of an account; the others stand on other pages, or are made of words and settings.
      [
        "context", "formats", "measures", "links", "movers", "sharedNames", "change", "drift", "losses", "changes",
      ]
    ),
  ]

  @Test func `every property of what pages read is digested, or named here as apart`() throws {
    let digested = try SourceFile.all(in: "Sources/Site/Inputs").map { try text(of: $0.path) }.joined()
    for (type, file, apart) in Self.types {
      let properties = try Self.properties(of: type, in: text(of: "Sources/\(file).swift"))
      #expect(properties.count > 1, "\(type)")
      #expect(apart.subtracting(properties) == [], "\(type)")
      let missing = properties.subtracting(apart).filter { !digested.contains(".\($0)") }
      #expect(missing == [], "\(type)")
    }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: SourceFile.repository.appending(path: path), encoding: .utf8)
  }

  /// The names of the stored properties in the declaration of a type.
  private static func properties(of type: String, in text: String) throws -> Set<String> {
    var lines = text.split(separator: "\n")[...]
    lines = lines.drop { $0.firstMatch(of: /(struct|class) (\w+)/)?.output.2 != type[...] }
    let indentation = lines.first?.prefix { $0 == " " } ?? ""
    let body = lines.dropFirst().prefix { $0 != indentation + "}" }
    let properties = body.compactMap { line -> Substring? in
      let pattern = /( *)(public |private |private\(set\) )?(let|var) (\w+)/
      guard let match = line.prefixMatch(of: pattern) else { return nil }
      let isStored = !line.contains("{") || line.contains(" = {")
      return match.output.1 == indentation + "  " && isStored ? match.output.4 : nil
    }
    return Set(properties.map(String.init))
  }
}
