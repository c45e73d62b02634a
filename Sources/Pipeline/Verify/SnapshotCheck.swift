import Archive
import Customer
import Files
import Findings
import FoundationEssentials
import Health
import Ledger
import Portfolio
import Publishing
import Site
import Snapshot

/// A check of a single file against the portfolio's register of snapshots and its archives.
///
/// There are five answers: it matches, it was altered, it only claims to be Vigie's, its edition is not available, or
/// it is not a snapshot. Only the first ends with status 0.
struct SnapshotCheck {
  /// The file as the user named it.
  var path: String
  /// The folder of the archives, as given or found.
  let archiveFolder: String?
  /// Whether it was given on the command line.
  private let isNamed: Bool
  /// The folder of the portfolio; nil when none was found.
  private let portfolio: PortfolioFolder?
  private let register: SnapshotRegister?
  private let today: Day?
  private let reporter: Reporter
  private let tell: (Verification.Line) -> Void
  /// The archives already verified for an earlier file.
  private var editions: [EditionID: ArchivedEdition] = [:]

  /// Finds the portfolio: the parent folder of the archives, or else that of a file in `snapshots/` or of a page in a
  /// site, or else the current one.
  init(
    _ path: String, archiveFolder: String?, today: Day?, reporter: Reporter, tell: @escaping (Verification.Line) -> Void
  ) throws {
    self.path = path
    self.today = today
    self.reporter = reporter
    self.tell = tell
    isNamed = archiveFolder != nil
    func folder(_ url: URL) -> String { url.deletingLastPathComponent().relativePath }
    let around = URL(fileURLWithPath: path).deletingLastPathComponent()
    // A site is in its portfolio, its pages at most one folder deeper.
    let outer = [around.relativePath, folder(around), folder(around.deletingLastPathComponent())].filter {
      PortfolioFolder($0).isPortfolio
    }
    let candidates =
      archiveFolder.map { [folder(URL(fileURLWithPath: $0))] }
      ?? ((around.lastPathComponent == "snapshots" ? [folder(around)] : []) + outer + ["."])
    let portfolio = candidates.map { PortfolioFolder($0) }.first {
      mayBeThere($0.registerFile) || mayBeThere($0.archive)
    }
    self.portfolio = portfolio
    self.archiveFolder = archiveFolder ?? portfolio?.archive
    register = try portfolio.flatMap { try SnapshotRegister(reading: $0.registerFile) }
    for line in register?.strangeLines ?? [] {
      reporter.warn("\(registerPath):\(line): warning: the line is none that Vigie wrote")
    }
  }

  private var registerPath: String {
    portfolio.map { $0.path == "." ? SnapshotRegister.fileName : $0.registerFile } ?? ""
  }

  /// Reports what the file is; returns the number of differences, or nil for an archive of an edition.
  mutating func run() async throws -> Int? {
    if let made = register?.file(sha256: try digest()) { return try check(made) }
    // Renaming a file does not change it.
    let head = try OpenFile(opening: path).bytes(at: 0, count: 16)
    if isLocked(head) { return unknown("an encrypted file", "what is in it") }
    if head.starts(with: [0x50, 0x4B]) || path.lowercased().hasSuffix(".zip") { return nil }
    let bytes = try readPage(path)
    if bytes.starts(with: "%PDF".utf8) { return checkPDF(bytes) }
    if RedactionRecord.isRecord(bytes) { return stranger("it is the record that stands beside one") }
    guard let snapshot = SnapshotMark.read(bytes) else { return try checkUnmarked(bytes) }
    guard snapshot.isIntact else {
      let made = register?.file(showing: [snapshot.fingerprint])
      return altered("its fingerprint does not follow from its bytes", made)
    }
    return try await check(bytes, snapshot.mark, snapshot.fingerprint)
  }

  private func digest() throws -> String {
    do throws(FileError) { return try Digest.sha256(fileAt: path) } catch { throw Refusal("\(error)") }
  }

  // MARK: Registered files

  /// Checks a file whose bytes are in the register; its edition must be intact as well.
  private mutating func check(_ made: MadeFile) throws -> Int {
    say("matches: \(words(for: made.kind)) of '\(made.account)', byte for byte as \(registerPath) lists it")
    guard made.edition != "draft" else {
      say("it was made from a draft, which no edition vouches for")
      return 0
    }
    guard let id = EditionID(name: made.edition) else {
      return fault("\(registerPath) says that it is of '\(made.edition)', which is no edition")
    }
    guard let archive = try edition(id) else { return 1 }
    if path.lowercased().hasSuffix(".html"), let snapshot = SnapshotMark.read(try readPage(path)) {
      guard let source = try source(of: snapshot.mark, in: archive) else { return strange(archive) }
      say("made from \(source.name) of edition \(id), in \(archive.path), which is untouched")
    } else {
      say("made from edition \(id), in \(archive.path), which is untouched")
    }
    return 0
  }

