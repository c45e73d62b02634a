import Foundation
import Glibc
import Publishing

/// A fresh folder to publish into, removed with the value.
struct SiteFixture: ~Copyable {
  let root: String
  var site: String { root + "/site" }

  init() throws {
    let template = FileManager.default.temporaryDirectory.path + "/vigie-publishing-XXXXXX"
    var name = Array(template.utf8CString)
    guard mkdtemp(&name) != nil else { throw CocoaError(.fileWriteUnknown) }
    root = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Publishes whole files, given as texts by path.
  @discardableResult
  func publish(_ files: [String: String], record: String = "") throws -> PublishSummary {
    let publication = try Publication.open(site)
    let placed = try files.map { path, text in
      try publication.place(OutputFile(path: path, bytes: Array(text.utf8)))
    }
    return try publication.finish(placed, record: record)
  }

  func write(_ text: String, to path: String) throws {
    let file = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every entry below the root with its contents, or a link's target; folders end in a slash.
  func tree() throws -> [String: String] {
    var tree: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      switch kind(path) {
      case S_IFDIR: tree[path + "/"] = ""
      case S_IFLNK: tree[path] = "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path))
      default: tree[path] = text(path) ?? "unreadable"
      }
    }
    return tree
  }

  /// The hidden names next to the site, except the lock.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root).filter { $0.hasPrefix(".site.vigie-") }.sorted()
  }

  /// The inode and the time of the last change of every entry.
  func stamps() throws -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) + [""] {
      var status = stat()
      guard lstat(root + "/" + path, &status) == 0 else { continue }
      stamps[path] = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_nsec]
    }
    return stamps
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func inode(_ path: String) -> UInt {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0 ? UInt(status.st_ino) : 0
  }

  private func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}
