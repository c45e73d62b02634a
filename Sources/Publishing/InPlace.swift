import Files
import Glibc

/// The way of a site into the folder that it has: file by file, pages first, then the index, then the manifest.
///
/// A hidden folder inside the site holds the new files in `new` and second names of those that they replace in `old`.
/// Before the first file moves that folder is called `.vigie-ready`: from then on a publication that was killed is
/// completed by the next one, and a failure is undone from `old`.
struct InPlace: Sendable {
  static let new = Array("new".utf8)
  static let old = Array("old".utf8)

  /// The changed files in the order in which they move.
  private let moving: [SitePath]
  /// Pages of the last site that stand where this one needs a folder.
  private let inTheWay: [SitePath]
  private let previous: Manifest?

  /// Keeps second names of all that is going to be replaced; nothing of the site changes.
  init(
    _ placed: [PlacedFile], from previous: Manifest?, to current: Manifest, in site: borrowing Folder,
    work: borrowing Folder
  ) throws {
    let changed = try placed.filter(\.isChanged).map { try SitePath($0.path) }
    let index = Array("index.html".utf8)
    moving = changed.filter { $0.bytes != index } + changed.filter { $0.bytes == index }
    inTheWay = try (previous?.entries ?? []).map { try SitePath($0.path) }.filter { path in
      current.listsSomething(in: path.bytes)
    }
    self.previous = previous
    let old = try work.makeSubfolder(Self.old)
    for path in moving + inTheWay + [.ownManifest] { try site.keep(path, in: old) }
  }

  /// Moves every file to its place.
  ///
  /// - Throws: after which the site is as it was, except ``PublishError/halfWritten(_:code:)``.
  func apply(in site: borrowing Folder) throws {
    guard try site.rename(SiteNames.innerStaging, toFree: SiteNames.innerReady, in: site) else {
      throw PublishError.reservedNameTaken(site.shown(SiteNames.innerReady))
    }
    var moved: [SitePath] = []
    do {
      guard let work = try site.subfolder(SiteNames.innerReady), let new = try work.subfolder(Self.new) else {
        throw PublishError.siteReplaced(site.path)
      }
      for path in inTheWay { try site.removeFile(at: path) }
      for path in moving {
        try new.move(path, into: site, replacing: previous)
        moved.append(path)
      }
      // So that no power cut can leave the new manifest with older pages.
      try site.syncFileSystem()
      try new.move(.ownManifest, into: site, replacing: previous)
    } catch {
      try undo(moved, in: site)
      throw error
    }
  }

  private func undo(_ moved: [SitePath], in site: borrowing Folder) throws {
    do {
      guard let work = try site.subfolder(SiteNames.innerReady), let old = try work.subfolder(Self.old) else {
        throw PublishError.siteReplaced(site.path)
      }
      for path in moved.reversed() + inTheWay where try !old.putBack(path, into: site) {
        try site.removeFile(at: path)
        try site.removeEmptyFolders(above: path)
      }
      guard try site.rename(SiteNames.innerReady, toFree: SiteNames.innerStaging, in: site) else {
        throw PublishError.reservedNameTaken(site.shown(SiteNames.innerStaging))
      }
    } catch FileError.system(_, let path, let code) {
      throw PublishError.halfWritten(path, code: code)
    }
  }
}

/// Completes a site in place that a killed publication left half written, and removes what it left behind.
func recoverInPlace(_ site: borrowing Folder) throws {
  if try isFolder(SiteNames.innerStaging, in: site) { try site.removeTree(SiteNames.innerStaging) }
  guard try isFolder(SiteNames.innerReady, in: site), let work = try site.subfolder(SiteNames.innerReady) else {
    return
  }
  if let new = try work.subfolder(InPlace.new), let manifest = try Manifest(in: new) {
    // The manifest moves last, so that it is there as long as anything else may be.
    let previous = try Manifest(in: site)
    for entry in previous?.entries ?? [] where manifest.listsSomething(in: Array(entry.path.utf8)) {
      try site.removeFile(at: try SitePath(entry.path))
    }
    for entry in manifest.entries { try new.move(try SitePath(entry.path), into: site, replacing: previous) }
    try site.syncFileSystem()
    try new.move(.ownManifest, into: site, replacing: previous)
  }
  try tidyInPlace(site)
}

/// Removes the pages that the site no longer has, and the folder of the work.
func tidyInPlace(_ site: borrowing Folder) throws {
  guard let work = try site.subfolder(SiteNames.innerReady) else { return }
  if let old = try work.subfolder(InPlace.old), let previous = try Manifest(in: old) {
    let current = try Manifest(in: site)
    for entry in previous.entries where !(current?.lists(Array(entry.path.utf8)) ?? false) {
      let path = try SitePath(entry.path)
      guard !(current?.listsSomething(in: path.bytes) ?? false) else { continue }
      try site.removeFile(at: path)
      try site.removeEmptyFolders(above: path)
    }
  }
  try site.removeTree(SiteNames.innerReady)
  try site.sync()
}