  private func checkPDF(_ bytes: [UInt8]) -> Int {
    let printed = PDFEngine.text(of: bytes).map { Fingerprint.all(in: Array($0.utf8)).map { "\($0)" } }
    if let made = register?.file(showing: printed ?? []) { return changed(made) }
    if printed?.isEmpty ?? false { return stranger("it shows no fingerprint") }
    return unknown("a PDF", "the file that it was made with")
  }

  /// Checks a page without a mark: a page of a site, one whose mark was removed, or something that is not Vigie's.
  private func checkUnmarked(_ bytes: [UInt8]) throws -> Int {
    if let made = register?.file(showing: Fingerprint.all(in: bytes).map { "\($0)" }) { return changed(made) }
    guard let archiveFolder, try isThere(archiveFolder) else {
      return stranger(
        "it bears no mark of a snapshot"
          + (isNamed
            ? ", and there is no folder '\(archiveFolder ?? "")'"
            : "; to look for it among the pages of editions, name the folder of the archives with --archive"))
    }
    let page = try findPage(bytes, in: archiveFolder)
    for archive in page.unreadable { tell(.fault("\(archive): error: its edition cannot be read")) }
    var isProved = false
    for place in page.places {
      let findings = try verifyArchive(place.archive).findings
      for finding in findings { tell(.fault("\(finding)")) }
      guard findings.isEmpty else { continue }
      isProved = true
      say("matches: exactly \(place.path) of edition \(place.id), in \(place.archive)")
    }
    if isProved { return 0 }
    if let claim = page.claims.first {
      return fault("altered: it shows the fingerprint of edition \(claim), and no file of it has these bytes")
    }
    return stranger(
      "it bears no mark of a snapshot and is in none of \(counted(page.archiveCount, "archive")) in \(archiveFolder)")
  }

  /// Reports a file that only the register could identify, and that is not in it.
  private func unknown(_ what: String, _ instead: String) -> Int {
    let missing =
      isNamed
      ? "there is no \(SnapshotRegister.fileName) beside the archives"
      : "no \(SnapshotRegister.fileName) was found (name the archives that it lies beside with --archive)"
    let place = register == nil ? missing : "\(registerPath) does not list it"
    return fault("only claims: \(what) can be told by its bytes alone, and \(place); verify \(instead) instead")
  }

  /// Whether the file is encrypted, which is method 99 in the header of its first entry.
  private func isLocked(_ bytes: [UInt8]) -> Bool {
    bytes.count > 10 && bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes[8] == 99 && bytes[9] == 0
  }

  // MARK: Files that can be made again

  /// Checks a file whose fingerprint matches its bytes, which anybody can achieve, by making it again.
  private mutating func check(_ bytes: [UInt8], _ mark: SnapshotMark, _ fingerprint: String) async throws -> Int {
    guard let edition = mark.source.edition else {
      let place =
        register == nil
        ? "there is no \(SnapshotRegister.fileName) to look it up in" : "\(registerPath) does not list it"
      return fault("only claims: it says that it is \(words(for: mark.kind.rawValue)) made from a draft, and \(place)")
    }
    guard let id = EditionID(edition.name, revision: edition.revision) else {
      return fault("only claims: it names no edition that there could be")
    }
    guard archiveFolder != nil else {
      return fault(
        "only claims: it says that it is \(words(for: mark.kind.rawValue)) of edition \(id); name the folder of the "
          + "archives with --archive")
    }
    guard let archive = try self.edition(id) else { return 1 }
    guard let source = try source(of: mark, in: archive) else { return strange(archive) }
    guard let again = try await remade(mark, of: source.account, from: archive) else {
      return fault(
        "only claims: it names \(source.name) of edition \(id), in \(archive.path), which is untouched, but cannot be "
          + "made again, since its portfolio is not beside the archives")
    }
    guard again == bytes else {
      let line = zip(again, bytes).prefix { $0 == $1 }.count { $0.0 == 0x0A } + 1
      return fault(
        "altered: made again from \(source.name) of edition \(id) it differs from line \(line) on; either somebody "
          + "changed it, or ledger, templates, settings or program are others than when it was made")
    }
    say("matches: \(words(for: mark.kind.rawValue)) of '\(source.account)', fingerprint \(fingerprint)")
    say(
      "made again from \(source.name) of edition \(id), in \(archive.path), which is untouched, it has the same bytes")
    return 0
  }

