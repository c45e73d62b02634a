/// One file of a site, before it is anywhere on disk.
public struct OutputFile: Sendable {
  /// Where the file goes in the site: relative, `/` between the parts.
  public let path: String

  /// What the file holds.
  public let bytes: [UInt8]

  /// Makes a file of the site; the path is checked when the file is placed.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
