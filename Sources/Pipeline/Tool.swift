/// The name of the program on pages, in the ledger and in archives.
public enum Tool {
  /// The version of this source code.
  public static let version = "0.1.0"
  /// Name and version.
  public static let name = "Vigie \(version)"
}
