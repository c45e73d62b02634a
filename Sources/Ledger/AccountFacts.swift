import SQLite

extension Ledger {
  /// What is on record of one account in an edition.
  public struct AccountFacts: Sendable {
    /// The `account_id`.
    public let id: String
    /// Its name; nil where an older Vigie recorded the edition.
    public let name: String?
    /// The segment that it was in.
    public let segment: String
    /// The published score; nil for an unscored account.
    public let score: Int?
    /// The published band.
    public let band: String
    /// The band without caps.
    public let uncappedBand: String
    /// The current flag; nil for none.
    public let flag: String?
    /// The day of that flag.
    public let flagOn: String?
    /// The ARR; nil where it is unknown.
    public let arr: Double?
    /// The risk points.
    public let points: Int
  }

  /// What is on record of every account in a publication.
  public func facts(of edition: String, revision: Int) throws(LedgerError) -> [AccountFacts] {
    try checked { database in
      let rows = try database.prepare(
        """
        SELECT account_id, score.* FROM score JOIN account ON account.id = score.account
        WHERE edition = (SELECT id FROM edition WHERE label = ? AND revision = ?)
        """)
      try rows.bind([edition, revision])
      var facts: [AccountFacts] = []
      while try rows.step() {
        facts.append(
          AccountFacts(
            id: String(decoding: try rows.value("account_id", as: [UInt8].self), as: UTF8.self),
            name: try rows.later("name"), segment: try rows.value("segment"), score: try rows.value("score"),
            band: try rows.value("band"), uncappedBand: try rows.value("uncapped_band"), flag: try rows.value("flag"),
            flagOn: try rows.value("flag_on"), arr: try rows.value("arr"), points: try rows.value("points")))
      }
      return facts
    }
  }
}
