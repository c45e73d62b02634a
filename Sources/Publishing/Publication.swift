import Files

/// One replacement of a site's files with new ones: all of them or none.
///
/// ```swift
/// let publication = try Publication.open("site")
/// let placed = try files.map { file in try publication.place(file) }
/// let summary = try publication.finish(placed, record: inputsDigest)
/// ```
///
/// Changed files gather in a hidden folder next to the site; `finish` adds the rest as hard links and exchanges the
/// two folders in one step. Until then, and after any failure, the previous site stays published. A publication
/// that is neither finished nor abandoned is abandoned with its last copy.
///
/// Where somebody depends on the folder itself, the changed files gather inside it and are renamed to their places one
/// after the other, the index last: see ``InPlaceReason``.
public struct Publication: Sendable {
  let hold: SiteHold

  /// The record given to the last successful ``finish(_:record:)``, if the site has not been exchanged since.
  ///
  /// It says nothing about single files; use ``isIntact()`` for those.
  public let lastRecord: String?

  /// Takes the site's lock, clears the remains of a killed publication, and reads what the last one wrote.
  ///
  /// - Parameters:
  ///   - directory: The site's folder. It need not exist, but its parent folder must.
  ///   - inPlace: Whether the folder stays the same even where nothing shows that somebody depends on that.
  /// - Throws: ``PublishError/busy(site:)`` at once when another publication of the site is under way.
  public static func open(_ directory: String, inPlace: Bool = false) throws(PublishError) -> Publication {
    try publishing { try Publication(directory, exchanges: true, inPlace: inPlace) }
  }

  init(_ directory: String, exchanges: Bool, inPlace: Bool = false) throws {
    let hold = try SiteHold(SiteNames(destination: directory), exchanges: exchanges, inPlace: inPlace)
    self.hold = hold
    lastRecord = try Self.record(of: hold)
  }

  /// The record, unless it is about a different folder or manifest from the site's.
  private static func record(of hold: SiteHold) throws -> String? {
    guard let record = hold.lastRecord, record.manifestDigest == hold.manifest?.digest else { return nil }
    guard let site = try hold.liveFolder() else { return nil }
    return try site.status().inode == record.folder ? record.text : nil
  }

  /// Whether the site holds every file of its manifest with exactly the listed bytes; reads all of them.
  public func isIntact() -> Bool {
    guard let manifest = hold.manifest else { return false }
    return manifest.entries.allSatisfy(isPublished)
  }

  /// The receipt of a published file that stays as it is; nil unless it holds exactly the bytes that the manifest lists.
  public func keep(_ path: String) throws(PublishError) -> PlacedFile? {
    hold.requireOpen()
    guard let entry = hold.manifest?.entry(of: try SitePath(path)), isPublished(entry) else { return nil }
    return PlacedFile(path: path, byteCount: entry.byteCount, sha256: entry.sha256, isChanged: false)
  }

  private func isPublished(_ entry: Manifest.Entry) -> Bool {
    guard let path = try? SitePath(entry.path) else { return false }
    return (try? liveFile(at: path) { file in try file.isEntry(entry) }) ?? false
  }

  /// Gives up: removes what was staged and lets the next publication in.
  public func abandon() {
    hold.close()
  }

  /// Lends the published file at a path, opened without following any link; nil when there is none.
  func liveFile<R>(
    at path: SitePath, _ body: (borrowing OpenFile) throws -> R
  ) throws -> R? {
    guard var folder = try hold.liveFolder() else { return nil }
    let (folders, name) = path.parts
    for part in folders {
      guard let next = try folder.subfolder(part) else { return nil }
      folder = next
    }
    guard let file = try folder.file(name) else { return nil }
    return try body(file)
  }

  /// The folder in which the next site grows, created with the first changed file.
  func stagingFolder() throws -> Folder {
    if let inner = try innerStaging() { return try inner.makeSubfolder(InPlace.new) }
    // While it grows, it is no more open to others than the site is.
    let permissions = try liveStatus().map { $0.permissions & 0o777 | 0o700 } ?? 0o777
    return try hold.parent.makeSubfolder(hold.names.staging, permissions: permissions)
  }

  /// The folder inside the site that holds what a site in place needs; nil when folders are exchanged.
  func innerStaging() throws -> Folder? {
    guard hold.inPlace != nil, let site = try hold.liveFolder() else { return nil }
    return try site.makeSubfolder(SiteNames.innerStaging, permissions: 0o700)
  }

  /// The published site's folder itself, or nil before the first publication.
  func liveStatus() throws -> EntryStatus? {
    guard let site = try hold.liveFolder() else { return nil }
    return try site.status()
  }
}

extension OpenFile {
  fileprivate func isEntry(_ entry: Manifest.Entry) throws -> Bool {
    let status = try status()
    guard status.kind == .file, status.byteCount == entry.byteCount else { return false }
    return try Digest.sha256(of: self) == entry.sha256
  }
}