  private func strange(_ archive: ArchivedEdition) -> Int {
    fault(
      "only claims: edition \(archive.manifest.id) in \(archive.path) holds nothing that it could have been made from")
  }

  /// The entry of an archive with the digest that a mark names, and its account; nil when there is none.
  private func source(of mark: SnapshotMark, in archive: ArchivedEdition) throws -> (name: String, account: String)? {
    switch mark.kind {
    case .internal:
      let page = archive.manifest.files.first {
        $0.sha256 == mark.source.sha256 && $0.path.hasPrefix("accounts/") && $0.path.hasSuffix(".html")
      }
      return page.map { ($0.path, String($0.path.dropFirst("accounts/".utf8.count).dropLast(".html".utf8.count))) }
    case .customer:
      let lines = try archive.contents(of: CustomerRecord.fileName).map { RecordFile.lines(of: $0.bytes) } ?? []
      guard let line = lines.first(where: { Digest.sha256($0) == mark.source.sha256 }) else { return nil }
      let account = try RecordFile.record(CustomerRecord.self, reading: line).account
      return ("the facts of '\(account)' in \(CustomerRecord.fileName)", account)
    }
  }

  /// The bytes that a file with this mark has when made today; nil when there is no portfolio to make it from.
  private func remade(_ mark: SnapshotMark, of account: String, from edition: ArchivedEdition) async throws -> [UInt8]?
  {
    guard let portfolio, portfolio.isPortfolio else { return nil }
    // Pages are named after ids, and an account may have had other ids.
    func isMeant(_ id: String) -> Bool { account == (mark.kind == .internal ? slug(of: id) : id) }
    let again = try await SnapshotMaker.again(
      portfolio, edition: edition, today: today ?? portfolio.today.day, reporter: reporter
    ) { portfolio in
      let accounts = portfolio.evidence.accounts
      return accounts.firstIndex { isMeant($0.id.text) }
        ?? portfolio.settings.aliases.first { isMeant($0.key) }.flatMap { alias in
          accounts.firstIndex { $0.id == AccountID(alias.value) }
        }
    }
    guard let (maker, account) = again else { return nil }
    switch mark.kind {
    case .internal: return try maker.internalFile(of: account, draft: nil)
    case .customer:
      var press = CustomerPress(maker, engine: nil)
      return try press.document(of: account).html
    }
  }

  /// The verified archive of an edition; nil, with a message, when it is missing or was changed.
  private mutating func edition(_ id: EditionID) throws -> ArchivedEdition? {
    let folder = archiveFolder ?? "archive"
    guard try isThere("\(folder)/\(id.archiveName)") else {
      _ = fault("unknown edition: there is no edition \(id) in \(folder)")
      return nil
    }
    if let checked = editions[id] { return checked }
    do throws(ArchiveError) {
      let archive = try ArchivedEdition(id, in: folder)
      editions[id] = archive
      return archive
    } catch {
      _ = fault("its edition does not vouch for it: \(error)")
      return nil
    }
  }

  // MARK: Messages

  /// Reports a file that shows the fingerprint of a registered one but has other bytes.
  private func changed(_ made: MadeFile) -> Int {
    fault(
      "altered: it shows the fingerprint of \(words(for: made.kind)) of '\(made.account)', made as '\(made.name)' "
        + "\(origin(made)), and has other bytes; somebody changed it, or another program wrote it anew")
  }

  private func origin(_ made: MadeFile) -> String {
    made.edition == "draft" ? "from a draft" : "of edition \(made.edition)"
  }

  private func stranger(_ why: String) -> Int { fault("no snapshot: \(why)") }

  private func altered(_ why: String, _ made: MadeFile?) -> Int {
    let whose = made.map { "; it was made as '\($0.name)' \(origin($0)), and its bytes are others now" } ?? ""
    return fault("altered: \(why), so it was changed after it was made\(whose)")
  }

  private func words(for kind: String) -> String {
    kind == SnapshotMark.Kind.customer.rawValue ? "a customer's snapshot" : "an internal snapshot"
  }

  private func say(_ words: String) { tell(.match("\(path): \(words)")) }

  private func fault(_ words: String) -> Int {
    tell(.fault("\(path): error: \(words)"))
    return 1
  }
}
