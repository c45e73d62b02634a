import Files
import Glibc

extension LockedFile {
  /// Adds bytes to the end of the file, or creates it with them, durably and all or nothing.
  ///
  /// - Parameter check: reads back the file at a path; when it returns nil, the bytes are removed again.
  func append<Result>(_ bytes: [UInt8], check: (_ path: String) -> Result?) throws(RecordError) -> Result {
    guard let descriptor, let before else { return try create(bytes, check: check) }
    // Not every program respects the lock, so a write in between is detected here.
    guard FileState(of: descriptor) == before, FileState(at: path) == before else { throw .changed(file: shown) }
    let failure = write(bytes, to: descriptor)
    let result = failure == nil ? check(path) : nil
    if let result { return result }
    guard let now = FileState(of: descriptor), now.length <= before.length + bytes.count,
      ftruncate(descriptor, before.length) == 0, fsync(descriptor) == 0
    else { throw .cutShort(file: shown) }
    throw failure ?? .notReadBack(file: shown)
  }

  /// Creates the file under a temporary name in the same folder, so that nobody ever reads a part of it.
  private func create<Result>(_ bytes: [UInt8], check: (_ path: String) -> Result?) throws(RecordError) -> Result {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .system(.write, file: shown, code: errno) }
    do {
      let draft = try UnfinishedFile(for: path, permissions: 0o666)
      if let failure = write(bytes, to: draft.descriptor) { throw failure }
      guard let result = check(draft.path) else { throw RecordError.notReadBack(file: shown) }
      try draft.appear()
      return result
    } catch let error as RecordError {
      throw error
    } catch {
      guard case FileError.system(_, _, let code) = error else { throw .system(.write, file: shown, code: EIO) }
      throw code == EEXIST ? .changed(file: shown) : .system(.write, file: shown, code: code)
    }
  }

  /// Writes in one call and waits until the bytes are on the disk.
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> RecordError? {
    let count = bytes.withUnsafeBytes { buffer in
      retrying { Glibc.write(descriptor, buffer.baseAddress, buffer.count) }
    }
    guard count >= 0 else { return .system(.write, file: shown, code: errno) }
    guard count == bytes.count else { return .noRoom(file: shown) }
    return retrying { fsync(descriptor) } == 0 ? nil : .system(.write, file: shown, code: errno)
  }
}
