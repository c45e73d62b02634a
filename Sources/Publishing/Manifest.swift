import Files

/// The files that Vigie wrote into a site, the only ones it may ever overwrite or remove.
package struct Manifest: Sendable {
  package struct Entry: Sendable {
    package let path: String
    package let byteCount: Int
    package let sha256: String
  }

  /// The entries, ordered by the bytes of their paths.
  package let entries: [Entry]

  /// The file as it is, or will be: the same entries give the same bytes.
  package let bytes: [UInt8]

  /// The SHA-256 of ``bytes``.
  package let digest: String

  /// The position of each path in the entries.
  private let positions: [[UInt8]: Int]
  private let folders: Set<[UInt8]>

  init(_ entries: some Sequence<Entry>) {
    let sorted = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.init(sorted, bytes: Self.bytes(of: sorted))
  }

  init(_ entries: [Entry], bytes: [UInt8]) {
    self.entries = entries
    self.bytes = bytes
    digest = Digest.sha256(bytes)
    positions = Dictionary(
      entries.enumerated().map { (Array($1.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    var folders: Set<[UInt8]> = []
    for path in positions.keys {
      for end in path.indices where path[end] == slash { folders.insert(Array(path[..<end])) }
    }
    self.folders = folders
  }

  /// Whether Vigie wrote the file at that path.
  package func lists(_ path: [UInt8]) -> Bool {
    positions[path] != nil
  }

  /// The entry of a path; nil when there is none.
  func entry(of path: SitePath) -> Entry? { positions[path.bytes].map { entries[$0] } }

  /// Whether Vigie wrote any file in the folder.
  func listsSomething(in folder: [UInt8]) -> Bool {
    folders.contains(folder)
  }

  private static func bytes(of entries: [Entry]) -> [UInt8] {
    var text = #"{"format":1,"files":["#
    var separator = "\n"
    for entry in entries {
      text += separator
      text += #"{"path":""#
      for scalar in entry.path.unicodeScalars {
        // Paths contain no control characters, so JSON requires only these two to be escaped.
        if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
      }
      text += #"","bytes":\#(entry.byteCount),"sha256":"\#(entry.sha256)"}"#
      separator = ",\n"
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }
}
