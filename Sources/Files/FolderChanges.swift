import CLinux
import Glibc

extension Folder {
  /// Removes a name that is not a folder; a link is removed, not its target.
  package func remove(_ name: [UInt8]) throws(FileError) {
    guard withName(name, { unlinkat(descriptor, $0, 0) }) == 0 else {
      throw .system(.remove, path: shown(name), code: errno)
    }
  }

  /// Removes a folder if it is empty, and returns whether it was.
  package func removeIfEmpty(_ name: [UInt8]) throws(FileError) -> Bool {
    if withName(name, { unlinkat(descriptor, $0, AT_REMOVEDIR) }) == 0 { return true }
    let code = errno
    guard code == ENOTEMPTY || code == EEXIST else { throw .system(.remove, path: shown(name), code: code) }
    return false
  }

  /// Removes a folder with everything in it.
  package func removeTree(_ name: [UInt8]) throws(FileError) {
    if let folder = try subfolder(name) { try folder.removeEverything() }
    _ = try removeIfEmpty(name)
  }

  private func removeEverything() throws(FileError) {
    for name in try names() {
      if try status(of: name)?.kind == .folder {
        try removeTree(name)
      } else {
        try remove(name)
      }
    }
  }

  /// Renames an entry of this folder, replacing whatever has the new name.
  package func rename(_ name: [UInt8], to newName: [UInt8], in other: borrowing Folder) throws(FileError) {
    let otherDescriptor = other.descriptor
    let result = withName(name) { old in other.withName(newName) { renameat(descriptor, old, otherDescriptor, $0) } }
    guard result == 0 else { throw .system(.move, path: shown(name), code: errno) }
  }

  /// Renames unless the new name is taken, and returns whether it was free.
  package func rename(
    _ name: [UInt8], toFree newName: [UInt8], in other: borrowing Folder
  ) throws(FileError) -> Bool {
    let otherDescriptor = other.descriptor
    let code = withName(name) { old in
      other.withName(newName) { linux_rename_noreplace(descriptor, old, otherDescriptor, $0) }
    }
    switch code {
    case 0: return true
    case EEXIST: return false
    case EINVAL, ENOSYS, EOPNOTSUPP:
      // The file system cannot check and rename in one step; the two builds that could race hold one lock.
      guard try other.status(of: newName) == nil else { return false }
      try rename(name, to: newName, in: other)
      return true
    default: throw .system(.move, path: shown(name), code: code)
    }
  }

  /// Swaps two entries of this folder in one step, and returns whether the file system can do that.
  package func exchange(_ name: [UInt8], with other: [UInt8]) throws(FileError) -> Bool {
    let code = withName(name) { one in withName(other) { linux_rename_exchange(descriptor, one, $0) } }
    switch code {
    case 0: return true
    case EINVAL, ENOSYS, EOPNOTSUPP: return false
    default: throw .system(.move, path: shown(name), code: code)
    }
  }

  /// Makes the names in this folder durable.
  package func sync() throws(FileError) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw .system(.sync, path: path, code: errno) }
  }

  /// Makes everything on this folder's file system durable.
  package func syncFileSystem() throws(FileError) {
    let code = linux_sync_file_system(descriptor)
    guard code == 0 else { throw .system(.sync, path: path, code: code) }
  }
}
