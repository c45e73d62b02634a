import Files
import Glibc

/// Reads a file from its beginning in large pieces.
struct ByteSource: ~Copyable {
  private let descriptor: Int32

  init(path: String) throws(TableProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TableProblem(.unreadable(ByteSource.reason)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw TableProblem(.unreadable("it is a folder"))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills a buffer from its start; the number of bytes read is 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw TableProblem(.unreadable(ByteSource.reason)) }
    return count
  }

  private static var reason: String { systemWords(errno) }
}
