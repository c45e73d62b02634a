import Files

extension Publication {
  /// Makes the staged site the live one.
  ///
  /// It is one step where the file system can exchange two folders. Elsewhere the site is absent for a moment between
  /// two renames; the next build repairs one that was killed in that moment.
  func goLive() throws {
    try swapIn(hold.names, in: hold.parent)
  }

  /// The folder that the publication found under the site's name.
  ///
  /// - Throws: ``PublishError/siteReplaced(_:)`` when the name leads to another one by now.
  func expectedSite() throws -> Folder {
    guard let expected = try liveStatus(), let found = try hold.names.openSite(in: hold.parent),
      try found.status().isSameFile(as: expected)
    else { throw PublishError.siteReplaced(hold.parent.shown(hold.names.site)) }
    return found
  }

  private func swapIn(_ names: SiteNames, in parent: borrowing Folder) throws {
    let site = parent.shown(names.site)
    // From here on the lock file says which site the folder holds; until then, nothing in it is worth keeping.
    guard try parent.rename(names.staging, toFree: names.ready, in: parent) else {
      throw PublishError.reservedNameTaken(parent.shown(names.ready))
    }
    guard let expected = try liveStatus() else {
      guard try parent.rename(names.ready, toFree: names.site, in: parent) else {
        throw PublishError.siteReplaced(site)
      }
      return
    }
    guard let found = try parent.status(of: names.site), found.isSameFile(as: expected) else {
      throw PublishError.siteReplaced(site)
    }
    try exchange(names, in: parent)
  }

  private func exchange(_ names: SiteNames, in parent: borrowing Folder) throws {
    let isExchanged = hold.exchanges ? try parent.exchange(names.ready, with: names.site) : false
    if !isExchanged { try renameTwice(names, in: parent) }
  }

  private func renameTwice(_ names: SiteNames, in parent: borrowing Folder) throws {
    guard try parent.rename(names.site, toFree: names.old, in: parent) else {
      throw PublishError.reservedNameTaken(parent.shown(names.old))
    }
    do {
      try parent.rename(names.ready, to: names.site, in: parent)
    } catch {
      try parent.rename(names.old, to: names.site, in: parent)
      throw error
    }
    do throws(FileError) {
      try parent.rename(names.old, to: names.ready, in: parent)
    } catch .system(_, let path, let code) {
      throw PublishError.publishedButUntidy(path: path, code: code)
    }
  }
}
