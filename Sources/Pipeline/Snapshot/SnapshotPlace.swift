import Archive
import Customer
import Files
import Findings
import Publishing
import Snapshot

/// The destination of one snapshot, and the other files with its name.
public struct SnapshotPlace {
  /// The allowed extensions of a file named on the command line.
  public static let endings = [".html", ".pdf", ".zip"]
  private static let recordEnding = ".redaction.json"

  private let folder: String
  /// The name without extension.
  let name: String
  private let mayReplace: Bool
  private let reader: SnapshotMark.Kind
  private let register: SnapshotRegister
  private let tell: (SnapshotEvent) -> Void

  /// Creates a place from the command line.
  ///
  /// - Parameters:
  ///   - out: a file, or a folder with `isFolder`; nil for `snapshots/` in the portfolio.
  ///   - base: the name of the file if `out` gives none.
  ///   - reader: the intended reader: a file for the other kind of reader is not replaced unasked.
  ///   - register: the files that were made before.
  ///   - tell: receives every file that is written.
  init(
    _ out: String?, isFolder: Bool, portfolio: String, base: String, for reader: SnapshotMark.Kind,
    register: SnapshotRegister, mayReplace: Bool, tell: @escaping (SnapshotEvent) -> Void
  ) throws {
    self.mayReplace = mayReplace
    self.reader = reader
    self.register = register
    self.tell = tell
    if let out, !isFolder {
      let (before, last) = Self.parted(out)
      folder = before
      let ending = Self.endings.first { last.hasSuffix($0) }
      name = String(last.dropLast(ending?.count ?? 0))
    } else {
      folder = out ?? portfolio + "/snapshots"
      name = base
    }
    // A folder that is named is the user's to choose.
    if out == nil, try EntryStatus(path: folder)?.kind == .link { throw FileError.link(folder) }
    do {
      if !folder.isEmpty { try makeFolders(folder) }
    } catch {
      throw Refusal("cannot make the folder '\(folder)': \(error.reason)")
    }
  }

  /// Splits a path into its folder, as written, and its last part.
  public static func parted(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private func path(_ ending: String) -> String {
    folder.isEmpty ? name + ending : folder == "/" ? "/\(name)\(ending)" : "\(folder)/\(name)\(ending)"
  }

  /// Writes a file, or a ZIP of the files that a password opens, and next to it the record that `record` makes of what
  /// was written, all beside their places; leaves nothing if one of them cannot be written.
  ///
  /// - Returns: the files, and the digests of those that people may hold, including those inside an encrypted file.
  func write(
    html: [UInt8], pdf: [UInt8]?, password: String?, record: (([RedactionRecord.File]) -> RedactionRecord)?
  ) throws -> (waiting: [WaitingFile], atHand: [RedactionRecord.File]) {
    let files = [(ending: ".html", bytes: html)] + (pdf.map { [(ending: ".pdf", bytes: $0)] } ?? [])
    try requireFree(password == nil ? files.map { ($0.ending, $0.bytes) } : [(".zip", nil)])
    if record != nil { try requireFree([(Self.recordEnding, nil)]) }
    let inside = files.map { RedactionRecord.File(name: name + $0.ending, sha256: Digest.sha256($0.bytes)) }
    var waiting: [WaitingFile] = []
    var written = inside
    if let password {
      let locked = files.map { OutputFile(path: name + $0.ending, bytes: $0.bytes) }
      let file = try WaitingFile(path(".zip")) { try writeLockedZIP(locked, password: password, to: $0) }
      written = [RedactionRecord.File(name: "\(name).zip", sha256: try file.sha256)]
      waiting.append(file)
    } else {
      for file in files { waiting.append(try waitingFile(file.ending, file.bytes)) }
    }
    if let record { waiting.append(try waitingFile(Self.recordEnding, record(written).bytes)) }
    return (waiting, inside + written.filter { file in !inside.contains { $0.sha256 == file.sha256 } })
  }

  private func waitingFile(_ ending: String, _ bytes: [UInt8]) throws -> WaitingFile {
    try WaitingFile(path(ending)) { try writeBytes(bytes, to: $0, path: path(ending)) }
  }

  /// Puts a file that was written in its place.
  ///
  /// - Returns: false when it was there already.
  func place(_ file: WaitingFile) throws -> Bool {
    let ending = String(file.path.dropFirst(path("").count))
    let isNew = try file.place { mayReplace || isOwn($0, ending) }
    tell(isNew ? .wrote(file.path) : .unchanged(file.path))
    return isNew
  }

  /// The paths of existing files of this name from earlier runs.
  ///
  /// - Parameters:
  ///   - endings: the extensions of what was just made.
  ///   - fingerprint: files made from the page with this fingerprint are not earlier ones; nil to include them too.
  func older(except endings: [String] = [], than fingerprint: String? = nil) -> [String] {
    Self.endings.filter { !endings.contains($0) }.map(path).filter { path in
      guard mayBeThere(path) else { return false }
      guard let fingerprint, let sha256 = try? Digest.sha256(fileAt: path) else { return true }
      return register.file(sha256: sha256)?.fingerprint != fingerprint
    }
  }

  private func requireFree(_ files: [(ending: String, bytes: [UInt8]?)]) throws {
    for (ending, bytes) in files {
      try requireReplaceable(path(ending)) { mayReplace || $0 == bytes || isOwn($0, ending) }
    }
  }

  /// Whether Vigie made a file for the same reader, judging by the register, by the file's own mark, or by its
  /// record.
  private func isOwn(_ bytes: [UInt8], _ ending: String) -> Bool {
    if ending == Self.recordEnding { return RedactionRecord.isRecord(bytes) }
    let sha256 = Digest.sha256(bytes)
    if let made = register.file(sha256: sha256) { return made.kind == reader.rawValue }
    if ending == ".html" {
      guard let read = SnapshotMark.read(bytes) else { return false }
      return read.isIntact && read.mark.kind == reader
    }
    // What cannot be read proves nothing.
    guard let record = try? contentsIfThere(path(Self.recordEnding)) else { return false }
    return RedactionRecord.lists(sha256, in: record)
  }
}
