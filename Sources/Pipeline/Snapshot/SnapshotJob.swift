import Archive
import Files
import Findings
public import Health
import Portfolio

/// An order of snapshots with everything it needs: the password, the engine and the edition.
public struct SnapshotJob {
  let order: SnapshotOrder
  let password: String?
  let engine: PDFEngine?
  let edition: ArchivedEdition?

  /// Prepares everything; anything missing is refused before the portfolio is read.
  public init(_ order: SnapshotOrder, of folder: PortfolioFolder) throws {
    self.order = order
    password = try order.passwordFile.map(readPassword)
    engine = order.isPDF ? try PDFEngine() : nil
    edition = try order.edition.map { try folder.archivedEdition($0) }
  }

  /// Whether the files are made from a published edition.
  public var isOfEdition: Bool { edition != nil }

  /// The day that the edition reports on; nil for a draft.
  public var editionDay: Day? { edition.flatMap { Day(iso: $0.manifest.asOf) } }
}

extension PortfolioFolder {
  /// The archive of the named edition, verified.
  fileprivate func archivedEdition(_ name: String) throws -> ArchivedEdition {
    guard try isThere(archive) else {
      throw Refusal("there is no archive in '\(path)'; nothing has been published from it, see vigie publish")
    }
    let known = try ArchivedEdition.all(in: archive)
    let edition = try EditionName(name, among: known, in: " in \(archive)")
    if let withdrawal = try ArchivedEdition.withdrawal(of: edition.id, in: archive) {
      throw Refusal("\(edition.label) was withdrawn (\(withdrawal.reason)), so nothing is made from it")
    }
    return try ArchivedEdition(edition.id, in: archive)
  }
}

/// The password in the first line of a file.
func readPassword(_ file: String) throws -> String {
  let data: [UInt8]
  do throws(FileError) {
    data = try OpenFile(opening: file).contents(atMost: Limits.text)
  } catch {
    throw Refusal("cannot read the password in '\(file)': \(error.reason)")
  }
  // Editors put a byte-order mark before the first line, which nobody could type.
  let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
  let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
  // Programs that open ZIPs encode other letters differently, so that the recipient could not open the file.
  guard line.allSatisfy({ (0x20...0x7E).contains($0) }), line.first != 0x20, line.last != 0x20 else {
    throw Refusal(
      "the password in '\(file)' can be spelt in more ways than one; write it with letters from a to z, digits and "
        + "signs of a plain keyboard, without accents and without blanks around it")
  }
  let password = String(decoding: line, as: UTF8.self)
  guard password.unicodeScalars.count >= 12 else {
    throw Refusal("the password in '\(file)' is shorter than 12 characters, which a computer guesses")
  }
  return password
}
