import Glibc

/// Writes everything at the position of the descriptor.
///
/// - Returns: 0, or the `errno` value of the failure.
package func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
  bytes.withUnsafeBytes { writeAll($0) { start, count, _ in write(descriptor, start, count) } }
}

/// Writes everything at an offset and leaves the position of the descriptor unchanged.
///
/// - Returns: 0, or the `errno` value of the failure.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt, at offset: Int) -> CInt {
  writeAll(bytes) { start, count, done in pwrite(descriptor, start, count, offset + done) }
}

/// Writes piece by piece: a call may write less than it is given.
private func writeAll(
  _ bytes: UnsafeRawBufferPointer, by write: (_ start: UnsafeRawPointer?, _ count: Int, _ done: Int) -> Int
) -> CInt {
  var done = 0
  while done < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
    let count = retrying { write(rest.baseAddress, rest.count, done) }
    guard count >= 0 else { return errno }
    done += count
  }
  return 0
}
