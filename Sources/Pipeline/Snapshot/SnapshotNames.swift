import Health
import Site
import Snapshot

/// The names of snapshots, without extensions; they must not reveal more than the files do.
struct SnapshotNames {
  private let evidence: Evidence
  private let plainNames: [String]
  /// The number of accounts with each plain name.
  private let holders: [String: Int]

  private static let longest = 48

  init(_ evidence: Evidence) {
    self.evidence = evidence
    plainNames = evidence.accounts.map { plainName($0.name, atMost: Self.longest) }
    holders = Dictionary(plainNames.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The name of an internal file, after the account's page: `c_1001-2026-W47-internal`.
  func `internal`(_ account: Int, edition: String) -> String {
    "\(slug(of: evidence.accounts[account].id.text))-\(edition)-internal"
  }

  /// The name of a customer's file, after the customer: `altmoor-stahl-ag-2026-11-16`, for a draft
  /// `altmoor-stahl-ag-2026-11-16-draft`.
  ///
  /// If the name has no plain letters, or another customer's file would have the same name, the id is used instead.
  func customer(_ account: Int, day: String, isDraft: Bool) -> String {
    let name = plainNames[account]
    let isUnique = !name.isEmpty && holders[name] == 1
    return "\(isUnique ? name : slug(of: evidence.accounts[account].id.text))-\(day)\(isDraft ? "-draft" : "")"
  }
}
