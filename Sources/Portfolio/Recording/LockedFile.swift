import Files
import Glibc

/// A file to append to, with a lock on it that keeps out every other Vigie.
///
/// The lock is `flock` on the file itself: it needs no file of its own, ends with the process, and works on network
/// drives too. A file that does not exist yet appears in one step; until then the lock is on its folder.
struct LockedFile: ~Copyable {
  let path: String
  /// The folder of the file.
  let folder: String
  /// The name to show in messages.
  let shown: String
  /// The locked file or folder; nil when neither exists.
  let descriptor: Int32?
  /// The state of the file when it was locked; nil when it did not exist.
  let before: FileState?

  /// Opens the file with a name in a folder and waits for the lock.
  init(_ name: String, in folder: String, shown: String) throws(RecordError) {
    self.folder = folder
    self.shown = shown
    path = folder + "/" + name
    while true {
      if let file = try Self.open(path, shown: shown) {
        if let state = try Self.lock(file, at: path, shown: shown) {
          descriptor = file
          before = state
          return
        }
      } else {
        let around = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Some network drives cannot lock folders; if two programs create the file there, the second is refused.
        if around >= 0 { _ = Self.waitForLock(around) }
        if FileState(at: path) == nil {
          descriptor = around >= 0 ? around : nil
          before = nil
          return
        }
        close(around)
      }
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// True when nothing has to be added before a new line can begin.
  var endsWithLineBreak: Bool {
    guard let descriptor, let before, before.length > 0 else { return true }
    var last: UInt8 = 0
    guard pread(descriptor, &last, 1, before.length - 1) == 1 else { return false }
    return last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r")
  }

  /// The open file; nil when it does not exist.
  private static func open(_ path: String, shown: String) throws(RecordError) -> Int32? {
    let descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case ENOENT: return nil
    case ELOOP: throw .link(file: shown)
    case EISDIR: throw .notAFile(file: shown)
    case let code: throw .system(.open, file: shown, code: code)
    }
  }

  /// The state of the locked file; nil, with the file closed, when the name now refers to another file.
  private static func lock(_ descriptor: Int32, at path: String, shown: String) throws(RecordError) -> FileState? {
    let code = waitForLock(descriptor)
    guard code == 0, let state = FileState(of: descriptor), state.isFile else {
      close(descriptor)
      throw code == 0 ? .notAFile(file: shown) : .system(.lock, file: shown, code: code)
    }
    // Editors replace the old file by a new one, and the lock on the old one is then worthless.
    guard let named = FileState(at: path), named.isSameFile(as: state) else {
      close(descriptor)
      return nil
    }
    return state
  }

  private static func waitForLock(_ descriptor: Int32) -> Int32 {
    retrying { flock(descriptor, LOCK_EX) } == 0 ? 0 : errno
  }
}
