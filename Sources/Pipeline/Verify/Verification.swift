import Archive
import Customer
import Files
import FoundationEssentials
public import Health
import Ledger

/// A check that published material is intact: an archive, a folder of archives, a site, or a single file.
public struct Verification {
  /// One line of the answer.
  public enum Line: Sendable {
    /// Something is as it was published, or the basis of that.
    case match(String)
    /// Something is not.
    case fault(String)
  }

  private let path: String
  private let archiveFolder: String?
  private let today: Day?
  private let reporter: Reporter
  private let tell: (Line) -> Void

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - archiveFolder: the folder of the archives; nil to look for it around the file.
  ///   - today: the day up to which all is known from which what was made of a past edition is made again; nil for that of
  ///     the clock.
  ///   - tell: is given every answer when it is known.
  public init(
    of path: String, archiveFolder: String?, today: Day? = nil, reporter: Reporter = .silent,
    tell: @escaping (Line) -> Void
  ) {
    self.path = path
    self.archiveFolder = archiveFolder
    self.today = today
    self.reporter = reporter
    self.tell = tell
  }

  /// Reports what is intact and what is not.
  ///
  /// - Returns: the number of faults.
  public func run() async throws -> Int {
    guard let kind = try EntryStatus.following(path)?.kind else { throw Refusal("\(path): no such file or folder") }
    if kind == .folder {
      let isSite = try isThere(path + "/manifest.json")
      guard !isSite else { return try await verifySiteFolder() }
      let portfolio = PortfolioFolder(path)
      return portfolio.isPortfolio ? try await verify(portfolio) : try await verifyFolder()
    }
    var check = try snapshotCheck(path)
    return try await check.run() ?? report(archive: path)
  }

  private func snapshotCheck(_ path: String) throws -> SnapshotCheck {
    try SnapshotCheck(path, archiveFolder: archiveFolder, today: today, reporter: reporter, tell: tell)
  }

  /// Checks a folder of archives or of snapshots.
  private func verifyFolder() async throws -> Int {
    let chain = try verifyChain(path)
    let portfolio = PortfolioFolder(path + "/..")
    let isOwn = Identity(portfolio.archive).map { $0 == Identity(path) } ?? false
    if !chain.archives.isEmpty { return report(chain) + (isOwn ? try verifyLedger(of: portfolio) : 0) }
    let names = try Folder(opening: path).sortedNames()
    let snapshots = names.filter { name in SnapshotPlace.endings.contains { name.lowercased().hasSuffix($0) } }
    guard !snapshots.isEmpty else {
      guard chain.findings.isEmpty else { return report(chain) }
      let parts = ["archive", "site", "snapshots"].filter { names.contains($0) }.map { "\(path)/\($0)" }
      throw Refusal(
        "\(path) holds neither a site nor archives nor snapshots"
          + (parts.isEmpty ? "" : "; verify \(parts.joined(separator: " or "))"))
    }
    var check = try snapshotCheck("\(path)/\(snapshots[0])")
    var count = 0
    for name in snapshots {
      check.path = "\(path)/\(name)"
      count += try await check.run() ?? report(archive: check.path)
    }
    return count
  }

  /// Checks archives, ledger and site of a portfolio.
  private func verify(_ portfolio: PortfolioFolder) async throws -> Int {
    var count = 0
    if try isThere(portfolio.archive) { count += report(try verifyChain(portfolio.archive)) }
    count += try verifyLedger(of: portfolio)
    if try isThere(portfolio.site + "/manifest.json") {
      let site = Verification(
        of: portfolio.site, archiveFolder: try isThere(portfolio.archive) ? portfolio.archive : nil, today: today,
        reporter: reporter, tell: tell)
      count += try await site.verifySiteFolder()
    }
    return count
  }

