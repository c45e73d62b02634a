import Foundation

/// The files of a folder as the file system knows them, by path.
struct FolderState {
  private struct Entry: Equatable {
    let inode: UInt
    let byteCount: Int
    let modified: Double
  }

  private var entries: [String: Entry] = [:]

  init(of folder: String) {
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      var status = stat()
      guard lstat(folder + "/" + path, &status) == 0 else { continue }
      entries[path] = Entry(
        inode: UInt(status.st_ino), byteCount: Int(status.st_size),
        modified: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9)
    }
  }

  /// The number of files written, replaced, added or removed since an earlier state.
  func changes(since earlier: FolderState) -> Int {
    let changed = entries.count { earlier.entries[$0.key] != $0.value }
    return changed + earlier.entries.keys.count { entries[$0] == nil }
  }
}
