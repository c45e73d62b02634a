import CLinux
import Glibc

/// What identifies an entry to the kernel.
package struct Identity: Hashable {
  /// Which file system holds it.
  package let device: (major: UInt32, minor: UInt32)
  /// Which entry of the file system it is.
  package let inode: UInt64
  /// The mount through which it is reached; 0 where the kernel does not say.
  package let mount: UInt64
  /// Whether it is a folder.
  package let isFolder: Bool
  /// Whether another file system, or another folder, is mounted there.
  package let isMountPoint: Bool

  /// Asks about a path, links followed; nil where nothing can be learnt.
  package init?(_ path: String) {
    self.init(AT_FDCWD, path)
  }

  fileprivate init?(_ folder: CInt, _ path: String) {
    var identity = linux_identity()
    guard linux_identify(folder, path, &identity) == 0 else { return nil }
    device = (identity.device_major, identity.device_minor)
    inode = identity.inode
    mount = identity.mount
    isFolder = identity.is_folder != 0
    isMountPoint = identity.is_mount_root != 0
  }

  package static func == (one: Identity, other: Identity) -> Bool {
    one.inode == other.inode && one.device == other.device
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(inode)
  }
}

extension Folder {
  /// What the kernel takes the folder for; nil where it does not say.
  package var identity: Identity? { Identity(descriptor, "") }
}
