import Health
import Portfolio
import Review
import Testing

/// Faults of `model.yml`, each with its line and column.
@Suite struct ModelFileTests {
  private static let head = "version: \"1\"\ndimensions:\n  usage:\n    weight: 1\n    measures:\n"

  private func findings(_ text: String) throws -> [String] { try loaded(["model.yml": text]).findings }

  @Test(arguments: [
    (
      "      logins: {wrst: 0, best: 1}\n",
      "6:16: error: unknown key 'wrst' in the measure logins; did you mean 'worst'?"
    ),
    (
      "      logins: {worst: 0, best: 1, weight: lots}\n",
      "6:43: error: the weight of logins is 'lots'; write a number such as 2 or 0.5"
    ),
    (
      "      logins: {worst: 0, best: 1, weight: -1}\n",
      "6:43: error: the weight of logins is -1; write a number of at least 0"
    ),
    ("      logins: {worst: 0}\n", "6:7: error: the measure 'logins' needs best to become a score"),
    ("      logins: {}\n", "6:7: error: the measure 'logins' needs points, or worst and best, to become a score"),
    ("      logins: {worst: 3, best: 3}\n", "6:7: error: worst and best of 'logins' must both be known and differ"),
    (
      "      logins: {points: [[0, 1], [0, 2]]}\n",
      "6:33: error: the points are out of order: 0.0 stands before 0.0; their values must rise"
    ),
    ("      logins: {points: [[0, 101]]}\n", "6:29: error: the score of a point is 101; write a number from 0 to 100"),
    (
      "      logins: {points: [[0, 1]], best: 3}\n",
      "6:40: error: the measure 'logins' has points and worst or best; write one or the other"
    ),
    (
      "      logins: {read: change, per: seats, worst: -1, best: 0}\n",
      "6:35: error: per cannot be used with read: change; a change is a ratio already"
    ),
    (
      "      logins: {read: rhythm, per: seats, worst: -1, best: 0}\n",
      "6:35: error: per cannot be used with read: rhythm; a change is a ratio already"
    ),
    (
      "      logins: {read: rhythm, worst: -1, best: 0, unit: share}\n",
      "6:56: error: the measure 'logins' needs no unit; a change is told in per cent"
    ),
    (
      "      contact: {of: champions, read: rhythm, worst: -80, best: 0}\n",
      "6:21: error: read: rhythm needs dated observations; 'champions' has one value at a time"
    ),
    (
      "      logins: {worst: 0, best: 1}\nmodels:\n  big: {dimensions: {usage: {measures: {login: {best: 2}}}}}\n",
      "8:41: error: the measure 'login' needs worst to become a score; did you mean 'logins'?"
    ),
    (
      "      logins: {worst: 0, best: 1}\n  support: {weight: 1, measures: {}}\nmodels:\n"
        + "  big: {dimensions: {support: {measures: {logins: {worst: 0, best: 1}}}}}\n",
      "9:43: error: the measure 'logins' stands in the dimension 'usage'; keys are unique across dimensions"
    ),
    (
      "      logins: {worst: 0, best: 1}\nmodels:\n"
        + "  big: {dimensions: {usage: {measures: {use: {of: champions, read: sum, worst: 0, best: 1}}}}}\n",
      "8:51: error: read: sum needs dated observations; 'champions' has one value at a time"
    ),
    (
      "      logins: {worst: 0, best: 1, unit: shares}\n",
      "6:41: error: unit is 'shares'; did you mean 'share'? known: days, money, number, percent, share, or own words"
    ),
    (
      "      logins: {read: change, worst: -1, best: 0, unit: share}\n",
      "6:56: error: the measure 'logins' needs no unit; a change is told in per cent"
    ),
    (
      "      logins: {worst: 0, best: 1, unit: {english: a week}}\n",
      "6:42: error: 'english' is no language; write a code such as en or fr"
    ),
    (
      "      logins: {worst: 0, best: 1}\nlabels:\n  logins: [a]\n",
      "8:11: error: the label of logins must be a text"
    ),
    (
      "      logins: {worst: 0, best: 1}\nmodels:\n  big: {dimensions: {usage: {measures: {logins: {unit: days}}}}}\n",
      "8:56: error: the unit of 'logins' stands with the base model; it is the same in every model"
    ),
    (
      "      logins: {read: median, worst: 0, best: 1}\n",
      "6:22: error: read is 'median'; write one of: latest, mean, sum, change, rhythm, peers"
    ),
    (
      "      contact: {of: champions, read: mean, worst: 0, best: 1}\n",
      "6:21: error: read: mean needs dated observations; 'champions' has one value at a time"
    ),
    (
      "      logins: {worst: 0, best: 1}\n  support:\n    weight: 1\n    measures:\n      logins: {worst: 0, best: 1}\n",
      "10:7: error: the measure 'logins' stands in the model twice; keys are unique across dimensions"
    ),
    (
      "      logins: {worst: 0, best: 1}\nfitted: {on: 2026-11-16, outcomes: 0, until: 2026-05-01}\n",
      "7:36: error: outcomes is '0'; write a whole number of at least 1"
    ),
    (
      "      logins: {worst: 0, best: 1}\nfitted: {on: 2026-05-01, outcomes: 9, until: 2026-11-16}\n",
      "7:46: error: until is 2026-11-16, after the fit on 2026-05-01; a fit knows no later outcomes"
    ),
    (
      "      logins: {worst: 0, best: 1}\nfitted: {on: 2026-05-01, outcomes: 9}\n",
      "7:9: error: fitted has no until"
    ),
    (
      "      logins: {worst: 0, best: 1}\ncaps:\n  - {measure: login, above: 1, band: red}\n",
      "8:15: error: the model has no measure 'login'; did you mean 'logins'?"
    ),
    (
      "      logins: {worst: 0, best: 1}\ncaps:\n  - {measure: logins, above: 1, band: green}\n",
      "8:39: error: a cap holds at yellow or red"
    ),
    (
      "      logins: {worst: 0, best: 1}\ncaps:\n  - {measure: logins, band: red}\n",
      "8:5: error: the cap needs above or below"
    ),
    (
      "      logins: {worst: 0, best: 1}\nsegments:\n  - {id: a, model: larg}\nmodels:\n  large: {weights: {usage: 2}}\n",
      "8:20: error: there is no model 'larg'; did you mean 'large'?"
    ),
    (
      "      logins: {worst: 0, best: 1}\nsegments:\n  - {id: a, when: {seats: \">= many\"}}\n  - {id: b}\n",
      "8:27: error: the condition '>= many' compares with no number; write one such as >= 1000"
    ),
    (
      "      logins: {worst: 0, best: 1}\nmodels:\n  large: {weights: {usge: 2}}\n",
      "8:21: error: the base model has no dimension 'usge'; did you mean 'usage'?"
    ),
    (
      "      logins: {worst: 0, best: 1}\nmodels:\n  large: {weights: {usage: 0}}\n",
      "8:10: error: the model 'large' leaves no measure any weight"
    ),
    (
      "      logins: {worst: 0, best: 1}\nbands: {green: 40, yellow: 40}\n",
      "7:8: error: yellow begins at 40 and green at 40; green must begin higher"
    ),
    (
      "      logins: {worst: 0, best: 1}\nexpansion: {measure: seat_use}\n",
      "7:22: error: the model has no measure 'seat_use'; known: logins"
    ),
    (
      "      logins: {worst: 0, best: 1}\nchanged: {date: yesterday}\n",
      "7:17: error: date is 'yesterday'; write a day such as 2026-10-01"
    ),
  ])
  func `a fault is reported where it stands and stops the build`(rest: String, finding: String) throws {
    let loaded = try loaded(["model.yml": Self.head + rest])
    #expect(loaded.findings.contains("model.yml:" + finding), "\(loaded.findings)")
    #expect(loaded.portfolio == nil)
  }

