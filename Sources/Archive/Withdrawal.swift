import Files
import FoundationEssentials
import Glibc

/// That an edition was taken back, and why: the file `2062-W48.withdrawn.json` beside its archive, which stays.
///
/// As with an edition, the same value gives the same bytes, and only these bytes can be read back.
public struct Withdrawal: Equatable, Sendable {
  /// Which edition.
  public let id: EditionID
  /// The digest of that edition.
  public let digest: String
  /// Why it was taken back.
  public let reason: String

  /// Takes what somebody said.
  ///
  /// - Throws: ``EditionFault`` for what could not be read back.
  public init(_ id: EditionID, digest: String, reason: String) throws(EditionFault) {
    guard isDigest(digest) else { throw .malformed("digest") }
    guard isText(reason) else { throw .malformed("reason") }
    self.id = id
    self.digest = digest
    self.reason = reason
  }

  /// How every such file ends.
  static let ending = ".withdrawn.json"

  /// The name of the file of an edition.
  static func name(of id: EditionID) -> String { "\(id)\(ending)" }

  /// The file, a key a line.
  var bytes: [UInt8] {
    Array(
      """
      {"format":1,
      "withdrawn":"\(id)",
      "digest":"\(digest)",
      "reason":"\(escaped(reason))"}

      """.utf8)
  }

  /// Reads such a file and trusts nothing in it.
  init(reading bytes: [UInt8]) throws(EditionFault) {
    guard let form = try? JSONDecoder().decode(WrittenForm.self, from: Data(bytes)) else { throw .unreadable }
    guard form.format == 1 else { throw .unknownFormat(form.format) }
    guard let id = EditionID(name: form.withdrawn) else { throw .malformed("withdrawn") }
    try self.init(id, digest: form.digest, reason: form.reason)
    let expected = self.bytes
    guard bytes == expected else {
      throw .otherSpelling(byte: zip(bytes, expected).prefix { $0 == $1 }.reduce(1) { count, _ in count + 1 })
    }
  }

  private struct WrittenForm: Decodable {
    let format: Int
    let withdrawn: String
    let digest: String
    let reason: String
  }
}

extension ArchiveWriter {
  /// The path of the record of a withdrawal.
  public func path(of withdrawal: Withdrawal) -> String { "\(folder)/\(Withdrawal.name(of: withdrawal.id))" }

  /// Puts the record of a withdrawal beside the archives; the very same again is left as it is.
  ///
  /// - Throws: ``ArchiveError/taken(_:)`` where the edition was withdrawn otherwise.
  public func withdraw(_ withdrawal: Withdrawal) throws(ArchiveError) {
    let path = path(of: withdrawal)
    try archiving(path) {
      if try EntryStatus(path: path) != nil {
        guard try openFile(path).contents() == withdrawal.bytes else { throw ArchiveError.taken(path) }
        return
      }
      try replaceFile(withdrawal.bytes, at: path)
      try Folder(opening: folder).sync()
    }
  }
}

extension ArchivedEdition {
  /// Why an edition was withdrawn; nil where it was not.
  ///
  /// - Throws: ``ArchiveError`` where the record cannot be read.
  public static func withdrawal(of id: EditionID, in folder: String) throws(ArchiveError) -> Withdrawal? {
    let path = "\(folder)/\(Withdrawal.name(of: id))"
    return try archiving(path) {
      guard try EntryStatus(path: path) != nil else { return nil }
      do {
        return try Withdrawal(reading: try openFile(path).contents())
      } catch let fault as EditionFault {
        throw ArchiveError.zip(path, "\(fault)")
      }
    }
  }

  /// Hands over every file of the site in the archive, one at a time.
  public func forEachFile(_ body: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws(ArchiveError) {
    try archiving(path) {
      let zip = try ZIPReader(try openFile(path))
      for entry in zip.entries {
        let name = String(decoding: entry.name, as: UTF8.self)
        if name != EditionManifest.path { try body(name, try zip.contents(of: entry)) }
      }
    }
  }
}

/// The records of withdrawals in a folder, each with its path, and what is wrong with the others.
func withdrawals(
  in folder: String, of editions: [EditionID: String]
) throws -> (sound: [(path: String, record: Withdrawal)], findings: [ArchiveFinding]) {
  var sound: [(path: String, record: Withdrawal)] = []
  var findings: [ArchiveFinding] = []
  let names = try Folder(opening: folder).names().map { String(decoding: $0, as: UTF8.self) }
  for name in names.sorted() where name.hasSuffix(Withdrawal.ending) {
    let path = "\(folder)/\(name)"
    do {
      let record = try Withdrawal(reading: try openFile(path).contents())
      let isMeant = name == Withdrawal.name(of: record.id) && editions[record.id] == record.digest
      if isMeant {
        sound.append((path, record))
      } else {
        findings.append(ArchiveFinding(archive: path, path: nil, difference: .withdrawsNothing(record.id)))
      }
    } catch let fault as EditionFault {
      findings.append(ArchiveFinding(archive: path, path: nil, difference: .withdrawal(fault)))
    }
  }
  return (sound, findings)
}
