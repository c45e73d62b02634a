import Files

/// Empties the previous site's folder: removes Vigie's files and what the new site has too, and moves the rest over.
///
/// The rest is what others added between linking and the swap, and what could not be linked.
struct Sweep {
  /// The new names of other people's files whose own name was taken by then.
  private(set) var kept: [String] = []

  private let previous: Manifest?
  private let current: Manifest?

  /// - Parameters:
  ///   - previous: The manifest of the previous site; without one, nothing in it is Vigie's.
  ///   - current: The manifest of the live site.
  init(of previous: Manifest?, replacedBy current: Manifest?) {
    self.previous = previous
    self.current = current
  }

  mutating func run(_ old: borrowing Folder, into site: borrowing Folder) throws {
    try run(old, into: site, under: [])
    // Last, because the next publication resumes a sweep cut short and needs it.
    if previous != nil, try old.status(of: SitePath.manifest) != nil { try old.remove(SitePath.manifest) }
  }

  private mutating func run(
    _ old: borrowing Folder, into site: borrowing Folder, under prefix: [UInt8]
  ) throws {
    for name in try old.names() {
      let path = prefix + name
      if path == SitePath.manifest && previous != nil { continue }
      guard let status = try old.status(of: name) else { continue }
      if status.kind == .folder {
        try sweepFolder(name, of: old, into: site, at: path)
      } else if previous?.lists(path) ?? false {
        try old.remove(name)
      } else if let twin = try site.status(of: name) {
        try settle(name, status, with: twin, of: old, into: site, at: path)
      } else {
        try move(name, of: old, into: site)
      }
    }
  }

  private mutating func sweepFolder(
    _ name: [UInt8], of old: borrowing Folder, into site: borrowing Folder, at path: [UInt8]
  ) throws {
    guard let folder = try old.folder(name) else { return }
    if let twin = try site.folder(name) {
      try run(folder, into: twin, under: path + [slash])
      _ = try old.removeIfEmpty(name)
    } else {
      try removeListed(in: folder, under: path + [slash])
      if previous?.listsSomething(in: path) ?? false, try old.removeIfEmpty(name) { return }
      try move(name, of: old, into: site)
    }
  }

  /// Removes Vigie's files, and the folders that held nothing else, from a folder that the new site does not have.
  private func removeListed(in folder: borrowing Folder, under prefix: [UInt8]) throws {
    for name in try folder.names() {
      let path = prefix + name
      if let inner = try folder.folder(name) {
        try removeListed(in: inner, under: path + [slash])
        if previous?.listsSomething(in: path) ?? false { _ = try folder.removeIfEmpty(name) }
      } else if previous?.lists(path) ?? false {
        try folder.remove(name)
      }
    }
  }

  /// Chooses between two entries of one name: a page of the new site stays, otherwise the one modified last.
  private mutating func settle(
    _ name: [UInt8], _ status: EntryStatus, with twin: EntryStatus,
    of old: borrowing Folder, into site: borrowing Folder, at path: [UInt8]
  ) throws {
    if status.isSameFile(as: twin) { return try old.remove(name) }
    let isReplacing = !(current?.lists(path) ?? false) && twin.kind != .folder && status.isModifiedAfter(twin)
    if isReplacing { try move(name, of: site, into: site) }
    try move(name, of: old, into: site)
  }

  /// Moves an entry to its own name, or to the first free name derived from it; never over anything.
  private mutating func move(
    _ name: [UInt8], of old: borrowing Folder, into site: borrowing Folder
  ) throws {
    if try old.rename(name, toFree: name, in: site) { return }
    var number = 1
    var newName = name + Array(".kept".utf8)
    while try !old.rename(name, toFree: newName, in: site) {
      number += 1
      newName = name + Array(".kept-\(number)".utf8)
    }
    kept.append(site.shown(newName))
  }
}
