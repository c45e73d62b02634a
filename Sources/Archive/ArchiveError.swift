import Files
public import Publishing

/// Why an archive could not be written or read; existing files are unchanged.
public enum ArchiveError: Error, Equatable, Sendable {
  /// An archive of that name with other bytes exists: a published edition never changes.
  case taken(String)

  /// Something that Vigie did not make has the name of the archive being written.
  case reservedNameTaken(String)

  /// Another program is writing an archive into the folder.
  case busy(String)

  /// The site has no manifest, so nothing says which files belong to it.
  case noManifest(String)

  /// A file of the site is not the one that its manifest lists.
  case siteChanged(String)

  /// The facts of the edition cannot be written.
  case unfit(EditionFault)

  /// The site has more files or more bytes than an archive can hold.
  case tooLarge(String)

  /// There is a symbolic link, or something other than a regular file, at the path.
  case notAFile(String)

  /// The ZIP library refused, in its words.
  case zip(String, String)

  /// The system refused; `code` is the `errno` value.
  case system(path: String, code: Int32)

  /// The manifest of the site cannot be trusted.
  case publishing(PublishError)

  init(_ error: FileError) {
    self =
      switch error {
      case .system(_, let path, let code): .system(path: path, code: code)
      case .link(let path), .secondName(let path), .notAFolder(let path), .linkToNothing(let path),
        .notAFile(let path, _):
        .notAFile(path)
      case .tooLarge(let path, _): .tooLarge(path)
      }
  }
}

extension ArchiveError: CustomStringConvertible {
  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .taken(let path):
      "\(path) is there already and holds other bytes; what was published stays: publish a revision instead"
    case .reservedNameTaken(let path): "\(path) was not made by Vigie, which needs that name; move or delete it"
    case .busy(let folder): "another program is writing an archive into \(folder); wait until it has finished"
    case .noManifest(let site): "\(site) has no manifest.json, so nobody can say which files belong to the site"
    case .siteChanged(let path): "\(path) is not the file that the site's manifest.json lists; build again"
    case .unfit(let fault): "the edition cannot be archived: \(fault)"
    case .tooLarge(let path): "\(path) is too large for an archive; see docs/archive.md for its limits"
    case .notAFile(let path): "\(path) is no regular file"
    case .zip(let path, let words): "\(path): \(words)"
    case .system(let path, let code):
      "\(path): \(systemWords(code))"
    case .publishing(let error): "\(error)"
    }
  }
}

/// Runs work of several layers and converts their errors to one type.
func archiving<R>(_ path: String, _ body: () throws -> R) throws(ArchiveError) -> R {
  do {
    return try body()
  } catch let error as ArchiveError {
    throw error
  } catch let error as FileError {
    throw ArchiveError(error)
  } catch let error as PublishError {
    throw .publishing(error)
  } catch let error as EditionFault {
    throw .unfit(error)
  } catch let error as ZIPFailure {
    throw error.code == 0 ? .zip(path, error.words) : .system(path: path, code: error.code)
  } catch {
    throw .zip(path, "\(error)")
  }
}
