import Files
import Glibc

/// Hard-links what stays of the live site into the staged one: unchanged files and everything foreign.
struct CarryOver {
  /// The unchanged files that have no link yet.
  private var unlinked: Set<[UInt8]>

  private let changed: Set<[UInt8]>
  private let previous: Manifest?
  private let carriesForeign: Bool
  private let device: UInt

  /// - Parameter carriesForeign: false for a site that is written in place, where the rest stays where it is.
  init(
    _ placed: [PlacedFile], from previous: Manifest?, into staging: borrowing Folder, carriesForeign: Bool
  ) throws {
    self.carriesForeign = carriesForeign
    unlinked = Set(placed.lazy.filter { !$0.isChanged }.map { Array($0.path.utf8) })
    changed = Set(placed.lazy.filter(\.isChanged).map { Array($0.path.utf8) })
    self.previous = previous
    device = try staging.status().device
    try requirePlaced(in: staging, under: [])
  }

  /// - Parameter prefix: The folder's path in the site with a `/` after it, or nothing for the site itself.
  mutating func run(
    from live: borrowing Folder, into staging: borrowing Folder, under prefix: [UInt8]
  ) throws {
    // It is better to refuse now than to stop halfway through the removal after the swap.
    try live.requireWritable()
    let status = try live.status()
    let isMounted = live.identity?.isMountPoint ?? false
    guard status.device == device, !isMounted || prefix.isEmpty else { throw PublishError.mountPoint(live.path) }
    for name in try live.names() {
      let path = prefix + name
      if unlinked.remove(path) != nil {
        try carry(name, from: live, into: staging)
      } else if path == SitePath.manifest && previous != nil {
        continue
      } else if !carriesForeign, try !isOwn(name, at: path, in: staging) {
        continue
      } else if let folder = try live.folder(name) {
        let staged = try staging.makeSubfolder(name)
        try run(from: folder, into: staged, under: path + [slash])
        // An empty folder of somebody else's stays; one that held Vigie's files only is removed with the last of them.
        if previous?.listsSomething(in: path) ?? false { _ = try staging.removeIfEmpty(name) }
      } else if !changed.contains(path) && !(previous?.lists(path) ?? false) {
        try carryForeign(name, from: live, into: staging)
      }
    }
    try staging.setPermissions(status.permissions)
  }

  /// Whether a folder of the site holds files of Vigie, or is going to.
  private func isOwn(_ name: [UInt8], at path: [UInt8], in staging: borrowing Folder) throws -> Bool {
    try previous?.listsSomething(in: path) ?? false || staging.folder(name) != nil
  }

  /// - Throws: ``PublishError/changedDuringBuild(_:)`` when an unchanged file has disappeared since it was compared.
  func requireComplete(in site: String) throws {
    guard let missing = unlinked.min(by: { $0.lexicographicallyPrecedes($1) }) else { return }
    throw PublishError.changedDuringBuild(site + "/" + String(decoding: missing, as: UTF8.self))
  }

  /// Links a file of the site, or copies it when the file system, or its rules for other owners, refuses a link.
  private func carry(
    _ name: [UInt8], from live: borrowing Folder, into staging: borrowing Folder
  ) throws(FileError) {
    let code = live.link(name, into: staging)
    guard code != 0 else { return }
    guard refusesLinks(code), let file = try live.file(name) else {
      throw .system(.link, path: live.shown(name), code: code)
    }
    try staging.write(file.contents(), to: name)
  }

  /// Links everything that is not Vigie's.
  ///
  /// Anything that cannot be linked is moved over after the swap, like files added late.
  private func carryForeign(
    _ name: [UInt8], from live: borrowing Folder, into staging: borrowing Folder
  ) throws(FileError) {
    let code = live.link(name, into: staging)
    // ENOENT: its owner has just removed it.
    guard code == 0 || refusesLinks(code) || code == ENOENT else {
      throw .system(.link, path: live.shown(name), code: code)
    }
  }

  private func refusesLinks(_ code: CInt) -> Bool {
    code == EPERM || code == EMLINK || code == EOPNOTSUPP
  }

  /// Refuses a staged file that is not among the placed ones: it would go live unlisted, and be foreign from then on.
  private func requirePlaced(in staging: borrowing Folder, under prefix: [UInt8]) throws {
    for name in try staging.names() {
      let path = prefix + name
      if changed.contains(path) { continue }
      guard let folder = try staging.folder(name) else { throw PublishError.changedDuringBuild(staging.shown(name)) }
      try requirePlaced(in: folder, under: path + [slash])
    }
  }
}
