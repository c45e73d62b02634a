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
    let draft = folder + "/.vigie-\(getpid())"
    // A killed process with the same id may have left a file here.
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(.write, file: shown, code: errno) }
    defer {
      close(descriptor)
      unlink(draft)
    }
    if let failure = write(bytes, to: descriptor) { throw failure }
    guard let result = check(draft) else { throw .notReadBack(file: shown) }
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? .changed(file: shown) : .system(.write, file: shown, code: errno)
    }
    syncFolder()
    return result
  }

  /// Writes in one call and waits until the bytes are on the disk.
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> RecordError? {
    let count = bytes.withUnsafeBytes { buffer in
      retrying { Glibc.write(descriptor, buffer.baseAddress, buffer.count) }
    }
    guard count >= 0 else { return .system(.write, file: shown, code: errno) }
    guard count == bytes.count else { return .noRoom(file: shown) }
    return fsync(descriptor) == 0 ? nil : .system(.write, file: shown, code: errno)
  }

  /// Makes the new name durable; a file system that cannot sync folders keeps names in its own way.
  private func syncFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
