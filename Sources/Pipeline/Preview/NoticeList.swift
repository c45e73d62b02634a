import FoundationEssentials
import Synchronization

/// What a run says, collected.
final class NoticeList: Sendable {
  private let list = Mutex<[Notice]>([])

  /// Everything so far.
  var all: [Notice] { list.withLock { $0 } }

  /// Puts what is said into the list.
  var reporter: Reporter { Reporter(warning: { _ in }, notice: { notice in self.list.withLock { $0.append(notice) } }) }

  /// Forgets everything.
  func clear() { list.withLock { $0 = [] } }
}

/// A folder and all folders in it.
func foldersIn(_ path: String) -> [String] {
  let all = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
  var isFolder = false
  return [path]
    + all.map { "\(path)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && isFolder
    }
}
