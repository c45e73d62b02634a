import Files
import Glibc

/// Files of a site by their whole path, reached without following any link.
extension Folder {
  /// The folder that holds the file of a path; nil when there is none.
  private func holder(of path: SitePath, makes: Bool = false) throws -> Folder? {
    var folder = Folder(descriptor: try duplicatedDescriptor(), path: self.path)
    for part in path.parts.folders {
      if makes {
        folder = try folder.makeSubfolder(part)
      } else {
        guard let next = try folder.subfolder(part) else { return nil }
        folder = next
      }
    }
    return folder
  }

  /// Gives a file of the site a second name in another folder, or copies it where that cannot be; nothing for none.
  func keep(_ path: SitePath, in other: borrowing Folder) throws {
    guard let folder = try? holder(of: path) else { return }
    let name = path.parts.name
    guard let status = try folder.status(of: name), status.kind == .file else { return }
    guard let target = try other.holder(of: path, makes: true) else { return }
    guard folder.link(name, into: target) != 0, let file = try folder.file(name) else { return }
    try target.write(file.contents(), to: name)
  }

  /// Moves a file to the same path of the site, over one that a manifest lists and over no other.
  func move(_ path: SitePath, into site: borrowing Folder, replacing previous: Manifest?) throws {
    let name = path.parts.name
    guard let source = try holder(of: path), let status = try source.status(of: name) else { return }
    guard let target = try site.holder(of: path, makes: true) else { return }
    let isOwn = previous.map { path == .ownManifest || $0.lists(path.bytes) } ?? false
    if isOwn { return try source.rename(name, to: name, in: target) }
    guard try !source.rename(name, toFree: name, in: target) else { return }
    guard let other = try target.status(of: name), other.isSameFile(as: status) else {
      throw PublishError.foreignFile(target.shown(name))
    }
  }

  /// Moves a file back over the one that replaced it, and says whether there was one.
  func putBack(_ path: SitePath, into site: borrowing Folder) throws -> Bool {
    let name = path.parts.name
    guard let source = try holder(of: path), try source.status(of: name) != nil else { return false }
    guard let target = try site.holder(of: path, makes: true) else { return false }
    try source.rename(name, to: name, in: target)
    // Two names of one file are both left by a rename.
    if try source.status(of: name) != nil { try source.remove(name) }
    return true
  }

  /// Removes a file of the site, when it is there and no folder.
  func removeFile(at path: SitePath) throws {
    guard let folder = try holder(of: path), let status = try folder.status(of: path.parts.name) else { return }
    if status.kind != .folder { try folder.remove(path.parts.name) }
  }

  /// Removes the folders on the way to a path, from the innermost, as far as they are empty.
  func removeEmptyFolders(above path: SitePath) throws {
    let folders = path.parts.folders
    for count in stride(from: folders.count, to: 0, by: -1) {
      var folder = Folder(descriptor: try duplicatedDescriptor(), path: self.path)
      for part in folders.prefix(count - 1) {
        guard let next = try folder.subfolder(part) else { return }
        folder = next
      }
      guard let name = folders.prefix(count).last, try folder.removeIfEmpty(name) else { return }
    }
  }
}
