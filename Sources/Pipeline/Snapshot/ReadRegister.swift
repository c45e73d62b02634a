import Files
import Snapshot

extension SnapshotRegister {
  /// Reads the register of a portfolio; nil when there is none.
  ///
  /// - Throws: `Refusal` when it cannot be read.
  init?(reading path: String) throws {
    do throws(FileError) {
      guard let bytes = try contentsIfThere(path) else { return nil }
      self.init(bytes)
    } catch {
      throw Refusal(
        "cannot read '\(path)', which lists the files that were made: \(error.reason); ask its owner, or whoever keeps "
          + "the portfolio")
    }
  }
}
