/// Appends text as it is, except that each line break becomes one space, so that a value stays on its line.
public func escapePlainText(_ utf8: some Collection<UInt8>, into output: inout [UInt8]) {
  withContiguousBytes(of: utf8) { bytes in
    var clean = 0
    var index = 0
    while index < bytes.count {
      let length = lineBreakLength(at: index, in: bytes)
      if length > 0 {
        output.append(run: clean..<index, of: bytes)
        output.append(UInt8(ascii: " "))
        clean = index + length
      }
      index += max(1, length)
    }
    output.append(run: clean..<bytes.count, of: bytes)
  }
}

/// Appends text as it is, except that each line break becomes one space, so that a value stays on its line.
public func escapePlainText(_ text: some StringProtocol, into output: inout [UInt8]) {
  escapePlainText(text.utf8, into: &output)
}

private func lineBreakLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  switch bytes[index] {
  case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
  case 0x0A...0x0C: 1
  default: wideBreakLength(at: index, in: bytes)
  }
}
