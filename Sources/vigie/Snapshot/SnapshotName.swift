import Foundation
import Health
import Site

/// The names of snapshots, which must not say more than the files do.
struct SnapshotName {
  /// Without an ending.
  let base: String

  /// An internal one is named for the account's page: `c_1001-2026-W47-internal`.
  init(internal account: Int, in evidence: Evidence, edition: String) {
    base = "\(slug(of: evidence.accounts[account].id.text))-\(edition)-internal"
  }

  /// A customer's one is named for the customer: `altmoor-stahl-ag-2026-11-16`.
  ///
  /// Where the name has no plain letters, or another customer's file would be called the same, the id takes its place.
  init(customer account: Int, in evidence: Evidence, day: String) {
    let name = Self.plain(evidence.accounts[account].name)
    let isUnique = evidence.accounts.count { Self.plain($0.name) == name } == 1
    base = "\(isUnique && !name.isEmpty ? name : slug(of: evidence.accounts[account].id.text))-\(day)"
  }

  private static func plain(_ name: String) -> String {
    var letters: [UInt8] = []
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars where letters.count < 48 {
      switch scalar.value {
      case 97...122, 48...57: letters.append(UInt8(scalar.value))
      case 65...90: letters.append(UInt8(scalar.value) + 32)
      case 0x300...0x36F: continue
      default: if letters.last != 45, !letters.isEmpty { letters.append(45) }
      }
    }
    while letters.last == 45 { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }
}