  /// Compares the ledger with what the archives seal of it.
  private func verifyLedger(of portfolio: PortfolioFolder) throws -> Int {
    let shown = portfolio.path.hasSuffix("/..") ? Ledger.fileName : portfolio.ledgerFile
    if case .begun(let begun) = try EditionHold.state(of: portfolio) {
      tell(
        .fault(
          "\(shown): error: what was begun with \(begun.id) was cut short; the next run of vigie publish or vigie "
            + "withdraw settles it"))
      return 1
    }
    do {
      guard let ledger = try portfolio.ledger() else {
        // Archives alone, such as a backup of them, are no portfolio.
        guard portfolio.isPortfolio, try isThere(portfolio.archive) else { return 0 }
        tell(
          .fault(
            "\(shown): error: it is missing; put a copy back, from your backup or from the machine that published last")
        )
        return 1
      }
      let proof = try LedgerProof(portfolio, ledger, readsArchives: false)
      try EditionArchive.requireKnown(portfolio.archive, try ledger.publications()) { _ in false }
      for fault in proof.faults { tell(.fault("\(shown): error: \(fault)")) }
      if proof.faults.isEmpty {
        tell(.match("\(shown): \(counted(proof.count, "edition")), each as its archive seals it"))
      }
      return proof.faults.count
    } catch let error where error is LedgerError || error is Refusal {
      tell(.fault("\(shown): error: \(wordsOf(error))"))
      return 1
    }
  }

  private func verifySiteFolder() async throws -> Int {
    let site = try verifySite(path)
    let byTools = differencesMadeByTools(site)
    var count = report(site.findings.filter { byTools[$0.path ?? ""] == nil }) + report(byTools)
    if count == 0 { tell(.match("\(path): \(counted(site.fileCount, "file")) as manifest.json lists them")) }
    if site.listed[CustomerRecord.fileName] == nil {
      tell(.match("\(path): a draft that vigie build made, and no edition; vigie publish puts an edition there"))
    }
    if archiveFolder == nil {
      tell(.match("\(path): not compared with any archive; name the folder with --archive"))
    } else {
      var check = try snapshotCheck(path + "/manifest.json")
      count += try await check.run() ?? 0
    }
    return count
  }

  /// The files of a site that differ in something that tools change and nobody means, by their path.
  private func differencesMadeByTools(_ site: VerifiedSite) -> [String: ToolDifference] {
    var differences: [String: ToolDifference] = [:]
    for finding in site.findings {
      switch finding.difference {
      case .length, .digest: break
      default: continue
      }
      guard let file = finding.path, let listed = site.listed[file], let bytes = try? readPage("\(path)/\(file)") else {
        continue
      }
      differences[file] = ToolDifference.between(bytes, sha256: listed)
    }
    return differences
  }

  /// Reports them, a line for each kind.
  private func report(_ differences: [String: ToolDifference]) -> Int {
    for (kind, differing) in Dictionary(grouping: differences, by: \.value).sorted(by: { $0.key < $1.key }) {
      let files = differing.map(\.key).sorted()
      let named = files.prefix(3).joined(separator: ", ") + (files.count > 3 ? ", …" : "")
      tell(
        .fault(
          "\(path): error: \(counted(files.count, "file")) (\(named)) differ from the list in \(kind) alone; "
            + kind.advice))
    }
    return differences.count
  }

  private func report(_ chain: VerifiedChain) -> Int {
    let count =
      chain.archives.reduce(0) { count, archive in
        count + report(archive, withdrawn: archive.manifest.flatMap { chain.withdrawn[$0.id] })
      } + report(chain.findings)
    if count == 0 {
      tell(.match("\(path): \(counted(chain.archives.count, "edition")), each following the one that it names"))
    }
    return count
  }

  private func report(archive path: String) throws -> Int {
    let archive = try verifyArchive(path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let withdrawal = try archive.manifest.flatMap { try ArchivedEdition.withdrawal(of: $0.id, in: folder) }
    return report(archive, withdrawn: withdrawal?.digest == archive.manifest?.digest ? withdrawal?.reason : nil)
  }

  private func report(_ archive: VerifiedArchive, withdrawn: String?) -> Int {
    if archive.findings.isEmpty, let manifest = archive.manifest {
      tell(
        .match(
          "\(archive.path): edition \(manifest.id) as of \(manifest.asOf), \(counted(manifest.files.count, "file")) "
            + "untouched, fingerprint \(manifest.fingerprint), digest \(manifest.digest)"
            + (withdrawn.map { ", withdrawn: \($0)" } ?? "")))
    }
    return report(archive.findings)
  }

  private func report(_ findings: [ArchiveFinding]) -> Int {
    for finding in findings { tell(.fault("\(finding)")) }
    return findings.count
  }
}
