package import Glibc

/// The file system's data about one entry; links are not followed.
package struct EntryStatus {
  package enum Kind {
    case file, folder, link, other
  }

  package let kind: Kind
  package let device: UInt
  package let inode: UInt
  package let byteCount: Int
  package let linkCount: UInt
  package let permissions: mode_t
  package let modified: timespec
  package let changed: timespec

  /// The entry at a path, be it a link to nothing; nil where there is none.
  package init?(path: String) throws(FileError) {
    var status = stat()
    guard retrying({ lstat(path, &status) }) == 0 else {
      if errno == ENOENT { return nil }
      throw .system(.read, path: path, code: errno)
    }
    self.init(status)
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    byteCount = Int(status.st_size)
    linkCount = UInt(status.st_nlink)
    permissions = status.st_mode & 0o7777
    modified = status.st_mtim
    changed = status.st_ctim
  }

  /// Whether both refer to the same file.
  package func isSameFile(as other: EntryStatus) -> Bool {
    device == other.device && inode == other.inode
  }

  package func isModifiedAfter(_ other: EntryStatus) -> Bool {
    (modified.tv_sec, modified.tv_nsec) > (other.modified.tv_sec, other.modified.tv_nsec)
  }
}
