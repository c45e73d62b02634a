/// The program, as pages, the ledger and archives name it.
public enum Tool {
  /// The version of this source.
  public static let version = "0.1.0"
  /// Name and version.
  public static let name = "Vigie \(version)"
}
