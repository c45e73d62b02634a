public import Files

/// Why a site could not be published; each case is a fact, and ``description`` puts it in words.
///
/// Unless the case says otherwise the published site is as it was before.
public enum PublishError: Error, Equatable, Sendable {
  /// Why a path is not allowed in a site.
  public enum PathFault: Sendable {
    case empty, absolute, emptyPart, dotPart, controlCharacter, reserved, tooLong
  }

  /// What is wrong with a manifest.
  public enum ManifestFault: Equatable, Sendable {
    case notVigies
    case unknownFormat(Int)
    case unsafePath(String)
    case duplicatePath(String)
    case malformedEntry(String)
  }

  /// The destination has no name of its own, such as `/` or `..`.
  case unusableDestination(String)

  /// Another publication of the same site is under way.
  case busy(site: String)

  /// The site folder was exchanged or removed by somebody else while this publication ran.
  case siteReplaced(String)

  /// A path that could leave the site, or that a file system cannot store.
  case unsafePath(String, PathFault)

  /// Two files of one publication share a path, have paths that differ only in case or Unicode form, or one path is
  /// a folder of the other.
  case conflictingPaths(String, String)

  /// A file that no manifest lists is at the path of a file of the site.
  case foreignFile(String)

  /// A folder is at the path of a file of the site.
  case folderInTheWay(String)

  /// A file or folder not made by Vigie has a name that Vigie reserves next to the site.
  case reservedNameTaken(String)

  /// Something is mounted on a folder inside the site that holds pages, so that no page can be renamed into it.
  case mountPoint(String)

  /// The site is a symbolic link that leads nowhere.
  case danglingLink(String)

  /// The manifest inside the site cannot be trusted.
  case damagedManifest(String, ManifestFault)

  /// An unchanged file was gone when the site was assembled, or a placed file was not given to `finish`.
  case changedDuringBuild(String)

  /// A file or folder could not be used.
  case file(FileError)

  /// A site that is written in place is **half written**, and putting the files of the last one back failed, too.
  case halfWritten(String, code: Int32)

  /// The new site **is** published, but its place could not be written out to the disk.
  case publishedButUnsynced(String, code: Int32)

  /// The new site **is** published, but remains of the previous one could not be removed.
  case publishedButUntidy(path: String, code: Int32)
}

/// Runs work on files and converts its errors to those of a publication.
func publishing<R>(_ body: () throws -> R) throws(PublishError) -> R {
  do {
    return try body()
  } catch let error as PublishError {
    throw error
  } catch let error as FileError {
    throw .file(error)
  } catch {
    preconditionFailure("an error of another kind: \(error)")
  }
}
