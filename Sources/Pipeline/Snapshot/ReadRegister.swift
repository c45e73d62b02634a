import FoundationEssentials
import Snapshot

extension SnapshotRegister {
  /// Reads the register of a portfolio; nil when there is none.
  ///
  /// - Throws: `Refusal` when it cannot be read.
  init?(reading path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(
        "cannot read '\(path)', which lists the files that were made; ask its owner, or whoever keeps the portfolio")
    }
    self.init(Array(data))
  }
}
