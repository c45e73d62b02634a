import Archive
import ArgumentParser
import Findings
import Foundation

/// `vigie verify`: whether what was published is untouched.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare archives, a site or a single file with what was published.",
    discussion: """
      Takes an archive, a folder of archives, a site or a single file, and names what differs. A snapshot is looked up \
      in snapshots.jsonl of its portfolio; if it is not listed, it is made again from the edition that it names. It \
      matches, was altered, only claims to be a snapshot, is from an edition that is not here, or is no snapshot. \
      Works offline, writes nothing and ends with status 1 unless everything matches.

      Example: vigie verify examples/portfolio/archive
      Example: vigie verify my-portfolio/snapshots/altmoor-stahl-ag-2026-11-16.pdf
      Example: vigie verify attached.html --archive examples/portfolio/archive
      """)

  @Argument(
    help: "An archive, a folder of archives or snapshots, a site folder, a file of a site, or a snapshot.",
    completion: .file())
  var path: String

  @Option(
    name: .customLong("archive"),
    help: "The folder of archives to look in (default: that of the portfolio that contains the file).",
    completion: .directory)
  var archiveFolder: String?

  func run() async throws {
    try await refusing {
      do {
        let count = try await verify()
        print(limits)
        guard count == 0 else { throw Refusal("\(grouped(count)) \(count == 1 ? "thing differs" : "things differ")") }
      } catch let error as ArchiveError {
        throw Refusal("\(error)")
      }
    }
  }

  /// Says what is as it was, and what is not; how many things are not.
  private func verify() async throws -> Int {
    var isFolder = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists else { throw Refusal("\(path): no such file or folder") }
    if isFolder.boolValue {
      let isSite = FileManager.default.fileExists(atPath: path + "/manifest.json")
      return isSite ? try await verifySiteFolder() : try await verifyFolder()
    }
    var check = try SnapshotCheck(path, archiveFolder: archiveFolder)
    return try await check.run() ?? report(try verifyArchive(path))
  }

  /// A folder of archives, or of snapshots.
  private func verifyFolder() async throws -> Int {
    let chain = try verifyChain(path)
    if !chain.archives.isEmpty { return report(chain) }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let snapshots = names.filter { name in SnapshotPlace.endings.contains { name.lowercased().hasSuffix($0) } }
    guard !snapshots.isEmpty else {
      guard chain.findings.isEmpty else { return report(chain) }
      let parts = ["archive", "site", "snapshots"].filter { names.contains($0) }.map { "\(path)/\($0)" }
      throw Refusal(
        "\(path) holds neither a site nor archives nor snapshots"
          + (parts.isEmpty ? "" : "; verify \(parts.joined(separator: " or "))"))
    }
    var check = try SnapshotCheck("\(path)/\(snapshots[0])", archiveFolder: archiveFolder)
    var count = 0
    for name in snapshots {
      check.path = "\(path)/\(name)"
      count += try await check.run() ?? report(try verifyArchive(check.path))
    }
    return count
  }

  private func report(_ chain: VerifiedChain) -> Int {
    let count = chain.archives.reduce(0) { $0 + report($1) } + report(chain.findings)
    if count == 0 {
      print("\(path): \(counted(chain.archives.count, "edition")), each following the one that it names")
    }
    return count
  }

  private func report(_ archive: VerifiedArchive) -> Int {
    if archive.findings.isEmpty, let manifest = archive.manifest {
      print(
        onOneLine(
          "\(archive.path): edition \(manifest.id) as of \(manifest.asOf), \(counted(manifest.files.count, "file")) "
            + "untouched, fingerprint \(manifest.fingerprint), digest \(manifest.digest)"))
    }
    return report(archive.findings)
  }

  private func report(_ findings: [ArchiveFinding]) -> Int {
    for finding in findings { printError(onOneLine("\(finding)")) }
    return findings.count
  }

  private func verifySiteFolder() async throws -> Int {
    let site = try verifySite(path)
    var count = report(site.findings)
    if count == 0 { print("\(path): \(counted(site.fileCount, "file")) as manifest.json lists them") }
    if archiveFolder == nil {
      print("\(path): not compared with any archive; name the folder with --archive")
    } else {
      var check = try SnapshotCheck(path + "/manifest.json", archiveFolder: archiveFolder)
      count += try await check.run() ?? 0
    }
    return count
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private var limits: String {
    """
    This cannot prove that nobody made all of it anew, or took the newest editions away: whoever holds every archive \
    can. Send each edition's fingerprint and digest to somebody outside on the day, by mail or into the minutes, and \
    compare.
    """
  }
}
