import Archive
import Customer
import Findings
import Foundation
import Publishing
import Snapshot

/// Where one snapshot goes, with what stands beside it.
struct SnapshotPlace {
  /// What a file that is named on the command line may end in.
  static let endings = [".html", ".pdf", ".zip"]

  private let folder: String
  /// The name without ending.
  let name: String
  private let mayReplace: Bool
  private let reader: SnapshotMark.Kind

  /// Takes what the command line says.
  ///
  /// - Parameters:
  ///   - out: a file, or a folder with `isFolder`; nil for `snapshots/` in the portfolio.
  ///   - base: the name of the file where `out` gives none.
  ///   - reader: for whom the file is: what stands there for the other one is not replaced unasked.
  init(
    _ out: String?, isFolder: Bool, portfolio: String, base: String, for reader: SnapshotMark.Kind, mayReplace: Bool
  ) throws {
    self.mayReplace = mayReplace
    self.reader = reader
    if let out, !isFolder {
      let url = URL(fileURLWithPath: out)
      folder = url.deletingLastPathComponent().path
      let last = url.lastPathComponent
      let ending = Self.endings.first { last.hasSuffix($0) }
      name = String(last.dropLast(ending?.count ?? 0))
    } else {
      folder = out ?? portfolio + "/snapshots"
      name = base
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal("cannot make the folder '\(folder)': \(error.localizedDescription)")
    }
  }

  private func path(_ ending: String) -> String { "\(folder)/\(name)\(ending)" }

  /// Refuses before anything is written when one of the files could not be put in its place.
  func requireFree(_ endings: [String]) throws {
    for ending in endings {
      try requireReplaceable(path(ending)) { mayReplace || isOwn($0, ending) }
    }
  }

  /// Writes the file, or a ZIP of the files that a password opens; what was written, with digests.
  func write(html: [UInt8], pdf: [UInt8]?, password: String?) throws -> [RedactionRecord.File] {
    if let password {
      let files =
        [OutputFile(path: "\(name).html", bytes: html)]
        + (pdf.map { [OutputFile(path: "\(name).pdf", bytes: $0)] } ?? [])
      try place(".zip") { try writeLockedZIP(files, password: password, to: $0) }
      return [RedactionRecord.File(name: "\(name).zip", sha256: try Digest.sha256(fileAt: path(".zip")))]
    }
    var written = [try write(html, ".html")]
    if let pdf { written.append(try write(pdf, ".pdf")) }
    return written
  }

  /// The digests of what people may have at hand: what was written, and what stands in an encrypted file.
  func atHand(_ written: [RedactionRecord.File], html: [UInt8], pdf: [UInt8]?) -> [RedactionRecord.File] {
    let inside = [(html, ".html")] + (pdf.map { [($0, ".pdf")] } ?? [])
    let files = inside.map { RedactionRecord.File(name: name + $1, sha256: Digest.sha256($0)) }
    return files + written.filter { file in !files.contains { $0.sha256 == file.sha256 } }
  }

  /// Writes the record of a customer's file.
  func write(record: RedactionRecord) throws { _ = try write(record.bytes, ".redaction.json") }

  private func write(_ bytes: [UInt8], _ ending: String) throws -> RedactionRecord.File {
    try place(ending) { try writeBytes(bytes, to: $0, path: path(ending)) }
    return RedactionRecord.File(name: name + ending, sha256: Digest.sha256(bytes))
  }

  private func place(_ ending: String, write: (CInt) throws -> Void) throws {
    let isNew = try placeFile(path(ending), mayReplace: { mayReplace || isOwn($0, ending) }, write: write)
    print(onOneLine("\(isNew ? "wrote" : "unchanged:") \(path(ending))"))
  }

  /// Whether a file is one that Vigie made: by its own mark, or by the record beside it.
  private func isOwn(_ bytes: [UInt8], _ ending: String) -> Bool {
    if ending == ".redaction.json" { return bytes.starts(with: "{\n  \"as_of\"".utf8) }
    if ending == ".html" {
      guard let read = SnapshotMark.read(bytes) else { return false }
      return read.isIntact && read.mark.kind == reader
    }
    guard let record = FileManager.default.contents(atPath: path(".redaction.json")) else { return false }
    return RedactionRecord.lists(Digest.sha256(bytes), in: Array(record))
  }
}
