import Glibc

/// Which file a name or a descriptor stands for, and what of it shows whether it was written to.
struct FileState: Equatable {
  private let device: UInt
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int
  /// Its length in bytes.
  let length: Int
  /// False for folders, links, devices and the like.
  let isFile: Bool

  /// What an open file is like; nil when the system does not say.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What stands at a path, a link not followed; nil when nothing does.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    length = Int(status.st_size)
    isFile = status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether both are names of one file, whatever happened to it in between.
  func isSameFile(as other: FileState) -> Bool {
    device == other.device && inode == other.inode
  }
}
