import Files
import Glibc

/// Something that gives bytes one piece after the other.
protocol ByteStage: AnyObject {
  /// Fills a buffer from its start; the number of bytes is 0 at the end only.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int
}

/// The bytes of a file as they are.
final class FileBytes: ByteStage {
  private let file: OpenFile
  private let limits: Limits
  private var left: Int

  init(path: String, _ limits: Limits) throws(TableProblem) {
    self.limits = limits
    left = limits.amount(of: .table)
    let size: Int
    do throws(FileError) {
      file = try OpenFile.toReadAll(path)
      size = try file.status().byteCount
    } catch {
      throw TableProblem(.unreadable(error.reason))
    }
    guard size <= left else { throw limits.problem(.table) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let descriptor = file.descriptor
    let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw TableProblem(.unreadable(systemWords(errno))) }
    left -= count
    guard left >= 0 else { throw limits.problem(.table) }
    return count
  }
}

/// Bytes that are in memory.
final class MemoryBytes: ByteStage {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(buffer.count)
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

/// Bytes of which the first four are known before they are read.
final class BegunBytes: ByteStage {
  private static let length = 4

  private let source: any ByteStage
  /// The first bytes, as long as nobody has read them; fewer than four only where there are no more.
  private(set) var beginning: [UInt8] = []

  init(_ source: any ByteStage) throws(TableProblem) {
    self.source = source
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.length, alignment: 1)
    defer { buffer.deallocate() }
    while beginning.count < Self.length {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[beginning.count...])
      let count = try source.read(into: rest)
      if count == 0 { break }
      beginning += rest[..<count]
    }
  }

  /// Leaves out the two bytes of a mark.
  func dropMark() { beginning.removeFirst(2) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    guard !beginning.isEmpty else { return try source.read(into: buffer) }
    let count = min(beginning.count, buffer.count)
    buffer.copyBytes(from: beginning[..<count])
    beginning.removeFirst(count)
    guard count < buffer.count else { return count }
    return try count + source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
  }
}
