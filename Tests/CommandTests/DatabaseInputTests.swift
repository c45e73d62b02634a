import Foundation
import SQLite
import Testing

/// Editions of which a table comes by query.
@Suite struct DatabaseInputTests {
  private static let settings = """
    sources:
      accounts: [{sqlite: data/crm.db, query: "SELECT * FROM customers"}]

    """

  /// Puts the accounts of a portfolio into a database, which its program keeps open.
  private func database(
    _ folder: borrowing StarterFolder, _ mode: String = "WAL", settings: String = settings
  ) throws -> Database {
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/data/accounts.csv"))
    try folder.write(settings, to: "vigie.yml")
    let crm = try Database(folder.url.appending(path: "p/data/crm.db").path, .writing)
    try crm.execute(
      """
      PRAGMA journal_mode = \(mode);
      CREATE TABLE customers (account_id TEXT, name TEXT, csm TEXT, arr INTEGER, started_on TEXT);
      INSERT INTO customers VALUES ('A-001', 'Halden', 'Nina', 72000, '2024-01-01'),
        ('A-002', 'Norby', 'Nina', 30000, '2024-01-01'), ('A-003', 'Quill', 'Sam', 18000, '2024-01-01');
      PRAGMA wal_checkpoint(TRUNCATE);
      """)
    return crm
  }

  @Test(arguments: ["WAL", "DELETE"])
  func `a change that is committed is another edition, wherever the database keeps it`(mode: String) throws {
    let folder = try StarterFolder()
    let crm = try database(folder, mode)
    let file = folder.url.appending(path: "p/data/crm.db")
    let first = try folder.run("publish")
    #expect(first.status == 0, "\(first.errors)")
    let bytes = try Data(contentsOf: file)
    try crm.execute("UPDATE customers SET arr = 21000 WHERE account_id = 'A-003'")
    #expect(try (Data(contentsOf: file) == bytes) == (mode == "WAL"))

    let plain = try folder.run("publish")
    #expect(plain.status == 1)
    #expect(plain.errors.contains("2026-W47 has been published from other inputs; to publish it again, say why"))
    let revised = try folder.run("publish", ["--revise", "Quill signed for more"])
    #expect(revised.status == 0 && revised.output.contains("published revision 1 of 2026-W47"), "\(revised)")
    #expect(try folder.files()["report.json"].map { String(decoding: $0, as: UTF8.self) }?.contains("21000") ?? false)
    #expect(try Program.run(["verify", "p/archive"], in: folder.url).status == 0)
  }

  @Test func `a database whose file alone has changed gives the same edition`() throws {
    let folder = try StarterFolder()
    let crm = try database(folder, "DELETE")
    _ = try folder.run("publish")
    try crm.execute("CREATE TABLE other (x); INSERT INTO other VALUES (1); VACUUM")
    let again = try folder.run("publish")
    #expect(again.output.contains("2026-W47 stands as it was published"), "\(again)")
    // What is not committed yet is not read.
    try crm.execute("BEGIN; UPDATE customers SET arr = 1")
    #expect(try folder.run("publish").output.contains("2026-W47 stands as it was published"))
    try crm.execute("ROLLBACK")
  }

  @Test func `a view, and each of two queries on one file, count by what they give`() throws {
    let folder = try StarterFolder()
    let crm = try database(
      folder,
      settings: """
        sources:
          accounts: [{sqlite: data/crm.db, query: "SELECT * FROM present"}]
          sentiment: [{sqlite: data/crm.db, query: "SELECT * FROM flags"}]

        """)
    try crm.execute(
      """
      CREATE VIEW present AS
        SELECT account_id, name, csm, arr + (SELECT more FROM bar) AS arr, started_on FROM customers;
      CREATE TABLE bar (more INTEGER);
      INSERT INTO bar VALUES (0);
      CREATE TABLE flags (account_id TEXT, date TEXT, flag TEXT, csm TEXT, reason TEXT);
      INSERT INTO flags VALUES ('A-001', '2026-11-10', 'yellow', 'Nina', 'Why.');
      """)
    #expect(try folder.run("publish").status == 0)
    try crm.execute("UPDATE bar SET more = 100")
    #expect(try folder.run("publish").errors.contains("published from other inputs"))
    try crm.execute("UPDATE bar SET more = 0")
    #expect(try folder.run("publish").output.contains("2026-W47 stands as it was published"))
    try crm.execute("UPDATE flags SET flag = 'red'")
    #expect(try folder.run("publish").errors.contains("published from other inputs"))
  }
}
