import Foundation
import Testing

/// `vigie backtest`: the figures in the terminal and as JSON, and gates on them.
@Suite struct BacktestTests {
  @Test func `without outcomes it says so for every horizon`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("backtest")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        Portfolio health on 2026-11-16, model default-1

        30 days before the outcome
          no account had an outcome and was a customer then

        90 days before the outcome
          no account had an outcome and was a customer then

        180 days before the outcome
          no account had an outcome and was a customer then

        """)
    #expect(try folder.files("p")["site/index.html"] == nil)
  }

  @Test func `a horizon reads as a table of bands and a line a figure`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes(accounts: 40)
    let outcome = try folder.run("backtest", ["--horizon", "90"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        Portfolio health on 2026-11-16, model plain

        90 days before the outcome: 40 accounts with a score, 18 lost (45.0%)
          band    accounts  lost   rate   95% interval
          green          9     1  11.1%   2.0 to 43.5%
          yellow        13     8  61.5%  35.5 to 82.3%
          red           18     9  50.0%  29.0 to 71.0%
          missed: 5.6% (1.0 to 25.8%) of the lost were green
          recall: 50.0% (29.0 to 71.0%) of the lost were red
          precision: 50.0% (29.0 to 71.0%) of the red were lost
          lift: red accounts were lost 1.11 times as often as all
          auc: 0.62 (0.44 to 0.80), cannot be told from chance yet, nor from a useful score
          lead time: 0 days of yellow or red before the lost ones left, in the median
          scores: 40 of 40 recalculated with today's model

        """)
  }

  @Test func `as JSON it has what report.json has under backtest, beside the model`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    let printed = try folder.run("backtest", ["--json"])
    #expect(printed.status == 0 && printed.errors.isEmpty)
    _ = try folder.run("build")
    let report = String(decoding: try #require(try folder.files()["report.json"]), as: UTF8.self)
    let start = try #require(report.range(of: "\n\"backtest\":")).lowerBound
    let end = try #require(report.range(of: ",\n\"forecast\":")).lowerBound
    let horizons = report[start..<end]
    #expect(
      printed.output
        == "{\"as_of\":\"2026-11-16\",\"since\":null,\"model\":{\"version\":\"plain\",\"fitted\":null},"
        + "\"in_sample\":{\"30\":0,\"90\":0,\"180\":0},\(horizons),\n\"since_fit\":null}\n")
    let one = try object(try folder.run("backtest", ["--json", "--horizon", "30"]).output)
    #expect(try #require(one["backtest"] as? [String: Any]).keys.sorted() == ["30"])
  }

  @Test func `as JSON a fitted model is marked, with its figures on the outcomes since the fit`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    let whole = try object(try folder.run("backtest", ["--json"]).output)
    try folder.append("fitted: {on: 2026-08-01, outcomes: 150, until: 2026-07-31}\n", to: "model.yml")
    let marked = try object(try folder.run("backtest", ["--json"]).output)
    let model = try #require(marked["model"] as? [String: Any])
    #expect(
      model["fitted"] as? NSDictionary == ["on": "2026-08-01", "outcomes": 150, "until": "2026-07-31"] as NSDictionary)
    #expect(marked["backtest"] as? NSDictionary == whole["backtest"] as? NSDictionary)
    // --since gives those that decided later, and the rest is in the sample.
    let later = try object(try folder.run("backtest", ["--json", "--since", "2026-08-01"]).output)
    #expect(later["since"] as? String == "2026-08-01" && later["since_fit"] is NSNull)
    #expect(marked["since_fit"] as? NSDictionary == later["backtest"] as? NSDictionary)
    func n(_ report: [String: Any], _ key: String) throws -> Int {
      let horizon = try #require((report[key] as? [String: Any])?["90"] as? [String: Any])
      return try #require(horizon["n"] as? Int)
    }
    let seen = try #require((marked["in_sample"] as? [String: Any])?["90"] as? Int)
    #expect(try seen > 0 && n(marked, "since_fit") > 0 && n(marked, "backtest") == seen + n(marked, "since_fit"))
  }

  @Test func `only decisions from a day on are looked at when that is asked`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    let outcome = try folder.run("backtest", ["--since", "2026-08-01", "--horizon", "30", "--fail-if", "n < 400"])
    #expect(outcome.output.contains("\nonly accounts that decided on 2026-08-01 or later\n"), "\(outcome.output)")
    // A gate applies to what is shown.
    #expect(outcome.status == 1 && outcome.errors.hasPrefix("vigie: 'n < 400' holds: n 30 days before is "))
    #expect(try folder.run("backtest", ["--since", "August"]).status == 64)
    // Nobody can have decided after the as-of day.
    let later = try folder.run("backtest", ["--since", "2026-11-17"])
    #expect(later.status == 1 && later.errors.contains("--since is 2026-11-17, after 2026-11-16"), "\(later.errors)")
    #expect(try folder.run("backtest", ["--since", "2026-11-16"]).status == 0)
    #expect(try folder.run("tune", ["--out", "-"]).status == 64)
  }

  @Test func `outcomes that are parted completely are no certainty, and one dimension is compared with nothing`() throws
  {
    let folder = try StarterFolder()
    try folder.makeOutcomes(accounts: 40, allFollow: true)
    // The measure that decides, alone.
    try folder.write(StarterFolder.model.replacing("weight: 90", with: "weight: 0"), to: "model.yml")
    let printed = try folder.run("backtest", ["--horizon", "90"])
    #expect(
      printed.output.contains(
        "\n  auc: 1.00 (no width can be estimated from outcomes that are parted completely; surely above 0.76), "
          + "better than chance\n"), "\(printed.output)")
    #expect(try folder.run("build").status == 0)
    let page = String(decoding: try #require(try folder.files()["backtest.html"]), as: UTF8.self)
    #expect(page.contains("show only that it lies above 76"))
    #expect(page.contains("1.00, no interval can be estimated"))
    #expect(!page.contains("1.00 (1.00 to 1.00)"))
    #expect(page.contains("The model has one dimension"))
  }

  @Test func `every miss and every false alarm is named, on as many sheets as it takes`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    #expect(try folder.run("build").status == 0)
    let files = try folder.files()
    let report = try object(try folder.run("backtest", ["--json", "--horizon", "90"]).output)
    let horizon = try #require((report["backtest"] as? [String: Any])?["90"] as? [String: Any])
    let bands = try #require(horizon["bands"] as? [String: [String: Any]])
    func count(_ band: String, _ key: String) throws -> Int { try #require(bands[band]?[key] as? Int) }
    let wanted = [
      "misses": try count("green", "churned"), "false-alarms": try count("red", "n") - count("red", "churned"),
    ]
    for (kind, count) in wanted {
      #expect(count > 20, "\(kind) fit on the page")
      let sheets = files.filter { $0.key.hasPrefix("\(kind).") }.values.map { String(decoding: $0, as: UTF8.self) }
      #expect(sheets.count == (count + 59) / 60)
      #expect(Set(sheets.flatMap { $0.matches(of: />Name (\d+)</).map(\.output.1) }).count == count)
    }
    let page = String(decoding: try #require(files["backtest.html"]), as: UTF8.self)
    #expect(page.contains("<a href=\"misses.html\">All \(wanted["misses"] ?? 0)</a>"))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a gate that holds is named and ends the command with 1`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    let outcome = try folder.run(
      "backtest",
      [
        "--json", "--fail-if", "auc < 0.9", "--fail-if", "auc < 0.1 at 90", "--fail-if", "lead_time > 400", "--horizon",
        "90",
      ])
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3, "\(outcome.errors)")
    #expect(lines[0].hasPrefix("vigie: 'auc < 0.1 at 90' does not hold: auc 90 days before is 0."))
    #expect(lines[1] == "vigie: 'lead_time > 400' does not hold: lead_time 90 days before is 0 days")
    #expect(lines[2].hasPrefix("vigie: 'auc < 0.9' holds: auc 90 days before is 0."))
    #expect(outcome.output.contains("\"backtest\":{\n\"90\":{"))
  }

  @Test func `a gate on what cannot be known yet ends the command only when that was asked`() throws {
    let folder = try StarterFolder()
    let told = try folder.run("backtest", ["--fail-if", "auc < 0.6"])
    #expect(told.status == 0)
    #expect(
      told.output.hasSuffix(
        "'auc < 0.6' cannot be told: auc 90 days before is not known yet (0 lost and 0 kept, and it takes 10 of each)\n"
      ))
    #expect(
      try folder.run("backtest", ["--json", "--fail-if", "auc unknown at 180"]).errors
        == "vigie: 'auc unknown at 180' holds: auc 180 days before cannot be known yet\n")
  }

  @Test(arguments: [
    (["--fail-if", "acu < 0.6"], "'acu' is no figure of the backtest; did you mean 'auc'?"),
    (["--fail-if", "auc < 0.6 at 60"], "'60' in 'auc < 0.6 at 60' is no horizon; write 30, 90 or 180"),
    (["--horizon", "60"], "--horizon is 60; write 30, 90 or 180"),
  ])
  func `a gate that cannot be read is wrong usage`(arguments: [String], message: String) throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("backtest", arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: \(message)\n"), "\(outcome.errors)")
  }
}
