/// The receipt for one file that ``Publication/place(_:)`` compared and, when different, staged.
public struct PlacedFile: Sendable {
  /// The path of the file in the site.
  public let path: String

  /// The length of the file in bytes.
  public let byteCount: Int

  /// The SHA-256 of the file in lower-case hexadecimal.
  public let sha256: String

  /// Whether the published site held other bytes, or nothing, at this path.
  public let isChanged: Bool
}
