/// One file of a site, before it is written to disk.
public struct OutputFile: Sendable {
  /// The path of the file in the site: relative, `/` between the parts.
  public let path: String

  /// The contents of the file.
  public let bytes: [UInt8]

  /// Creates a file of the site; the path is checked when the file is placed.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
