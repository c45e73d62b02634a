import EvidenceFixture
import Foundation
import Health
import Ledger
import Review
import SQLite
import Testing

/// What the ledger keeps, refuses and survives.
@Suite final class LedgerTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-ledger-\(UUID().uuidString)")
  private var file: String { folder.appending(path: Ledger.fileName).path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Two accounts with scores that depend on the day, and a yellow flag for the first.
  private func review(asOf: Day = today, score: Double = 80) async -> Review {
    var world = World(["a", "b"])
    world.accounts = world.accounts.map { Account(id: $0.id, name: $0.name, arr: 1000) }
    world.observe("score", score, on: asOf - 400, account: 0)
    world.observe("score", 30, on: asOf - 400, account: 1)
    let model = Model(MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity))
    let flag = Sentiment(date: asOf - 3, flag: .yellow)
    let judgement = Judgement(
      sentiment: RowsByAccount([(0, flag)], accounts: 2), risks: RowsByAccount(accounts: 2),
      reviews: RowsByAccount(accounts: 2))
    return await Review(world.scorer(model, asOf: asOf), judgement: judgement, rules: Review.Rules())
  }

  @discardableResult
  private func record(
    _ review: Review, revise: String? = nil, digest: String = "d", modelText: String = "by score",
    lastStep: () throws -> Void = {}
  ) throws -> PublishedEdition {
    try Ledger.open(file).record(
      review, revise: revise, tool: "test", currency: "EUR", modelText: modelText, fingerprint: "f " + digest,
      digest: digest, inputs: [("x", "y")]
    ) { _ in
      try lastStep()
      return "archive of " + digest
    }
  }

  private func history(
    _ accounts: [String] = ["a", "b"], aliases: [String: String] = [:], upTo asOf: Day = today
  ) throws -> History {
    let ledger = try #require(try Ledger.read(file))
    return try ledger.history(of: World(accounts).evidence(asOf: asOf), aliases: aliases, models: { _ in nil })
  }

  @Test func `an edition is read back as it was recorded`() async throws {
    let recorded = try record(await review())
    let history = try history()
    #expect(history.editions == [recorded])
    #expect(recorded.bands[.green].count == 1 && recorded.bands[.red].amount == 1000)
    #expect(history.scores[0].map(\.score) == [80] && history.scores[0].first?.flag == .yellow)
    #expect(history.scores[1].map(\.band) == [.red] && history.scores[1].first?.flag == nil)
  }

  @Test func `an edition whose last step fails is not on record, and the failure is told as it is`() async throws {
    struct Failure: Error {}
    let review = await review()
    #expect(throws: Failure.self) { try record(review) { throw Failure() } }
    #expect(try history().editions.isEmpty)
    #expect(try record(review).revision == 0)
    #expect(try history().editions.count == 1)
  }

  @Test func `an edition that is on record already still has its last step done`() async throws {
    let review = await review()
    try record(review)
    var steps = 0
    try record(review) { steps += 1 }
    #expect(steps == 1)
    #expect(try history().editions.count == 1)
  }

  @Test func `all that an edition said is read back, with its model`() async throws {
    let review = await review()
    try record(review, modelText: "by score")
    let models = review.models
    func read(_ accounts: [String], upTo asOf: Day) throws -> History {
      try #require(try Ledger.read(file)).history(
        of: World(accounts).evidence(asOf: asOf), aliases: [:], listed: [0], models: { $0 == "by score" ? models : nil }
      )
    }
    #expect(try read(["a", "b"], upTo: today).previous == nil, "an edition has none of its own week before it")
    let history = try read(["a", "c"], upTo: today + 7)
    let previous = try #require(history.previous)
    #expect(previous.edition == review.edition && previous.models == models && history.models == [models])
    #expect(history.editions.map(\.fingerprint) == ["f d"])
    let detail = try #require(review.review(of: 0))
    #expect(previous.scores == [RecordedScore(detail.detail, by: detail.model, arr: 1000), nil])
    #expect(previous.scores[0]?.parts.score == 80)
    #expect(previous.forgotten.map(\.id) == ["b"] && previous.forgotten[0].score.band == .red)
    #expect(history.listings[0].map(\.list) == [.greenButYellow] && history.listings[1].isEmpty)
    let ledger = try #require(try Ledger.read(file))
    #expect(try ledger.publishedWeeks().map(\.edition) == ["2026-W47"])
    #expect(try ledger.record(of: "2026-W46", accounts: [], aliases: [:], models: { _ in nil }) == nil)
  }

  @Test func `a ledger of the first format is read as it is, and carried over by the next publication`() async throws {
    try record(await review())
    // Removes again what a ledger of the first format lacks.
    try Database(file, .writing).execute(
      """
      DROP INDEX item_of_account;
      DROP TABLE feed;
      DROP TABLE accepted;
      DROP TABLE withdrawal;
      ALTER TABLE score DROP COLUMN name;
      ALTER TABLE score DROP COLUMN newest;
      ALTER TABLE edition DROP COLUMN fingerprint;
      ALTER TABLE edition DROP COLUMN model;
      ALTER TABLE edition DROP COLUMN archive_digest;
      ALTER TABLE edition DROP COLUMN renewals_not_agreed;
      ALTER TABLE edition DROP COLUMN sentiment_overdue;
      DROP TABLE model;
      ALTER TABLE edition DROP COLUMN feed;
      DROP TABLE page_of_edition;
      DROP TABLE page;
      DROP TABLE book;
      DROP TABLE forecast;
      DROP TABLE renewal;
      ALTER TABLE band DROP COLUMN arr_unknown;
      ALTER TABLE edition DROP COLUMN at_risk_accounts;
      ALTER TABLE edition DROP COLUMN at_risk_unknown;
      ALTER TABLE edition DROP COLUMN renewals_accounts;
      ALTER TABLE edition DROP COLUMN renewals_unknown;
      PRAGMA user_version = 1;
      """)
    let bytes = try Data(contentsOf: URL(filePath: file))
    let old = try history(upTo: today + 7)
    #expect(old.scores[0].map(\.score) == [80] && old.models == [nil] && old.editions[0].fingerprint == "")
    #expect(old.previous?.scores[0]?.score == 80)
    #expect(try Data(contentsOf: URL(filePath: file)) == bytes, "a reader changes nothing")
    try record(await review(asOf: today + 7), digest: "e")
    let carried = try history(upTo: today + 7)
    #expect(carried.editions.map(\.fingerprint) == ["", "f e"])
    #expect(carried.scores[0].map(\.score) == [80, 80])
  }

  @Test func `a ledger of the third format says nothing of names and feeds, and goes on`() async throws {
    try record(await review())
    try Database(file, .writing).execute(
      """
      DROP TABLE feed;
      DROP TABLE accepted;
      DROP TABLE withdrawal;
      ALTER TABLE score DROP COLUMN name;
      ALTER TABLE score DROP COLUMN newest;
      ALTER TABLE edition DROP COLUMN feed;
      DROP TABLE page_of_edition;
      DROP TABLE page;
      DROP TABLE book;
      DROP TABLE forecast;
      DROP TABLE renewal;
      ALTER TABLE band DROP COLUMN arr_unknown;
      ALTER TABLE edition DROP COLUMN at_risk_accounts;
      ALTER TABLE edition DROP COLUMN at_risk_unknown;
      ALTER TABLE edition DROP COLUMN renewals_accounts;
      ALTER TABLE edition DROP COLUMN renewals_unknown;
      PRAGMA user_version = 3;
      """)
    let old = try #require(try newest(["b"]))
    #expect(old.arrivals == nil && old.forgotten.map(\.name) == ["a"])
    try record(await review(asOf: today + 7), digest: "e")
    #expect(try newest(["a", "b"], upTo: today + 7)?.edition.description == "2026-W48")
  }

  private func newest(_ accounts: [String], upTo day: Day = today, except digest: String? = nil) throws
    -> EditionRecord?
  {
    try #require(try Ledger.read(file)).newestRecord(
      upTo: day, except: digest, accounts: World(accounts).accounts, aliases: [:], models: { _ in nil })
  }

  @Test func `what the next edition is held against is read back as it was recorded`() async throws {
    let review = await review()
    let feeds = [
      Arrivals.Feed(.table(.risks), rows: 3, newest: nil),
      Arrivals.Feed(.measure("score"), rows: 2, newest: today - 400),
    ]
    let arrivals = Arrivals(feeds: feeds, newest: [[nil, today - 400], [today, nil]])
    let accepted = [AcceptedGuard(.vanished, reason: "sold"), AcceptedGuard(.future, reason: "a rehearsal")]
    let recorded = try Ledger.open(file).record(
      review, revise: nil, tool: "test", currency: "EUR", modelText: "", fingerprint: "", digest: "d", inputs: [],
      arrivals: arrivals, accepted: accepted
    ) { _ in "" }
    #expect(recorded.accepted == accepted)
    #expect(try history().editions == [recorded])
    #expect(try newest(["a", "b"])?.arrivals == arrivals)
    #expect(try newest(["b"])?.arrivals == Arrivals(feeds: feeds, newest: [[today, nil]]))
    #expect(try newest(["b"])?.forgotten.map(\.name) == ["a"])
    #expect(try newest(["a"], except: "d") == nil && newest(["a"], upTo: today - 1) == nil)
  }

  @Test func `two customers that became one have the revenue of both`() async throws {
    try record(await review())
    for aliases in [["b": "a"], ["b": "c", "c": "a"]] {
      let record = try #require(try Ledger.read(file)).newestRecord(
        upTo: today, except: nil, accounts: World(["a"]).accounts, aliases: aliases, models: { _ in nil })
      #expect(
        record?.scores.map(\.?.arr) == [2000] && record?.scores[0]?.score == 80 && record?.forgotten.isEmpty == true)
    }
  }

  @Test func `a week from the same inputs is there once`() async throws {
    try record(await review())
    try record(await review())
    #expect(try history().editions.count == 1)
  }

  @Test func `a week from other inputs asks for a reason, and then both stay`() async throws {
    try record(await review())
    let changed = await review(score: 60)
    #expect(throws: LedgerError.published(edition: "2026-W47", revision: 0)) {
      try record(changed, digest: "e")
    }
    let revised = try record(changed, revise: "late data", digest: "e")
    #expect(revised.revision == 1 && revised.reason == "late data")
    let history = try history()
    #expect(history.editions.map(\.revision) == [0, 1])
    #expect(history.scores[0].map(\.score) == [80, 60])
    #expect(history.standing == [revised])
    // The same publication resumes where it was cut short.
    #expect(try record(changed, revise: "late data", digest: "e").revision == 1)
  }

  @Test func `a revision stands even when it reports on an earlier day of its week`() async throws {
    try record(await review(asOf: today + 2))
    let revised = try record(await review(asOf: today, score: 60), revise: "wrong day", digest: "e")
    let history = try history(upTo: today + 7)
    #expect(history.editions.map(\.revision) == [0, 1])
    #expect(history.standing == [revised])
    #expect(history.scores[0].map(\.score) == [80, 60])
  }

  @Test func `a week that was never published cannot be revised`() async throws {
    let review = await review()
    #expect(throws: LedgerError.nothingToRevise(edition: "2026-W47")) { try record(review, revise: "x") }
    #expect(try history().editions.isEmpty)
  }

  @Test func `earlier weeks can follow, and editions after the day are not known on it`() async throws {
    try record(await review())
    try record(await review(asOf: today - 14), digest: "f")
    #expect(try history().editions.map(\.edition.description) == ["2026-W45", "2026-W47"])
    #expect(try history(upTo: today - 1).editions.map(\.edition.description) == ["2026-W45"])
    let history = try history()
    #expect(history.beforeWeek(of: today).editions.count == 1)
    #expect(history.beforeWeek(of: today).scores[0].count == 1)
    #expect(history.published(of: 0, onOrBefore: today - 1, within: 14)?.score == 80)
    #expect(history.published(of: 0, onOrBefore: today - 1, within: 12) == nil)
  }

  @Test func `a renamed account keeps its history`() async throws {
    try record(await review())
    #expect(try history(["b", "new"]).scores[1].isEmpty)
    #expect(try history(["b", "new"], aliases: ["a": "new"]).scores[1].map(\.score) == [80])
  }

  @Test func `without a ledger there is no history, and a reader makes none`() throws {
    #expect(try Ledger.read(file) == nil)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `a newer format, another program's file and a damaged one are told apart`() async throws {
    try record(await review())
    let sound = try Data(contentsOf: URL(filePath: file))
    try Database(file, .writing).execute("PRAGMA user_version = 99")
    #expect(throws: LedgerError.newer(file: file, format: 99)) { try Ledger.open(file) }

    try FileManager.default.removeItem(atPath: file)
    try Database(file, .writing).execute("CREATE TABLE x (y)")
    #expect(throws: LedgerError.foreign(file: file)) { try Ledger.read(file) }

    try Data("not a database at all, though long enough to be one".utf8).write(to: URL(filePath: file))
    let error = #expect(throws: LedgerError.self) { try Ledger.read(file) }
    #expect(error?.description.contains("is damaged") ?? false)

    // A page of tables overwritten in the middle of the file.
    var torn = sound
    torn.replaceSubrange(4096..<sound.count, with: Data(repeating: 0x5A, count: sound.count - 4096))
    try torn.write(to: URL(filePath: file))
    let tornError = #expect(throws: LedgerError.self) { try history() }
    #expect(tornError?.description.contains("is damaged") ?? false, "\(String(describing: tornError))")
  }

  @Test func `an edition that was cut short leaves nothing behind`() async throws {
    try record(await review())
    let before = try history()
    // A ledger that rejects the last rows of an edition: its transaction is rolled back as a whole.
    try Database(file, .writing).execute(
      "CREATE TRIGGER cut BEFORE INSERT ON item BEGIN SELECT RAISE(ABORT, 'cut short'); END")
    let later = await review(asOf: today + 7)
    #expect(throws: LedgerError.self) { try record(later, digest: "g") }
    #expect(try history(upTo: today + 7).editions == before.editions)
  }

  @Test func `what a killed publication began is undone by the next who only reads`() async throws {
    try record(await review())
    let before = try history()
    // The file and its journal as a kill leaves them: copied while a transaction exceeds its memory.
    let killed = file + "-killed"
    let database = try Database(file, .writing)
    try database.execute("PRAGMA cache_size = 5")
    try database.transaction {
      for number in 0..<5000 {
        try database.run("INSERT INTO account (account_id) VALUES (?)", [Array("x\(number)".utf8)])
      }
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: file + suffix, toPath: killed + suffix)
      }
      return false
    }
    #expect(FileManager.default.fileExists(atPath: killed + "-journal"))
    let ledger = try #require(try Ledger.read(killed))
    let history = try ledger.history(of: World(["a", "b"]).evidence(asOf: today), aliases: [:], models: { _ in nil })
    #expect(history.editions == before.editions)
    #expect(!FileManager.default.fileExists(atPath: killed + "-journal"))
  }
}
