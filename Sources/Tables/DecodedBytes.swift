/// Bytes of any encoding as bytes of UTF-8.
final class DecodedBytes: ByteStage {
  private static let pieceSize = 1 << 16

  private let source: any ByteStage
  private let encoding: TextEncoding
  private let iconv: Iconv
  private let isBigEndian: Bool
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
  private let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 3 * pieceSize)
  /// The bytes at the start of `input` that wait for more of their character.
  private var waiting = 0
  /// The bytes of `output` that nobody has taken yet.
  private var ready = 0..<0
  private var isAtEnd = false
  private var line = 1
  private var column = 1
  private var isAfterReturn = false

  init(_ source: any ByteStage, encoding: TextEncoding, isBigEndian: Bool) throws(TableProblem) {
    guard let iconv = Iconv(encoding, isBigEndian: isBigEndian) else {
      throw TableProblem(.unreadable("this system has no tables for \(encoding.name)"))
    }
    self.source = source
    self.encoding = encoding
    self.iconv = iconv
    self.isBigEndian = isBigEndian
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    var count = 0
    while count < buffer.count {
      if ready.isEmpty {
        if isAtEnd { break }
        try convertPiece()
        continue
      }
      let taken = ready.prefix(buffer.count - count)
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(
        from: UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: output[taken])))
      count += taken.count
      ready = taken.upperBound..<ready.upperBound
    }
    return count
  }

  private func convertPiece() throws(TableProblem) {
    let room = UnsafeMutableBufferPointer(rebasing: input[waiting...])
    let got = try source.read(into: UnsafeMutableRawBufferPointer(room))
    isAtEnd = got == 0
    let piece = UnsafeMutableBufferPointer(rebasing: input[..<(waiting + got)])
    let (taken, given, stop) = iconv.convert(piece, to: output)
    count(output[..<given])
    if stop == .undefined || stop == .incomplete && isAtEnd { throw stray(piece[taken...]) }
    waiting = piece.count - taken
    for index in 0..<waiting { input[index] = input[taken + index] }
    ready = 0..<given
  }

  private func stray(_ rest: Slice<UnsafeMutableBufferPointer<UInt8>>) -> TableProblem {
    var unit = UInt16(rest.first ?? 0)
    if encoding == .utf16, let second = rest.dropFirst().first {
      unit = isBigEndian ? unit << 8 | UInt16(second) : UInt16(second) << 8 | unit
    }
    return TableProblem(.notInEncoding(byte: unit, encoding: encoding), line: line, column: column)
  }

  /// Counts lines and the letters of the last one.
  private func count(_ bytes: Slice<UnsafeMutableBufferPointer<UInt8>>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && !isAfterReturn { line += 1 }
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
  }
}
