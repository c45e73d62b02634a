import CZip
import Glibc

/// The contents of one entry, passed to libzip when it reaches them and freed right after.
final class EntrySource {
  private let load: () throws -> [UInt8]
  private let byteCount: Int
  private var bytes: [UInt8] = []
  private var position = 0
  private let failures: Failures

  /// Holds the error of a source, which libzip cannot carry.
  final class Failures {
    var first: (any Error)?
  }

  init(byteCount: Int, failures: Failures, load: @escaping () throws -> [UInt8]) {
    self.byteCount = byteCount
    self.failures = failures
    self.load = load
  }

  /// Adds the contents as a new entry; libzip reads them when the archive is closed.
  func add(named name: [UInt8], to zip: OpaquePointer) throws(ZIPFailure) -> zip_uint64_t {
    let state = Unmanaged.passRetained(self)
    guard let source = zip_source_function(zip, entryCallback, state.toOpaque()) else {
      state.release()
      throw ZIPFailure(of: zip)
    }
    let index = (name + [0]).withUnsafeBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map { zip_file_add(zip, $0, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) } ?? -1
      }
    }
    guard index >= 0 else {
      zip_source_free(source)
      throw ZIPFailure(of: zip)
    }
    return zip_uint64_t(index)
  }

  fileprivate func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN: return open()
    case ZIP_SOURCE_READ:
      let end = min(bytes.count, position + data.count)
      data.copyBytes(from: bytes[position..<end])
      defer { position = end }
      return zip_int64_t(end - position)
    case ZIP_SOURCE_CLOSE:
      bytes = []
      return 0
    case ZIP_SOURCE_STAT: return answerStatus(byteCount, to: data)
    case ZIP_SOURCE_ERROR: return answerError(EIO, to: data)
    case ZIP_SOURCE_SUPPORTS:
      return commandSet([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
      ])
    default: return -1
    }
  }

  private func open() -> zip_int64_t {
    do {
      bytes = try load()
      position = 0
      return 0
    } catch {
      failures.first = failures.first ?? error
      return -1
    }
  }
}

private let entryCallback: zip_source_callback = { state, data, count, command in
  guard let state else { return -1 }
  let source = Unmanaged<EntrySource>.fromOpaque(state)
  if command == ZIP_SOURCE_FREE {
    source.release()
    return 0
  }
  return source.takeUnretainedValue().answer(command, UnsafeMutableRawBufferPointer(start: data, count: Int(count)))
}

/// Reports to libzip the length of what a source holds, and nothing that depends on the machine.
func answerStatus(_ byteCount: Int, to data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
  var status = zip_stat_t()
  zip_stat_init(&status)
  status.size = zip_uint64_t(byteCount)
  status.valid = zip_uint64_t(ZIP_STAT_SIZE)
  return withUnsafeBytes(of: &status) { bytes in
    guard bytes.count <= data.count else { return -1 }
    data.copyMemory(from: bytes)
    return zip_int64_t(bytes.count)
  }
}

/// Reports an error to libzip, as an `errno` value.
func answerError(_ code: CInt, to data: UnsafeMutableRawBufferPointer) -> zip_int64_t {
  var error = zip_error_t()
  zip_error_init(&error)
  zip_error_set(&error, code == 0 ? ZIP_ER_OK : ZIP_ER_WRITE, code)
  defer { zip_error_fini(&error) }
  guard let start = data.baseAddress else { return -1 }
  return zip_error_to_data(&error, start, zip_uint64_t(data.count))
}

/// The set of commands that a source supports, in libzip's form.
func commandSet(_ commands: [zip_source_cmd_t]) -> zip_int64_t {
  commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
}
