package import Files
import Glibc

/// A file that one program at a time holds, and a text that it keeps there for the next one.
///
/// The text is written in place, because exchanging a locked file would undo the lock. A write cut short fails the check
/// and reads as no text, so the file holds the old text, the new one, or none.
package struct LockFile: ~Copyable, Sendable {
  static let heading = "vigie record 1\n"

  private let descriptor: CInt
  private let path: String

  /// Takes the lock, or fails at once when another program holds it.
  ///
  /// - Parameter busy: what to throw then.
  package static func take(
    _ name: [UInt8], in parent: borrowing Folder, busy: PublishError
  ) throws(PublishError) -> LockFile {
    let path = parent.shown(name)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    while true {
      let descriptor = parent.withName(name) { [folder = parent.descriptor] name in
        retrying { openat(folder, name, flags, 0o666) }
      }
      guard descriptor >= 0 else {
        throw .file(errno == ELOOP ? .link(path) : .system(.open, path: path, code: errno))
      }
      let lock = LockFile(descriptor: descriptor, path: path)
      guard retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
        throw errno == EWOULDBLOCK ? busy : .file(.system(.lock, path: path, code: errno))
      }
      do throws(FileError) {
        // Who gives up may have removed the file that it made, and a lock on that one is worthless.
        guard try lock.isStillNamed(name, in: parent) else { continue }
        if try lock.isOwn() { return lock }
      } catch {
        throw .file(error)
      }
      throw .reservedNameTaken(path)
    }
  }

  private init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Releases the lock for the next program.
  package func release() {
    flock(descriptor, LOCK_UN)
  }

  /// The text in the file; nil where there is none.
  package func text() throws(FileError) -> [UInt8]? { Self.text(in: try contents()) }

  /// The text in the contents of such a file; nil where there is none.
  package static func text(in contents: [UInt8]) -> [UInt8]? {
    guard contents.starts(with: heading.utf8) else { return nil }
    let rest = contents.dropFirst(heading.utf8.count)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let text = Array(rest[(end + 1)...])
    return bytes(of: text) == contents ? text : nil
  }

  /// Replaces the text durably.
  package func save(_ text: [UInt8]) throws(FileError) {
    let bytes = Self.bytes(of: text)
    guard try contents() != bytes else { return }
    let descriptor = descriptor
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system(.write, path: path, code: errno) }
    let code = writeAll(bytes, to: descriptor)
    guard code == 0 else { throw .system(.write, path: path, code: code) }
    guard retrying({ ftruncate(descriptor, bytes.count) }) == 0, retrying({ fsync(descriptor) }) == 0 else {
      throw .system(.write, path: path, code: errno)
    }
  }

  private static func bytes(of text: [UInt8]) -> [UInt8] {
    Array("\(heading)\(Digest.sha256(text))\n".utf8) + text
  }

  private func isStillNamed(_ name: [UInt8], in parent: borrowing Folder) throws(FileError) -> Bool {
    guard let named = try parent.status(of: name) else { return false }
    return try reader().status().isSameFile(as: named)
  }

  /// Whether it is not somebody else's file: one with other contents, or a second name of a file elsewhere.
  private func isOwn() throws(FileError) -> Bool {
    let file = try reader()
    let status = try file.status()
    guard status.kind == .file, status.linkCount == 1 else { return false }
    let contents = try file.contents()
    // Only the heading itself is ever written over the heading, so a first write cut short is a beginning of it.
    let heading = Array(Self.heading.utf8)
    // Git may have changed the line ends, which leaves no text and is no reason to refuse the folder.
    let written = contents.filter { $0 != UInt8(ascii: "\r") }
    return written.starts(with: heading) || heading.starts(with: written)
  }

  private func contents() throws(FileError) -> [UInt8] { try reader().contents() }

  private func reader() throws(FileError) -> OpenFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .system(.open, path: path, code: errno) }
    return OpenFile(descriptor: copy, path: path)
  }
}
