import CZip
import Files
import Glibc

/// The file that libzip writes an archive into.
///
/// libzip opens its own files by name, writes them under a temporary one and renames them over existing files. Vigie
/// opens this one itself, so that no link is followed and nothing is overwritten.
final class FileSink {
  let descriptor: CInt
  private var position = 0
  private var code: CInt = 0

  /// Creates a sink for an open, empty file, which the caller closes.
  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Opens an archive without entries that will be written to the file.
  func open() throws(ZIPFailure) -> OpaquePointer {
    let state = Unmanaged.passRetained(self)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_function_create(sinkCallback, state.toOpaque(), &error) else {
      state.release()
      throw ZIPFailure(error: &error)
    }
    guard let zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw ZIPFailure(error: &error)
    }
    return zip
  }

  fileprivate func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_READ, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
      ZIP_SOURCE_REMOVE:
      // A new archive is never read back, and the creator of the file removes an abandoned one.
      return 0
    case ZIP_SOURCE_BEGIN_WRITE:
      position = 0
      return 0
    case ZIP_SOURCE_WRITE: return write(UnsafeRawBufferPointer(data))
    case ZIP_SOURCE_SEEK, ZIP_SOURCE_SEEK_WRITE: return seek(data)
    case ZIP_SOURCE_TELL, ZIP_SOURCE_TELL_WRITE: return zip_int64_t(position)
    case ZIP_SOURCE_STAT: return answerStatus(0, to: data)
    case ZIP_SOURCE_ERROR: return answerError(code, to: data)
    case ZIP_SOURCE_SUPPORTS:
      return commandSet([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
        ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
      ])
    default: return -1
    }
  }

  private func write(_ data: UnsafeRawBufferPointer) -> zip_int64_t {
    code = writeAll(data, to: descriptor, at: position)
    guard code == 0 else { return -1 }
    position += data.count
    return zip_int64_t(data.count)
  }

  private func seek(_ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    guard data.count >= MemoryLayout<zip_source_args_seek_t>.size else { return -1 }
    let arguments = data.loadUnaligned(as: zip_source_args_seek_t.self)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return -1 }
    let start =
      switch arguments.whence {
      case SEEK_CUR: position
      case SEEK_END: Int(status.st_size)
      default: 0
      }
    guard start + Int(arguments.offset) >= 0 else { return -1 }
    position = start + Int(arguments.offset)
    return 0
  }
}

private let sinkCallback: zip_source_callback = { state, data, count, command in
  guard let state else { return -1 }
  let sink = Unmanaged<FileSink>.fromOpaque(state)
  if command == ZIP_SOURCE_FREE {
    sink.release()
    return 0
  }
  return sink.takeUnretainedValue().answer(command, UnsafeMutableRawBufferPointer(start: data, count: Int(count)))
}
