import Glibc

/// The identity of the file behind a name or a descriptor, and what shows whether it was written to.
struct FileState: Equatable {
  private let device: UInt
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int
  /// Its length in bytes.
  let length: Int
  /// False for folders, links, devices and the like.
  let isFile: Bool

  /// Reads the state of an open file; nil when the system does not say.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Reads the state of what is at a path, without following a link; nil when there is nothing.
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

  /// Whether both refer to the same file, whatever happened to it in between.
  func isSameFile(as other: FileState) -> Bool {
    device == other.device && inode == other.inode
  }
}
