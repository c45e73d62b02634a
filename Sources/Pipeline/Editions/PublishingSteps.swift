import Archive
import FoundationEssentials
import Glibc
import Ledger
import Publishing
import Review

/// The last steps of a publication, which are undone together when one of them fails.
struct PublishingSteps {
  private let archive: EditionArchive
  private let site: AssembledSite
  private let accepted: [AcceptedGuard]
  private var isSealed = false
  private var isLive = false

  init(_ archive: EditionArchive, _ site: AssembledSite, accepting accepted: [AcceptedGuard]) {
    self.archive = archive
    self.accepted = accepted
    self.site = site
  }

  /// Gives the archive its name; to be called while the ledger is held.
  ///
  /// - Returns: The digest of the edition in it.
  mutating func seal() throws -> String {
    let wasThere = archive.isThere
    let sealed = try archive.seal(site.folder, accepting: accepted)
    isSealed = !wasThere
    return sealed.digest
  }

  /// Shows the site to readers; when this throws, they have the last one and the archive is gone again.
  mutating func goLive() throws {
    do {
      try site.goLive()
    } catch {
      try undo()
      throw error
    }
    isLive = true
  }

  /// Leaves archive and site as they were before the first step.
  mutating func undo() throws {
    // The archive stays for as long as its site is shown.
    if isLive { try site.takeBack() }
    isLive = false
    if isSealed { try archive.unseal() }
    isSealed = false
  }
}

/// What a portfolio had before a publication began, so that one that fails leaves nothing new.
struct BegunPublication {
  private let folder: PortfolioFolder
  private let hadLedger: Bool
  private let hadArchive: Bool

  init(_ folder: PortfolioFolder) {
    self.folder = folder
    hadLedger = FileManager.default.fileExists(atPath: folder.ledgerFile)
    hadArchive = FileManager.default.fileExists(atPath: folder.archive)
  }

  /// Removes a ledger and a folder of archives that have remained empty.
  func clear() {
    // Only an empty folder can be removed so.
    if !hadArchive { rmdir(folder.archive) }
    guard !hadLedger, let ledger = try? folder.ledger(), (try? ledger.publications().isEmpty) == true else { return }
    unlink(folder.ledgerFile)
  }
}
