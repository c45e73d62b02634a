import Files
import Glibc

/// A file that bytes are to be added to, with a lock on it that keeps out every other Vigie.
///
/// The lock is `flock` on the file itself: it needs no file of its own, ends with the process, and holds on network
/// drives too. A file that is not there yet appears in one step; until then the lock is on its folder.
struct LockedFile: ~Copyable {
  let path: String
  /// The folder that the file lies in.
  let folder: String
  /// The name to show in messages.
  let shown: String
  /// The locked file or folder; nil when there is neither.
  let descriptor: Int32?
  /// What the file was like when it was locked; nil when it was not there.
  let before: FileState?

  /// Opens the file of a name in a folder and waits for the lock.
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
        // Some network drives lock no folders; of two programs that make the file there, the second is refused.
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

  /// The open file; nil when nothing has that name.
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

  /// What the locked file is like; nil, and the file closed, when the name stands for another one by now.
  private static func lock(_ descriptor: Int32, at path: String, shown: String) throws(RecordError) -> FileState? {
    let code = waitForLock(descriptor)
    guard code == 0, let state = FileState(of: descriptor), state.isFile else {
      close(descriptor)
      throw code == 0 ? .notAFile(file: shown) : .system(.lock, file: shown, code: code)
    }
    // Editors put a new file in the place of the old one, whose lock is then worth nothing.
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
