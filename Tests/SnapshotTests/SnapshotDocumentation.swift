import Foundation

/// The documentation that tests read.
enum SnapshotDocumentation {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/snapshots.md")
}
