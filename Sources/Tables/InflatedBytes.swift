import CZlib
import Files

/// What is packed in a gzip file: one member, or several one after the other.
final class InflatedBytes: ByteStage {
  private static let pieceSize = 1 << 16
  // A table unpacks to less than a thousand times what was read. Up to 64 MiB it may be packed as it likes.
  private static let mostTimes = 1000
  private static let small = 64 << 20

  private let source: any ByteStage
  private let limits: Limits
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
  /// zlib remembers where it is.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isBetweenMembers = false
  private var isAtEnd = false
  private var packed = 0
  private var unpacked = 0

  init(_ source: any ByteStage, _ limits: Limits) throws(TableProblem) {
    self.source = source
    self.limits = limits
    stream.initialize(to: z_stream())
    // 15 is the largest window, and 16 more mean the gzip format alone.
    let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw TableProblem(.unreadable("zlib cannot begin (\(code))")) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    var count = 0
    while count < buffer.count, !isAtEnd {
      if stream.pointee.avail_in == 0 {
        try readPacked()
        continue
      }
      if isBetweenMembers, try !beginMember() { continue }
      count += try unpack(to: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
    return count
  }

  private func readPacked() throws(TableProblem) {
    let got = try source.read(into: UnsafeMutableRawBufferPointer(input))
    if got == 0 {
      guard isBetweenMembers else { throw TableProblem(.damaged("it is cut off", of: .gzip)) }
      isAtEnd = true
    }
    packed += got
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(got)
  }

  /// Begins with the next member; false for a NUL, with which tapes and other programs fill up.
  private func beginMember() throws(TableProblem) -> Bool {
    if stream.pointee.next_in?.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
      return false
    }
    inflateReset(stream)
    isBetweenMembers = false
    return true
  }

  private func unpack(to buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let room = min(buffer.count, 1 << 24)
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let code = inflate(stream, Z_NO_FLUSH)
    let count = room - Int(stream.pointee.avail_out)
    unpacked += count
    guard unpacked <= limits.amount(of: .table) else { throw limits.problem(.table) }
    guard unpacked <= Self.small || unpacked <= packed * Self.mostTimes else {
      throw TableProblem(.damaged("it holds far more than a table could", of: .gzip))
    }
    switch code {
    case Z_STREAM_END: isBetweenMembers = true
    // Z_BUF_ERROR: there was nothing to do without more bytes.
    case Z_OK, Z_BUF_ERROR: break
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib gives up (\(code))"
      throw TableProblem(.damaged(reason, of: .gzip))
    }
    return count
  }
}
