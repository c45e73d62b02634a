import Glibc

/// Somebody who uses a folder itself and not its name, and so does not follow when another folder takes the name.
public enum FolderHolder: Equatable, Sendable {
  /// The folder, or one inside it, is mounted somewhere else too.
  case mount(at: String)
  /// Another file system is mounted inside the folder.
  case mountInside(at: String)
  /// A program works in the folder, has it open or watches it.
  case program(String, process: Int)

  /// Looks through the programs and mounts of this machine, as far as this user may see them.
  ///
  /// - Returns: The first that is found; nil says little about other machines, other users and virtual machines.
  package init?(of folder: borrowing Folder) {
    guard let look = Look(at: folder), let found = look.holder() else { return nil }
    self = found
  }
}

/// One look at all processes.
private struct Look {
  private let identity: Identity
  private let path: String
  private let mounts: [Mount]
  /// Where the folder is in its own file system, whatever is mounted where.
  private let root: String
  private let device: String

  init?(at folder: borrowing Folder) {
    guard let identity = folder.identity, let path = target(of: "/proc/self/fd/\(folder.descriptor)"),
      let text = contents(of: "/proc/self/mountinfo")
    else { return nil }
    let mounts = Mount.all(text)
    guard let own = mounts.first(where: { $0.id == identity.mount }) else { return nil }
    self.identity = identity
    self.path = path
    self.mounts = mounts
    root = within(own.root, path.dropFirst(own.point == "/" ? 0 : own.point.count))
    device = own.device
  }

  func holder() -> FolderHolder? {
    if let inside = mounts.first(where: { $0.point.isInside(path) }) { return .mountInside(at: inside.point) }
    if let mount = elsewhere(mounts) { return .mount(at: mount.point) }
    guard let processes = try? Folder(opening: "/proc").names() else { return nil }
    var seen: Set<[UInt8]> = []
    for process in processes.compactMap({ Int(String(decoding: $0, as: UTF8.self)) }).sorted() {
      guard process != getpid() else { continue }
      let own = "/proc/\(process)"
      if uses(own) {
        let name = contents(of: own + "/comm").map { String(decoding: $0.prefix { $0 != 10 }, as: UTF8.self) }
        return .program(name ?? "a program", process: process)
      }
      // Containers see mounts of their own; most processes share those of another.
      if let text = contents(of: own + "/mountinfo"), seen.insert(text).inserted,
        let mount = elsewhere(Mount.all(text))
      {
        return .mount(at: mount.point)
      }
    }
    return nil
  }

  /// A mount that shows the folder, or a part of it, and does not lead there by its name.
  private func elsewhere(_ mounts: [Mount]) -> Mount? {
    mounts.first { $0.device == device && ($0.root == root || $0.root.isInside(root)) && $0.id != identity.mount }
  }

  private func uses(_ process: String) -> Bool {
    if isHeld(process + "/cwd") || isHeld(process + "/root") { return true }
    guard let open = try? Folder(opening: process + "/fd").names() else { return false }
    return open.contains { name in
      let number = String(decoding: name, as: UTF8.self)
      return isHeld("\(process)/fd/\(number)") || isWatching(process, number)
    }
  }

  private func isHeld(_ link: String) -> Bool {
    guard let found = Identity(link), found.isFolder else { return false }
    return found == identity || target(of: link)?.isInside(path) ?? false
  }

  private func isWatching(_ process: String, _ number: String) -> Bool {
    guard target(of: "\(process)/fd/\(number)") == "anon_inode:inotify",
      let text = contents(of: "\(process)/fdinfo/\(number)")
    else { return false }
    // The kernel writes the device as one number, with twenty bits for the minor part.
    let device = UInt64(identity.device.major) << 20 | UInt64(identity.device.minor)
    let mark = " ino:\(String(identity.inode, radix: 16)) sdev:\(String(device, radix: 16)) "
    return String(decoding: text, as: UTF8.self).contains(mark)
  }
}

/// One line of `mountinfo`.
private struct Mount {
  let id: UInt64
  let device: String
  let root: String
  let point: String

  static func all(_ text: [UInt8]) -> [Mount] {
    text.split(separator: 10).compactMap { line in
      let words = line.split(separator: 32, maxSplits: 5)
      guard words.count == 6, let id = UInt64(String(decoding: words[0], as: UTF8.self)) else { return nil }
      return Mount(
        id: id, device: String(decoding: words[2], as: UTF8.self), root: unescaped(words[3]), point: unescaped(words[4])
      )
    }
  }

  /// Blanks and backslashes are written as three octal digits.
  private static func unescaped(_ word: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = word
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func isInside(_ folder: String) -> Bool {
    utf8.starts(with: within(folder, "/").utf8) && utf8.count > folder.utf8.count + 1
  }
}

private func within(_ folder: String, _ rest: some StringProtocol) -> String {
  folder == "/" && rest.utf8.first == UInt8(ascii: "/") ? String(rest) : folder + rest
}

private func target(of link: String) -> String? {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
    let count = buffer.baseAddress.map { readlink(link, $0, buffer.count) } ?? -1
    return count < 0 ? nil : String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

private func contents(of path: String) -> [UInt8]? {
  guard let file = try? OpenFile(opening: path) else { return nil }
  return try? file.contents()
}
