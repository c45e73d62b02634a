import Archive
import CRevision
import Ledger

/// The name of the program on pages, in the ledger and in archives.
public enum Tool {
  /// The version of this source code.
  public static let version = "0.1.0"
  /// Name and version.
  public static let name = "Vigie \(version)"

  /// The commit that it was built from, with a plus sign behind it where the sources differed; nil where nobody said.
  public static var commit: String? {
    let text = String(cString: vigie_commit())
    return text.isEmpty ? nil : text
  }

  /// Version, commit and the formats of the files that it writes.
  public static var description: String {
    """
    \(version)\(commit.map { " (commit \($0))" } ?? "")
    ledger format \(Ledger.format), archive format \(EditionManifest.newestFormat)
    """
  }
}
