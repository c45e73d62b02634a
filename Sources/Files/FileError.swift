import Glibc

/// Why a file or folder could not be used.
public enum FileError: Error, Equatable, Sendable {
  /// The action that the system refused.
  public enum Action: String, Sendable {
    case open, read, write, list, link, move, remove, lock
    case sync = "write out"
  }

  /// There is a symbolic link on a path that is written to.
  case link(String)

  /// A file that is written to has another name elsewhere.
  case secondName(String)

  /// Something other than a folder is where a folder is needed.
  case notAFolder(String)

  /// Something that may have no end, such as a pipe, or a folder is where a file is needed; what it is, with its article.
  case notAFile(String, what: String)

  /// The file is larger than one of its kind may be, in bytes.
  case tooLarge(String, limit: Int)

  /// There is a symbolic link, and what it leads to is not there.
  case linkToNothing(String)

  /// The system refused; `code` is the `errno` value.
  case system(Action, path: String, code: Int32)
}

extension FileError {
  /// The reason without the path, such as `Permission denied`.
  public var reason: String {
    switch self {
    case .link: "it is a symbolic link"
    case .secondName: "it is a second name of another file"
    case .notAFolder: "it is not a folder"
    case .notAFile(_, let what): "it is \(what)"
    case .tooLarge(_, let limit): "it has more than \(amount(limit))"
    case .linkToNothing: "it is a link, and what it leads to is not there"
    case .system(_, _, let code): systemWords(code)
    }
  }
}

extension FileError: CustomStringConvertible {
  /// One line: what happened and what to do, such as `cannot open data: Permission denied`.
  public var description: String {
    switch self {
    case .link(let path): "\(path) is a symbolic link, and Vigie does not write through links; remove it"
    case .secondName(let path):
      "\(path) is a second name of another file (a hard link), and Vigie does not write through links; remove it"
    case .notAFolder(let path): "\(path) is not a folder; move or delete it"
    case .notAFile(let path, let what): "\(path) is \(what); name a file"
    case .tooLarge(let path, let limit): "\(path) has more than \(amount(limit)); name a smaller file"
    case .linkToNothing(let path): "\(path) is a link, and what it leads to is not there; mend the link or remove it"
    case .system(let action, let path, let code): "cannot \(action.rawValue) \(path): \(systemWords(code))"
    }
  }
}

/// A number of bytes in the largest unit that makes it whole, such as `4 MiB`.
private func amount(_ bytes: Int) -> String {
  bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : bytes % (1 << 10) == 0 ? "\(bytes >> 10) KiB" : "\(bytes) bytes"
}

/// The C library's own words for an `errno` value: always English, since no part of the program calls `setlocale`.
package func systemWords(_ code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}
