import CLinux
import Glibc

/// A file in memory alone, for a library that writes to a path and for nothing else; it is gone at the end of the
/// value's life.
package struct MemoryFile: ~Copyable {
  private let file: OpenFile

  /// The path by which this process reaches it.
  package var path: String { file.path }

  package init() throws(FileError) {
    var descriptor: CInt = -1
    let code = linux_memory_file(&descriptor)
    guard code == 0 else { throw .system(.open, path: "a file in memory", code: code) }
    file = OpenFile(descriptor: descriptor, path: "/proc/self/fd/\(descriptor)")
  }

  /// What was written to it.
  package func contents() throws(FileError) -> [UInt8] { try file.contents() }
}
