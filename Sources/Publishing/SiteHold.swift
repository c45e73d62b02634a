package import Files
import Glibc
import Synchronization

/// Everything one publication holds open: the lock, the parent folder, the current site.
///
/// It is a class only for its `deinit`: copies of a ``Publication`` travel into parallel tasks, and when the last one
/// is gone nothing may remain.
final class SiteHold: Sendable {
  let names: SiteNames
  let parent: Folder
  let lock: LockFile

  /// The published site, or nil before the first publication.
  ///
  /// A bare descriptor, because Swift 6.3.1 leaks the object when a call throws during a `switch` over an optional
  /// noncopyable property of it; borrow it through ``liveFolder()``.
  private let live: CInt?

  /// The published site's manifest, or nil when Vigie never wrote into the folder.
  let manifest: Manifest?

  /// Why the site is written file by file into the folder that it has; nil when another folder takes its name.
  let inPlace: InPlaceReason?

  /// What the lock remembered before this publication.
  let lastRecord: BuildRecord?

  /// Whether the file system is asked to exchange folders; tests switch it off to cover file systems that cannot.
  let exchanges: Bool

  private let isOpen = Atomic(true)

  init(_ names: SiteNames, exchanges: Bool, inPlace: Bool) throws {
    let parent = try Folder(opening: names.parentPath)
    let lock = try LockFile.take(names.lock, in: parent, busy: .busy(site: parent.shown(names.site)))
    let record = try lock.record()
    try recover(names, in: parent, record: record)
    if let site = try names.openSite(in: parent) {
      try site.lock()
      try recoverInPlace(site)
      manifest = try Manifest(in: site)
      self.inPlace = try InPlaceReason(site, isLink: parent.status(of: names.site)?.kind == .link, isAsked: inPlace)
      live = try site.duplicatedDescriptor()
    } else {
      manifest = nil
      self.inPlace = nil
      live = nil
    }
    lastRecord = record
    self.names = names
    self.parent = parent
    self.lock = lock
    self.exchanges = exchanges
  }

  deinit {
    close()
    if let live { Glibc.close(live) }
  }

  /// An independent handle on the published site, or nil before the first publication.
  func liveFolder() throws -> Folder? {
    guard let live else { return nil }
    let copy = fcntl(live, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileError.system(.open, path: parent.shown(names.site), code: errno) }
    return Folder(descriptor: copy, path: parent.shown(names.site))
  }

  /// Removes what was staged and lets the next publication in; a second call does nothing.
  func close() {
    guard isOpen.exchange(false, ordering: .acquiringAndReleasing) else { return }
    // The next publication removes what cannot be removed now.
    for name in [names.staging, names.ready] where (try? holdsPreviousSite(name)) == false {
      try? parent.removeTree(name)
    }
    if let site = try? liveFolder() {
      try? site.removeTree(SiteNames.innerStaging)
      site.unlock()
    }
    lock.release()
  }

  /// Stops a program that continues with a closed publication: it would write without the lock.
  func requireOpen() {
    precondition(isOpen.load(ordering: .acquiring), "this publication was finished or abandoned")
  }

  /// Whether the folder of that name is the site that was live at the beginning.
  private func holdsPreviousSite(_ name: [UInt8]) throws -> Bool {
    guard let site = try liveFolder(), let status = try parent.status(of: name) else { return false }
    return status.isSameFile(as: try site.status())
  }
}

extension SiteNames {
  /// The folder that the site's name leads to; nil when nothing has the name.
  ///
  /// A link in the place of the site is the user's own, unlike one inside the site, and is followed.
  func openSite(in parent: borrowing Folder) throws -> Folder? {
    guard try parent.status(of: site)?.kind == .link else { return try parent.subfolder(site) }
    do {
      return try Folder(opening: parent.shown(site))
    } catch FileError.system(_, let path, ENOENT) {
      throw PublishError.danglingLink(path)
    } catch FileError.system(_, let path, ENOTDIR) {
      throw FileError.notAFolder(path)
    }
  }
}

extension Folder {
  /// Keeps other publications out that reach the same folder by another name.
  fileprivate func lock() throws {
    // Some network file systems cannot lock a folder; the lock beside the site holds all the same.
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    throw PublishError.busy(site: path)
  }

  fileprivate func unlock() {
    flock(descriptor, LOCK_UN)
  }
}

extension Manifest {
  /// The manifest of a site, or nil when there is none.
  package init?(in site: borrowing Folder) throws {
    guard let file = try site.file(SitePath.manifest) else { return nil }
    guard try file.status().kind == .file else { throw PublishError.damagedManifest(file.path, .notVigies) }
    try self.init(reading: file.contents(), at: file.path)
  }
}