  @Test(arguments: [
    ("", "model.yml: error: the model is empty; it needs a version and dimensions"),
    ("version: \"1\"\n", "model.yml:1:1: error: the model has no dimensions"),
    ("version: \"1\"\ndimensions: {}\n", "model.yml:2:13: error: the model has no dimensions"),
    ("dimensions: {}\n", "model.yml:1:1: error: the model has no version; write one, such as version: \"2026-10\""),
    ("version: 1\nversion: 2\n", "model.yml:2:1: error: the same key stands twice: version"),
    ("- a\n", "model.yml:1:1: error: the model must be a mapping, with 'key: value' lines"),
  ])
  func `a model without what a model needs stops the build`(text: String, finding: String) throws {
    // An empty file would be left out, and the default model used.
    let loaded = try loaded(["model.yml": text.isEmpty ? "\n" : text])
    #expect(loaded.findings.contains(finding), "\(loaded.findings)")
    #expect(loaded.portfolio == nil)
  }

  @Test func `a measure that nobody feeds is a warning with the name that was meant`() throws {
    #expect(
      try findings(Self.head + "      use: {of: login, per: seat, worst: 0, best: 1}\n") == [
        "model.yml:6:17: warning: no data feeds 'login', which 'use' reads; did you mean 'logins'?",
        "model.yml:6:29: warning: no data feeds 'seat', which 'use' reads",
      ])
  }

  @Test func `a label of what nothing is called is a warning`() throws {
    let text =
      Self.head + "      logins: {worst: 0, best: 1, unit: share}\nlabels:\n  logins: {en: Logins}\n  logns: Logins\n"
    let loaded = try loaded(["model.yml": text])
    #expect(
      loaded.findings == [
        "model.yml:9:3: warning: nothing is called 'logns', for which labels has words; did you mean 'logins'?"
      ])
    #expect(loaded.portfolio?.models.labels["logins"]?.text(in: "en") == "Logins")
    #expect(loaded.portfolio?.models.labels["logins"]?.text(in: "fr") == nil)
    #expect(loaded.portfolio?.models.units == ["logins": .share])
  }

  @Test func `a segment without accounts and a condition on no column are warnings`() throws {
    let text = Self.head + "      logins: {worst: 0, best: 1}\nsegments:\n  - {id: a, when: {nmae: x}}\n  - {id: b}\n"
    #expect(
      try findings(text) == [
        "model.yml:8:20: warning: no account has a column 'nmae'; did you mean 'name'?",
        "model.yml:8:10: warning: no active account falls into the segment 'a'",
      ])
  }

  @Test func `an account that falls into no segment stops the build`() throws {
    let text = Self.head + "      logins: {worst: 0, best: 1}\nsegments:\n  - {id: a, when: {name: Acme}}\n"
    let loaded = try loaded(["model.yml": text])
    #expect(
      loaded.findings == [
        "model.yml: error: the account 'B2' falls into no segment; give the last segment no condition"
      ])
    #expect(loaded.portfolio == nil)
  }

  @Test func `a variant differs in the fields it gives and in those only`() throws {
    let text =
      Self.head + """
              logins: {worst: 0, best: 10, weight: 3}
              seats: {worst: 0, best: 10}
        models:
          large:
            bands: {green: 75}
            weights: {usage: 9}
            dimensions: {usage: {measures: {logins: {weight: 0}, seats: {points: [[1, 5]]}}}}
        segments: [{id: all, model: large}]
        """
    let models = try #require(loaded(["model.yml": text]).portfolio?.models)
    #expect(models.all.map(\.bands) == [BandEdges(), BandEdges(green: 75)])
    #expect(models.all.map { $0.dimensions[0].weight } == [1, 9])
    #expect(models.all[1].dimensions[0].measures.map(\.weight) == [0, 1])
    #expect(models.all[1].dimensions[0].measures[1].curve == Curve(points: [.init(x: 1, score: 5)]))
    #expect(models.all[0].dimensions[0].measures[1].curve == Curve(worst: 0, best: 10))
  }

  @Test func `a variant adds measures for itself alone, which its caps may name`() throws {
    let text =
      Self.head + """
              logins: {worst: 0, best: 10}
          support: {weight: 1, measures: {open_tickets: {worst: 9, best: 0}}}
        models:
          large:
            dimensions:
              usage: {measures: {rhythm: {of: logins, read: rhythm, worst: -80, best: 0, weight: 2, max_age: 7}}}
            caps: [{measure: rhythm, below: -90, band: red}]
          small: {dimensions: {support: {measures: {rhythm: {of: logins, worst: 0, best: 5, unit: days}}}}}
        segments: [{id: big, model: large, when: {name: Acme}}, {id: rest, model: small}]
        """
    let loaded = try loaded(["model.yml": text])
    let models = try #require(loaded.portfolio?.models)
    #expect(
      models.all.map { $0.dimensions.map { $0.measures.map(\.key) } } == [
        [["logins"], ["open_tickets"]], [["logins", "rhythm"], ["open_tickets"]],
        [["logins"], ["open_tickets", "rhythm"]],
      ])
    #expect(
      models.all[1].measure("rhythm")
        == MeasureDefinition(
          key: "rhythm", of: "logins", reading: .rhythm, maxAge: 7, curve: Curve(worst: -80, best: 0), weight: 2))
    #expect(models.all[1].caps.map(\.measure) == ["rhythm"])
    #expect(models.all[1].measure("rhythm").map(models.unit) == .activeDays)
    #expect(models.all[2].measure("rhythm").map(models.unit) == .days)
  }

  @Test func `a measure that a variant adds, and that nobody feeds, is a warning`() throws {
    let text =
      Self.head + "      logins: {worst: 0, best: 1}\nmodels:\n"
      + "  big: {dimensions: {usage: {measures: {use: {of: login, worst: 0, best: 1}}}}}\n"
    #expect(
      try findings(text) == [
        "model.yml:8:51: warning: no data feeds 'login', which 'use' reads; did you mean 'logins'?",
        "model.yml: warning: the model 'default' serves 2 active accounts; fewer than 20 cannot validate it",
      ])
  }

  @Test func `a model says on what outcomes it was fitted`() throws {
    let text =
      Self.head + "      logins: {worst: 0, best: 1}\nfitted: {on: 2026-11-16, outcomes: 123, until: 2026-05-01}\n"
    let day = try #require(Day(year: 2026, month: 11, day: 16))
    let until = try #require(Day(year: 2026, month: 5, day: 1))
    let models = try loaded(["model.yml": text]).portfolio?.models
    #expect(models?.fitted == Models.Fitted(on: day, outcomes: 123, until: until))
    #expect(try loaded([:]).portfolio?.models.fitted == nil)
  }

  @Test func `without a model file the default one is used and has no fault`() throws {
    let loaded = try loaded(["model.yml": ""])
    #expect(loaded.portfolio?.models.version == "default-1")
    #expect(loaded.findings.allSatisfy { $0.contains(": warning: ") })
  }
}

