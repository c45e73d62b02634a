import Glibc

/// Puts right what a killed publication left beside the site; the caller holds the lock.
func recover(_ names: SiteNames, in parent: borrowing Folder, record: BuildRecord?) throws(PublishError) {
  if try parent.status(of: names.old) != nil {
    // Killed between the two renames of a file system without exchange, or after them.
    let isAbsent = try parent.rename(names.old, toFree: names.site, in: parent)
    if !isAbsent, try !parent.rename(names.old, toFree: names.ready, in: parent) {
      throw .reservedNameTaken(parent.shown(names.old))
    }
  }
  try parent.removeTree(names.staging)
  guard let ready = try parent.status(of: names.ready) else { return }
  guard ready.kind == .folder else { throw .reservedNameTaken(parent.shown(names.ready)) }
  if let site = try parent.folder(names.site), try site.status().inode == record?.folder {
    // The swap was done: this is the site before, and may hold what others put there at the last moment.
    guard let old = try parent.subfolder(names.ready) else { return }
    _ = try sweep(names, in: parent, into: site, previous: Manifest(in: old), current: Manifest(in: site))
  } else {
    // The swap was not done: everything here is Vigie's own work or a second name of what the site holds.
    try parent.removeTree(names.ready)
  }
}

/// Empties and removes the folder of the site before.
///
/// - Returns: The names given to other people's files whose own name was taken.
func sweep(
  _ names: SiteNames, in parent: borrowing Folder, into site: borrowing Folder, previous: Manifest?, current: Manifest?
) throws(PublishError) -> [String] {
  guard let old = try parent.subfolder(names.ready) else { return [] }
  var sweep = Sweep(of: previous, replacedBy: current)
  // Whoever works in the folder may add a file after it was listed; it is then listed again.
  for _ in 1...10 {
    try sweep.run(old, into: site)
    if try parent.removeIfEmpty(names.ready) {
      try parent.sync()
      return sweep.kept
    }
  }
  throw .system(.remove, path: old.path, code: ENOTEMPTY)
}
