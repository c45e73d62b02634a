import Archive
import Customer
import Files
import Findings
import FoundationEssentials
import Publishing
import Snapshot

/// Where one snapshot goes, with what stands beside it.
public struct SnapshotPlace {
  /// What a file that is named on the command line may end in.
  public static let endings = [".html", ".pdf", ".zip"]
  private static let recordEnding = ".redaction.json"

  private let folder: String
  /// The name without ending.
  let name: String
  private let mayReplace: Bool
  private let reader: SnapshotMark.Kind
  private let register: SnapshotRegister
  private let tell: (SnapshotEvent) -> Void

  /// Takes what the command line says.
  ///
  /// - Parameters:
  ///   - out: a file, or a folder with `isFolder`; nil for `snapshots/` in the portfolio.
  ///   - base: the name of the file where `out` gives none.
  ///   - reader: for whom the file is: what stands there for the other one is not replaced unasked.
  ///   - register: the files that were made before.
  ///   - tell: is given every file that is put there.
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
    do {
      if !folder.isEmpty { try makeFolders(folder) }
    } catch {
      throw Refusal("cannot make the folder '\(folder)': \(error.reason)")
    }
  }

  /// A path as its folder, as it was written, and its last part.
  public static func parted(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private func path(_ ending: String) -> String {
    folder.isEmpty ? name + ending : folder == "/" ? "/\(name)\(ending)" : "\(folder)/\(name)\(ending)"
  }

  /// Puts a file in its place, or a ZIP of the files that a password opens, and beside it the record that `record` makes
  /// of what was written; nothing where one of them could not be put there.
  ///
  /// - Returns: what people may have at hand by digest, what stands in an encrypted file included, and how many files
  ///   were written and left.
  func write(
    html: [UInt8], pdf: [UInt8]?, password: String?, record: (([RedactionRecord.File]) -> RedactionRecord)?
  ) throws -> (atHand: [RedactionRecord.File], written: Int, unchanged: Int) {
    let files = [(ending: ".html", bytes: html)] + (pdf.map { [(ending: ".pdf", bytes: $0)] } ?? [])
    try requireFree(password == nil ? files.map { ($0.ending, $0.bytes) } : [(".zip", nil)])
    if record != nil { try requireFree([(Self.recordEnding, nil)]) }
    let inside = files.map { RedactionRecord.File(name: name + $0.ending, sha256: Digest.sha256($0.bytes)) }
    var placed: [Bool] = []
    var written = inside
    if let password {
      let locked = files.map { OutputFile(path: name + $0.ending, bytes: $0.bytes) }
      placed.append(try place(".zip") { try writeLockedZIP(locked, password: password, to: $0) })
      written = [RedactionRecord.File(name: "\(name).zip", sha256: try Digest.sha256(fileAt: path(".zip")))]
    } else {
      for file in files { placed.append(try place(file.ending, file.bytes)) }
    }
    if let record { placed.append(try place(Self.recordEnding, record(written).bytes)) }
    let atHand = inside + written.filter { file in !inside.contains { $0.sha256 == file.sha256 } }
    return (atHand, placed.count { $0 }, placed.count { !$0 })
  }

  /// The files of this name that stand there from before, by their paths.
  ///
  /// - Parameters:
  ///   - endings: of what was made now.
  ///   - fingerprint: what was made with the page of this one is not from before; nil to name it too.
  func older(except endings: [String] = [], than fingerprint: String? = nil) -> [String] {
    Self.endings.filter { !endings.contains($0) }.map(path).filter { path in
      guard FileManager.default.fileExists(atPath: path) else { return false }
      guard let fingerprint, let sha256 = try? Digest.sha256(fileAt: path) else { return true }
      return register.file(sha256: sha256)?.fingerprint != fingerprint
    }
  }

  private func requireFree(_ files: [(ending: String, bytes: [UInt8]?)]) throws {
    for (ending, bytes) in files {
      try requireReplaceable(path(ending)) { mayReplace || $0 == bytes || isOwn($0, ending) }
    }
  }

  private func place(_ ending: String, _ bytes: [UInt8]) throws -> Bool {
    try place(ending) { try writeBytes(bytes, to: $0, path: path(ending)) }
  }

  private func place(_ ending: String, write: (CInt) throws -> Void) throws -> Bool {
    let isNew = try placeFile(path(ending), mayReplace: { mayReplace || isOwn($0, ending) }, write: write)
    tell(isNew ? .wrote(path(ending)) : .unchanged(path(ending)))
    return isNew
  }

  /// Whether a file is one that Vigie made for the same reader: by what was written down, by its own mark, or by the
  /// record beside it.
  private func isOwn(_ bytes: [UInt8], _ ending: String) -> Bool {
    if ending == Self.recordEnding { return RedactionRecord.isRecord(bytes) }
    let sha256 = Digest.sha256(bytes)
    if let made = register.file(sha256: sha256) { return made.kind == reader.rawValue }
    if ending == ".html" {
      guard let read = SnapshotMark.read(bytes) else { return false }
      return read.isIntact && read.mark.kind == reader
    }
    guard let record = FileManager.default.contents(atPath: path(Self.recordEnding)) else { return false }
    return RedactionRecord.lists(sha256, in: Array(record))
  }
}
