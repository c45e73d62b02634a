import FoundationEssentials
import Glibc
import Ledger

/// Steps that are undone together, the last first, when a later one fails.
struct PublishingSteps {
  private var undoing: [() throws -> Void] = []

  /// Does a step.
  ///
  /// - Parameter undo: leaves everything as it was before the step.
  mutating func take<Result>(_ step: () throws -> Result, undo: @escaping () throws -> Void) throws -> Result {
    let result = try step()
    undoing.append(undo)
    return result
  }

  /// Undoes the steps; one that cannot be undone keeps those before it, such as the archive of a site that stays live.
  mutating func undo() throws {
    while let last = undoing.last {
      try last()
      undoing.removeLast()
    }
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