/// Faults of `vigie.yml`.
@Suite struct SettingsTests {
  @Test(arguments: [
    ("titel: x", "1:1: error: unknown key 'titel' in the settings; did you mean 'title'?"),
    ("locale: de", "1:9: error: locale is 'de'; write one of: en, fr"),
    ("currency: euro", "1:11: error: currency is 'euro'; write its three-letter code, such as EUR"),
    ("spot_check_weeks: 0", "1:19: error: spot_check_weeks is '0'; write a whole number from 1 to 520"),
    (
      "worth_acting_from: 10%",
      "1:20: error: worth_acting_from is '10%'; write a number such as 2 or 0.5"
    ),
    ("worth_acting_from: 10", "1:20: error: worth_acting_from is 10; write a number from 0.001 to 0.999"),
    ("capacity: -1", "1:11: error: capacity is '-1'; write a whole number of at least 0"),
    ("sources:\n  acounts: []", "2:3: error: unknown table 'acounts' in sources; did you mean 'accounts'?"),
    (
      "sources:\n  tickets: [{fiel: x}]", "2:14: error: unknown key 'fiel' in a source of tickets; did you mean 'file'?"
    ),
    (
      "sources:\n  tickets: [{query: x}]",
      "2:21: error: the query reads nothing that is named under files; name the files that it reads there"
    ),
    (
      "sources:\n  tickets: [{decimal: \",\"}]",
      "2:13: error: a source needs a file, or a sqlite file with a query, or a query over files"
    ),
    (
      "sources:\n  tickets: [{file: x, delimiter: \":\"}]",
      "2:34: error: delimiter is ':'; write one of: \",\", \";\", tab, \"|\""
    ),
    (
      "sources:\n  tickets: [{file: x, date_format: dd/mm/yyyy}]",
      "2:36: error: date_format is 'dd/mm/yyyy'; write year, month and day once each, such as dd/MM/yyyy, d MMM yy or yyyy-MM-dd, or unix, unix_ms or excel"
    ),
    (
      "sources:\n  tickets: [{file: x, columns: {opend_on: y}}]",
      "2:33: error: tickets has no column 'opend_on'; did you mean 'opened_on'?"
    ),
    (
      "sources:\n  tickets: [{file: x, values: {a: b}}]",
      "2:35: error: the values of a must be a mapping, with 'key: value' lines"
    ),
    (
      "retention_target: {gross: 90}",
      "1:27: error: gross is 90; write a number from 0 to 1"
    ),
    (
      "retention_target: {gross: 0.9, net: 0.8}",
      "1:37: error: net is 0.8 and gross 0.9; net counts growth, so that it cannot be lower"
    ),
    (
      "retention_target: {groos: 0.9}",
      "1:20: error: unknown key 'groos' in retention_target; did you mean 'gross'?"
    ),
    (
      "retention_target: {}",
      "1:19: error: retention_target names neither gross nor net; write such as {gross: 0.9, net: 1.05}"
    ),
    ("targets: {arr_at_risk: 4}", "1:24: error: arr_at_risk is 4; write a number from 0 to 1"),
    ("targets: {flags_due: 0.5}", "1:22: error: flags_due is '0.5'; write a whole number of at least 0"),
    ("targets: {flag_due: 5}", "1:11: error: unknown key 'flag_due' in targets; did you mean 'flags_due'?"),
    ("sources:\n  tickets: {file: x}", "2:12: error: the sources of tickets must be a list"),
  ])
  func `a fault is reported where it stands and stops the build`(text: String, finding: String) throws {
    let loaded = try loaded(["vigie.yml": text])
    #expect(loaded.findings.contains("vigie.yml:" + finding), "\(loaded.findings)")
    #expect(loaded.portfolio == nil)
  }

  @Test func `settings are read`() throws {
    let settings = try #require(
      loaded([
        "vigie.yml": "title: T\nlocale: fr\ncurrency: USD\nspot_check_weeks: 4\ncapacity: 9\nfeed_max_age: 3\n"
          + "retention_target: {gross: 0.9}\ntargets: {arr_at_risk: 0.04, open_divergences: 3}\n"
      ])
      .portfolio?.settings)
    #expect(settings.reviewRules.retentionTarget == RetentionTarget(gross: 0.9, net: nil))
    #expect(settings.reviewRules.targets == [.atRisk: 0.04, .divergences: 3])
    #expect(settings.title == "T")
    #expect(settings.locale == "fr")
    #expect([settings.spotCheckWeeks, settings.capacity, settings.feedMaxAge] == [4, 9, 3])
  }
}
