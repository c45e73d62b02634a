import Files
import Glibc

/// Repairs what a killed publication left next to the site; the caller holds the lock.
func recover(_ names: SiteNames, in parent: borrowing Folder, record: BuildRecord?) throws {
  if try parent.status(of: names.old) != nil {
    // Killed between the two renames on a file system without exchange, or after them.
    let isAbsent = try parent.rename(names.old, toFree: names.site, in: parent)
    if !isAbsent, try !parent.rename(names.old, toFree: names.ready, in: parent) {
      throw PublishError.reservedNameTaken(parent.shown(names.old))
    }
  }
  if try isFolder(names.staging, in: parent) { try parent.removeTree(names.staging) }
  guard try isFolder(names.ready, in: parent) else { return }
  if let site = try parent.folder(names.site), try site.status().inode == record?.folder {
    // The swap was done: this is the previous site, and may hold files that others added at the last moment.
    guard let old = try parent.subfolder(names.ready) else { return }
    _ = try sweep(names, in: parent, into: site, previous: Manifest(in: old), current: Manifest(in: site))
  } else {
    // The swap was not done: everything here is Vigie's own, or a second name of something in the site.
    try parent.removeTree(names.ready)
  }
}

/// Whether a folder of one of the reserved names exists.
///
/// - Throws: ``PublishError/reservedNameTaken(_:)`` when it is no folder's.
func isFolder(_ name: [UInt8], in parent: borrowing Folder) throws -> Bool {
  guard let status = try parent.status(of: name) else { return false }
  guard status.kind == .folder else { throw PublishError.reservedNameTaken(parent.shown(name)) }
  return true
}

/// Empties and removes the folder of the previous site.
///
/// - Returns: The new names of other people's files whose own name was taken.
func sweep(
  _ names: SiteNames, in parent: borrowing Folder, into site: borrowing Folder, previous: Manifest?, current: Manifest?
) throws -> [String] {
  guard let old = try parent.subfolder(names.ready) else { return [] }
  var sweep = Sweep(of: previous, replacedBy: current)
  // Other people may add a file after the folder was listed; it is then listed again.
  for _ in 1...10 {
    try sweep.run(old, into: site)
    if try parent.removeIfEmpty(names.ready) {
      try parent.sync()
      return sweep.kept
    }
  }
  throw FileError.system(.remove, path: old.path, code: ENOTEMPTY)
}
