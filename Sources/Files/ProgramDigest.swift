import CLinux

extension Digest {
  /// A digest of the running program: of its build id, which the linker made of all of it, or else of its file.
  public static func ofProgram() throws(FileError) -> String {
    buildID.isEmpty ? try sha256(fileAt: "/proc/self/exe") : sha256(buildID)
  }

  /// The build id of the running program; empty when it was linked without one.
  static var buildID: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64) { $1 = Int(linux_build_id($0.baseAddress, CInt($0.count))) }
  }
}
