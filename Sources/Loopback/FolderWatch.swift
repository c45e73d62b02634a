import CLinux
import Glibc

/// Folders that are watched for changes of the files directly in them.
package struct FolderWatch: ~Copyable {
  /// Becomes readable when something changes.
  package let descriptor: CInt
  private var folders: [CInt: String] = [:]

  /// Watches nothing yet; nil where the system has no more watches to give.
  package init?() {
    descriptor = linux_watch_open()
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Watches a folder as well; one that is watched already or that is not there changes nothing.
  package mutating func add(_ folder: String) {
    let id = linux_watch_add(descriptor, folder)
    if id >= 0 { folders[id] = folder }
  }

  /// The folders in which something changed since the last call.
  package func changes() -> Set<String> {
    var changed: Set<String> = []
    var ids = [CInt](repeating: 0, count: 256)
    while true {
      let count = linux_watch_read(descriptor, &ids, CInt(ids.count))
      guard count > 0 else { return changed }
      for id in ids[..<Int(count)] {
        if let folder = folders[id] { changed.insert(folder) }
      }
    }
  }
}
