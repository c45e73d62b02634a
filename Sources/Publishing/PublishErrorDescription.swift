import Files

extension PublishError: CustomStringConvertible {
  /// One line: what happened, what it means for the published site, and what to do.
  public var description: String {
    switch self {
    case .unusableDestination(let path):
      "cannot publish to '\(path)': name a folder, such as site"
    case .busy(let site):
      "another build is publishing \(site); wait until it has finished"
    case .siteReplaced(let site):
      "\(site) was replaced by somebody else during the build; build again"
    case .unsafePath(let path, let fault):
      "'\(path)' cannot be a path in a site: \(fault.words)"
    case .conflictingPaths(let one, let other) where one.utf8.elementsEqual(other.utf8):
      "two files of the site have the path \(one)"
    case .conflictingPaths(let one, let other):
      "\(one) and \(other) cannot both be in the site: some file systems take them for the same place"
    case .foreignFile(let path):
      "\(path) was not written by Vigie and is in the way of a file of the site; move or delete it\(Self.unchanged)"
    case .folderInTheWay(let path):
      "\(path) is a folder and in the way of a file of the site; move or delete it\(Self.unchanged)"
    case .reservedNameTaken(let path):
      "\(path) was not made by Vigie, which needs that name; move or delete it\(Self.unchanged)"
    case .mountPoint(let path):
      "\(path) is a mount point inside the site; mount the folder around the site instead, or publish elsewhere"
        + Self.unchanged
    case .danglingLink(let path):
      "\(path) is a symbolic link to a folder that is not there; make that folder or mount it, or remove the link"
    case .damagedManifest(let path, let fault):
      "\(path) cannot be trusted: \(fault.words); restore it, or publish to another folder\(Self.unchanged)"
    case .changedDuringBuild(let path):
      "\(path) changed during the build; build again\(Self.unchanged)"
    case .file(let error): "\(error)\(Self.unchanged)"
    case .halfWritten(let path, let code):
      "the site is half written, and \(path) could not be put back: \(systemWords(code)); the next build completes it"
    case .publishedButUnsynced(let path, let code):
      "the new site is published, but \(path) could not be written out: \(systemWords(code)); the next build tries again"
    case .publishedButUntidy(let path, let code):
      "the new site is published, but \(path), left of the last one, could not be removed: \(systemWords(code))"
        + "; the next build tries again"
    }
  }

  private static let unchanged = "; the published site is unchanged"
}

extension PublishError.PathFault {
  fileprivate var words: String {
    switch self {
    case .empty: "it is empty"
    case .absolute: "it is absolute"
    case .emptyPart: "it has an empty part"
    case .dotPart: "it has a part '.' or '..'"
    case .controlCharacter: "it holds a control character"
    case .reserved: "Vigie's manifest has that name"
    case .tooLong: "a part of it is longer than 255 bytes"
    }
  }
}

extension PublishError.ManifestFault {
  fileprivate var words: String {
    switch self {
    case .notVigies: "it is not a manifest that Vigie wrote"
    case .unknownFormat(let format): "its format \(format) is not known to this version of Vigie"
    case .unsafePath(let path): "it lists the unsafe path '\(path)'"
    case .duplicatePath(let path): "it lists '\(path)' twice"
    case .malformedEntry(let path): "its entry for '\(path)' is malformed"
    }
  }
}
