import Files

/// The result of checking all archives of a folder.
public struct VerifiedChain: Sendable {
  /// Every archive, by week and revision.
  public let archives: [VerifiedArchive]

  /// The editions that were withdrawn, and why.
  public let withdrawn: [EditionID: String]

  /// What is wrong between the archives; findings inside one are with that archive.
  public let findings: [ArchiveFinding]
}

/// Checks every archive of a folder, and that each edition follows the one that it names, back to a single first one.
///
/// Editions follow each other in the order of publication, so a week filled in later may follow a later week. If the
/// newest archives have been taken away, the folder shows no trace of it.
///
/// - Throws: ``ArchiveError`` when the folder cannot be listed; damage is a finding.
public func verifyChain(_ folder: String) throws(ArchiveError) -> VerifiedChain {
  try archiving(folder) {
    let (named, unnamed) = try archives(in: folder)
    var findings = unnamed.map { ArchiveFinding(archive: $0, path: nil, difference: .notAnArchiveName) }
    let archives = try named.map { id in
      let path = "\(folder)/\(id.archiveName)"
      do throws(ArchiveError) {
        return try verifyArchive(path)
      } catch .notAFile {
        return VerifiedArchive(
          path: path, manifest: nil,
          findings: [ArchiveFinding(archive: path, path: nil, difference: .unreadable("it is no regular file"))])
      }
    }
    let chain = Chain(
      zip(named, archives).compactMap { id, archive in
        // A misnamed archive is a finding of its own and takes no part in the chain.
        archive.manifest.flatMap { $0.id == id ? (archive.path, $0) : nil }
      })
    findings += chain.findings
    let records = try withdrawals(in: folder, of: chain.digests)
    findings += records.findings
    return VerifiedChain(
      archives: archives,
      withdrawn: Dictionary(records.sound.map { ($0.record.id, $0.record.reason) }, uniquingKeysWith: { $1 }),
      findings: findings)
  }
}

/// The archives of a folder in order, and the paths of other ZIP files in it.
func archives(in folder: String) throws -> (named: [EditionID], unnamed: [String]) {
  var named: [EditionID] = []
  var unnamed: [String] = []
  for name in try Folder(opening: folder).names() {
    let text = String(decoding: name, as: UTF8.self)
    if let id = EditionID(archiveName: text) {
      named.append(id)
    } else if text.lowercased().utf8.suffix(4).elementsEqual(".zip".utf8) {
      unnamed.append("\(folder)/\(text)")
    }
  }
  return (named.sorted(), unnamed.sorted())
}

/// Editions and the predecessor that each names.
private struct Chain {
  private(set) var findings: [ArchiveFinding] = []
  private let pathAndDigest: [EditionID: (path: String, digest: String)]

  /// The digest of every edition.
  var digests: [EditionID: String] { pathAndDigest.mapValues(\.digest) }

  init(_ editions: [(path: String, manifest: EditionManifest)]) {
    pathAndDigest = Dictionary(
      editions.map { ($0.manifest.id, ($0.path, $0.manifest.digest)) }, uniquingKeysWith: { one, _ in one })
    var followers: [EditionID: EditionID] = [:]
    var beginning: EditionID?
    for (path, manifest) in editions {
      checkRevision(manifest.id, path)
      guard let previous = manifest.previous else {
        if let beginning { add(.secondBeginning(beginning), path) }
        beginning = beginning ?? manifest.id
        continue
      }
      checkPrevious(previous, path)
      if let other = followers.updateValue(manifest.id, forKey: previous.id) {
        add(.fork(previous.id, other: other), path)
      }
    }
  }

  private mutating func checkPrevious(_ previous: EditionManifest.Previous, _ path: String) {
    guard let found = pathAndDigest[previous.id] else { return add(.predecessorMissing(previous.id), path) }
    guard found.digest != previous.digest else { return }
    add(.predecessorChanged(previous.id, found: found.digest, recorded: previous.digest), path)
  }

  private mutating func checkRevision(_ id: EditionID, _ path: String) {
    guard id.revision > 0, let before = EditionID(id.edition, revision: id.revision - 1) else { return }
    if pathAndDigest[before] == nil { add(.revisionMissing(before), path) }
  }

  private mutating func add(_ difference: ArchiveFinding.Difference, _ path: String) {
    findings.append(ArchiveFinding(archive: path, path: nil, difference: difference))
  }
}
