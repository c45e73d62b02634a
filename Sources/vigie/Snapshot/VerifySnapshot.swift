import Archive
import Customer
import Findings
import Foundation
import Publishing
import Snapshot

extension VerifyCommand {
  /// Says whether a snapshot is as it was made, and whether what it was made from was published; how many things differ.
  func verifySnapshot(_ snapshot: (mark: SnapshotMark, fingerprint: String, isIntact: Bool)) throws -> Int {
    guard snapshot.isIntact else {
      printError(
        onOneLine("\(path): error: its fingerprint does not follow from its bytes, so it was changed after it was made")
      )
      return 1
    }
    let kind = snapshot.mark.kind == .customer ? "a customer's snapshot" : "an internal snapshot"
    print(onOneLine("\(path): \(kind), fingerprint \(snapshot.fingerprint) follows from its bytes"))
    guard let edition = snapshot.mark.source.edition else {
      print(onOneLine("\(path): made from a draft, which no edition vouches for"))
      return 0
    }
    guard let archiveFolder else {
      print(onOneLine("\(path): not compared with edition \(edition.name); name the folder of archives with --archive"))
      return 0
    }
    guard let id = EditionID(edition.name, revision: edition.revision) else {
      throw Refusal("\(path) names no edition that there could be")
    }
    let archive = try ArchivedEdition(id, in: archiveFolder)
    guard let source = try sourceName(of: snapshot.mark, in: archive) else {
      printError(
        onOneLine("\(path): error: edition \(id) in \(archive.path) holds nothing that it could have been made from"))
      return 1
    }
    print(onOneLine("\(path): made from \(source) of edition \(id), in \(archive.path), which is untouched"))
    return 0
  }

  /// What in an archive has the digest that a snapshot names; nil where nothing has.
  private func sourceName(of mark: SnapshotMark, in archive: ArchivedEdition) throws -> String? {
    switch mark.kind {
    case .internal: return archive.manifest.files.first { $0.sha256 == mark.source.sha256 }?.path
    case .customer:
      let lines = try archive.contents(of: CustomerRecord.fileName).map { CustomerRecord.lines(of: $0.bytes) } ?? []
      let line = lines.first { Digest.sha256($0) == mark.source.sha256 }
      return try line.map { "the facts of '\(try CustomerRecord(reading: $0).account)' in \(CustomerRecord.fileName)" }
    }
  }

  /// Compares a PDF or an encrypted ZIP with the record beside it; nil where no record names it.
  func verifyByRecord() throws -> Int? {
    let url = URL(fileURLWithPath: path)
    guard ["pdf", "zip"].contains(url.pathExtension) else { return nil }
    let record = url.deletingPathExtension().path + ".redaction.json"
    guard let bytes = FileManager.default.contents(atPath: record) else { return nil }
    guard RedactionRecord.lists(try Digest.sha256(fileAt: path), in: Array(bytes)) else {
      printError(onOneLine("\(path): error: its bytes are not those that \(record) lists"))
      return 1
    }
    print(onOneLine("\(path): exactly the bytes that \(record) lists"))
    return 0
  }
}
