import Files
import Glibc

/// Reads a file from its beginning in large pieces.
struct ByteSource: ~Copyable {
  private let file: OpenFile

  init(path: String) throws(TableProblem) {
    do throws(FileError) {
      file = try OpenFile.toReadAll(path)
    } catch {
      throw TableProblem(.unreadable(error.reason))
    }
  }

  /// Fills a buffer from its start; the number of bytes read is 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let descriptor = file.descriptor
    let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw TableProblem(.unreadable(systemWords(errno))) }
    return count
  }
}
