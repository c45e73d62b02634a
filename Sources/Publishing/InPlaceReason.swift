public import Files

/// Why a site is written into the folder that it has, file by file, instead of having another folder take its name.
///
/// A folder that takes the name of another one is one step for readers who go by the name. Whoever holds the folder
/// itself would be left with an empty one.
public enum InPlaceReason: Equatable, Sendable {
  /// It was asked for.
  case asked
  /// The name of the site is a symbolic link.
  case link
  /// The site is a mount point, which cannot be renamed.
  case mountPoint
  /// Somebody was found who holds the folder.
  case held(FolderHolder)

  init?(_ site: borrowing Folder, isLink: Bool, isAsked: Bool) {
    if isLink {
      self = .link
    } else if site.identity?.isMountPoint ?? false {
      self = .mountPoint
    } else if isAsked {
      self = .asked
    } else if let holder = FolderHolder(of: site) {
      self = .held(holder)
    } else {
      return nil
    }
  }
}

extension InPlaceReason: CustomStringConvertible {
  /// The reason as the end of a sentence about the folder, such as `it is a mount point`.
  public var description: String {
    switch self {
    case .asked: "--in-place asks for it"
    case .link: "it is a symbolic link"
    case .mountPoint: "it is a mount point"
    case .held(.mount(let point)): "it is mounted at \(point) too"
    case .held(.mountInside(let point)): "\(point) is mounted inside it"
    case .held(.program(let name, let process)): "\(name) (process \(process)) works in it, has it open or watches it"
    }
  }
}
