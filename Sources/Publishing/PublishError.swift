public import Files

/// Why a site could not be put in place; each case is a fact, its words are in ``description``.
///
/// Unless the case says otherwise the published site is as it was before.
public enum PublishError: Error, Equatable, Sendable {
  /// What makes a path unfit for a site.
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

  /// The destination has no name of its own, like `/` or `..`.
  case unusableDestination(String)

  /// Another publication of the same site is under way.
  case busy(site: String)

  /// The site folder was exchanged or removed by somebody else while this publication ran.
  case siteReplaced(String)

  /// A path that could leave the site or that a file system cannot hold.
  case unsafePath(String, PathFault)

  /// Two files of one publication share a path, or paths that differ in case or in Unicode form only, or one path is
  /// a folder of the other.
  case conflictingPaths(String, String)

  /// A file which no manifest lists stands where a file of the site goes.
  case foreignFile(String)

  /// A folder stands where a file of the site goes.
  case folderInTheWay(String)

  /// A file or folder, not made by Vigie, has a name that Vigie reserves beside the site.
  case reservedNameTaken(String)

  /// Another file system is mounted inside the site, so the site cannot be swapped as one.
  case mountPoint(String)

  /// The manifest inside the site cannot be trusted.
  case damagedManifest(String, ManifestFault)

  /// A file found unchanged was gone when the site was assembled, or a file was placed and not handed to `finish`.
  case changedDuringBuild(String)

  /// A file or folder could not be used.
  case file(FileError)

  /// The new site **is** published, and what is left of the one before could not be removed.
  case publishedButUntidy(path: String, code: Int32)
}

/// Runs work on files and gives its errors the type of a publication's.
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
