import Health
import Site
import Snapshot

/// The names of snapshots, without endings; they must not say more than the files do.
struct SnapshotNames {
  private let evidence: Evidence
  private let plainNames: [String]
  /// How many accounts have a plain name.
  private let holders: [String: Int]

  private static let longest = 48

  init(_ evidence: Evidence) {
    self.evidence = evidence
    plainNames = evidence.accounts.map { plainName($0.name, atMost: Self.longest) }
    holders = Dictionary(plainNames.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// An internal one is named for the account's page: `c_1001-2026-W47-internal`.
  func `internal`(_ account: Int, edition: String) -> String {
    "\(slug(of: evidence.accounts[account].id.text))-\(edition)-internal"
  }

  /// A customer's one is named for the customer: `altmoor-stahl-ag-2026-11-16`, as a draft
  /// `altmoor-stahl-ag-2026-11-16-draft`.
  ///
  /// Where the name has no plain letters, or another customer's file would be called the same, the id takes its place.
  func customer(_ account: Int, day: String, isDraft: Bool) -> String {
    let name = plainNames[account]
    let isUnique = !name.isEmpty && holders[name] == 1
    return "\(isUnique ? name : slug(of: evidence.accounts[account].id.text))-\(day)\(isDraft ? "-draft" : "")"
  }
}
