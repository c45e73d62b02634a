import Archive
public import ArgumentParser
public import Customer
import Findings
import Foundation
import Health
import Ledger
import Portfolio
import Review
import Site
import Snapshot

/// `vigie snapshot`: one file of an account, to be attached.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Make one file of an account to attach, for your team or for the customer.",
    discussion: """
      For your team: the account's page, frozen, with the editions of the quarter, and INTERNAL on every sheet. For \
      the customer: another document, in the customer's language, made only from what snapshot.customer.allow in \
      vigie.yml allows, and searched for everything else before it is written; a record next to it lists what was \
      withheld. Both open anywhere, offline, without scripts. Without --edition the file is made from today's data and \
      is a draft, which its name says.

      Example: vigie snapshot C1001 examples/portfolio --as-of 2026-11-16 --for customer --pdf
      Example: vigie snapshot C1001 my-portfolio --edition 2026-W47
      Example: vigie snapshot --all --csm "Jonas Weber" my-portfolio --for customer
      """)

  @Argument(help: "The account_id, or the name of the account; omit it with --all.")
  var account: String?

  @OptionGroup var options: PortfolioOptions

  @Option(help: "The published edition to make it from, such as 2026-W47 or 2026-W47-r1.")
  var edition: String?

  @Option(name: .customLong("for"), help: "The reader: internal or customer.")
  var reader = SnapshotMark.Kind.internal

  @Option(
    name: .customLong("out"), help: "The file, or with --all the folder (default: in snapshots/ in the portfolio).",
    completion: .file())
  var out: String?

  @Flag(help: "Also make a PDF, rendered by Chromium.")
  var pdf = false

  @Flag(help: "Make files of every active account, or of those of one CSM.")
  var all = false

  @Option(help: "With --all: only the accounts of this person.")
  var csm: String?

  @Option(
    name: .customLong("password-file"),
    help: "Write an encrypted ZIP instead, opened by the first line of this file.", completion: .file())
  var passwordFile: String?

  @Flag(help: "Replace an existing file even if Vigie did not make it.")
  var replace = false

  @OptionGroup var templates: TemplateOptions

  mutating func validate() throws {
    if let account, !all { try requireAccount(account, before: options.folder) }
    if all {
      // What stands first is then the portfolio.
      if let folder = account {
        guard options.folder == "." else {
          throw ValidationError(
            "--all makes the files of every account: leave out '\(folder)', or leave out --all to make its file alone")
        }
        options.folder = folder
      }
      account = nil
    } else {
      guard account != nil else { throw ValidationError("name an account, or add --all") }
      guard csm == nil else { throw ValidationError("--csm goes with --all") }
    }
    if edition != nil, options.asOf != nil {
      throw ValidationError("an edition has a day of its own: give either --edition or --as-of")
    }
    guard let out else { return }
    guard all else { return try validate(out) }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: out, isDirectory: &isFolder)
    guard exists ? isFolder.boolValue : !SnapshotPlace.endings.contains(where: out.hasSuffix) else {
      throw ValidationError("--all makes many files: name a folder for them, not '\(out)'")
    }
  }

  /// A name must say what will stand there.
  private func validate(_ out: String) throws {
    let name = SnapshotPlace.parted(out).name
    var isFolder: ObjCBool = false
    guard !name.isEmpty, !(FileManager.default.fileExists(atPath: out, isDirectory: &isFolder) && isFolder.boolValue)
    else {
      throw ValidationError(
        "'\(out)' is a folder: name the file in it, such as '\(out)\(name.isEmpty ? "" : "/")qbr.html'")
    }
    guard let dot = name.lastIndex(of: ".") else { return }
    let ending = String(name[dot...])
    guard dot != name.startIndex else {
      throw ValidationError("'\(out)' is an ending without a name: write one before it, such as 'qbr.html'")
    }
    switch ending {
    case ".html" where passwordFile == nil, ".pdf" where pdf && passwordFile == nil, ".zip" where passwordFile != nil:
      break
    case ".html",
      ".pdf" where passwordFile != nil:
      throw ValidationError("--password-file makes a ZIP: name one that ends in .zip, not '\(name)'")
    case ".pdf": throw ValidationError("'\(name)' is to be a PDF: add --pdf")
    case ".zip": throw ValidationError("'\(name)' is to be an encrypted ZIP: add --password-file")
    default:
      throw ValidationError(
        "a snapshot ends in \(SnapshotPlace.endings.joined(separator: ", ")), not in '\(ending)'; without an ending it "
          + "gets the right one")
    }
  }

  func run() async throws {
    try await refusing {
      try await publishing {
        do {
          try await make()
        } catch let error as PlaceError {
          throw Refusal("\(error)")
        }
      }
    }
  }

  private func make() async throws {
    let password = try passwordFile.map(readPassword)
    let engine = pdf ? try PDFEngine() : nil
    let edition = try edition.map(archived)
    // Of a past edition a file is searched for all that is known by now.
    let published = edition.flatMap { Day(iso: $0.manifest.asOf) }
    let inputs = try Inputs(options, templateFolder: templates.folder, asOf: published.map { max($0, .today) })
    let chosen = try chosenAccounts(inputs.portfolio)
    let history = try inputs.portfolio.history(try Ledger.read(options.ledger), listing: chosen)
    let maker = try SnapshotMaker(
      inputs, review: await inputs.portfolio.review(history: history), edition: edition)
    if reader == .customer { try maker.requireFacts() }
    var press = CustomerPress(maker, engine: engine)
    let names = SnapshotNames(maker.portfolio.evidence)
    let made = try SnapshotRegister(reading: registerPath) ?? SnapshotRegister([])
    let draft = reader == .internal && edition == nil ? DraftSite(inputs, maker.review) : nil
    var (refused, written, unchanged) = (0, 0, 0)
    for account in chosen {
      let base =
        switch reader {
        case .internal: names.internal(account, edition: maker.editionName)
        case .customer: names.customer(account, day: maker.asOf.description, isDraft: edition == nil)
        }
      do {
        let place = try SnapshotPlace(
          out, isFolder: all, portfolio: options.folder, base: base, for: reader, register: made, mayReplace: replace)
        let files = try write(account, to: place, maker, draft, &press, engine, password)
        written += files.written
        unchanged += files.unchanged
      } catch let refusal as Refusal where all {
        // One customer's file does not keep the others from theirs.
        printError(onOneLine("vigie: \(refusal.words)"))
        refused += 1
      } catch let error as PlaceError where all {
        printError(onOneLine("vigie: \(error)"))
        refused += 1
      }
    }
    print(
      "\(rowCounts(inputs.portfolio.quality.rows)); "
        + "\(grouped(chosen.count)) \(chosen.count == 1 ? "account" : "accounts"): wrote \(grouped(written)) \(written == 1 ? "file" : "files"), "
        + "left \(grouped(unchanged)) unchanged, refused \(grouped(refused))")
    guard refused == 0 else {
      throw Refusal(
        "\(grouped(refused)) of \(grouped(chosen.count)) accounts \(refused == 1 ? "has" : "have") no new snapshot")
    }
    if edition == nil {
      print("a draft, made from data that no edition vouches for; name one with --edition once it is published")
    }
  }

  /// Makes the files of one account and puts them in their place.
  private func write(
    _ account: Int, to place: SnapshotPlace, _ maker: SnapshotMaker, _ draft: DraftSite?, _ press: inout CustomerPress,
    _ engine: PDFEngine?, _ password: String?
  ) throws -> (written: Int, unchanged: Int) {
    let html: [UInt8]
    let pdf: [UInt8]?
    var record: (([RedactionRecord.File]) -> RedactionRecord)?
    do {
      switch reader {
      case .internal:
        html = try maker.internalFile(of: account, draft: draft)
        pdf = try engine?.render(html, day: maker.asOf.description)
      case .customer:
        let files = try press.files(of: account, name: place.name)
        (html, pdf) = (files.html, files.pdf)
        record = { [press] in press.record(files, of: account, written: $0) }
      }
    } catch let refusal as Refusal {
      let older = place.older()
      guard !older.isEmpty else { throw refusal }
      // Whoever looks into the folder would take it for the one that was asked for.
      throw refusal.and(Refusal("made earlier and still there: \(older.joined(separator: ", "))"))
    }
    let files = try place.write(html: html, pdf: pdf, password: password, record: record)
    let fingerprint = SnapshotMark.read(html)?.fingerprint ?? ""
    try register(files.atHand, of: account, fingerprint: fingerprint, maker)
    // A file in the open beside one with a password is told even if it says the same.
    let older = place.older(
      except: password == nil ? [".html"] + (pdf == nil ? [] : [".pdf"]) : [".zip"],
      than: password == nil ? fingerprint : nil)
    for path in older { print(onOneLine("made earlier and left as it is: \(path)")) }
    return (files.written, files.unchanged)
  }

  /// Writes down what was made, so that vigie verify knows it again.
  private func register(
    _ files: [RedactionRecord.File], of account: Int, fingerprint: String, _ maker: SnapshotMaker
  ) throws {
    let id = maker.portfolio.evidence.accounts[account].id.text
    let made = files.map { file in
      MadeFile(
        account: id, edition: maker.edition.map { "\($0.manifest.id)" } ?? "draft",
        fingerprint: fingerprint, kind: reader.rawValue, name: file.name, sha256: file.sha256)
    }
    do {
      try registerFiles(made, in: registerPath)
    } catch {
      throw Refusal("the files were made, but vigie verify will not know them: \(error)")
    }
  }

  private var registerPath: String { "\(options.folder)/\(SnapshotRegister.fileName)" }

  private func archived(_ name: String) throws -> ArchivedEdition {
    let folder = options.archive
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Refusal("there is no archive in '\(options.folder)'; nothing has been published from it, see vigie publish")
    }
    let known = try ArchivedEdition.all(in: folder)
    let wanted = name.uppercased().replacing("-R", with: "-r")
    let week = String(wanted.prefix { $0 != "r" }.prefix(8))
    let ofWeek = known.filter { $0.edition == week }
    // Without a revision the last; the first has none in its name but can be asked for.
    let id = wanted == week ? ofWeek.last : ofWeek.first { wanted == "\($0)" || wanted == "\(week)-r\($0.revision)" }
    if let id { return try ArchivedEdition(id, in: folder) }
    guard ofWeek.isEmpty else {
      let all = ofWeek.map { $0.revision == 0 && ofWeek.count > 1 ? "\(week)-r0" : "\($0)" }
      throw Refusal("there is no edition '\(name)' in \(folder); of that week there is \(all.joined(separator: ", "))")
    }
    let weeks = Set(known.map(\.edition)).sorted()
    throw Refusal("there is no edition '\(name)' in \(folder)\(suggestion(for: week, among: weeks))")
  }

  private func chosenAccounts(_ portfolio: Portfolio) throws -> [Int] {
    let evidence = portfolio.evidence
    if let account { return [try find(account, in: evidence)] }
    let active = evidence.accounts.indices.filter { evidence.isActive($0, on: evidence.asOf) }
    guard let csm else { return active }
    let chosen = active.filter { evidence.accounts[$0].csm?.lowercased() == csm.lowercased() }
    guard !chosen.isEmpty else {
      let names = Set(active.compactMap { evidence.accounts[$0].csm }).sorted()
      throw Refusal("nobody called '\(csm)' looks after an active account\(suggestion(for: csm, among: names))")
    }
    return chosen
  }

  private func readPassword(_ file: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Refusal("cannot read the password in '\(file)'")
    }
    // Editors put a byte-order mark before the first line, which nobody could type.
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    // Programs that open ZIPs spell other letters in bytes of their own, so that the receiver could not open the file.
    guard line.allSatisfy({ (0x20...0x7E).contains($0) }), line.first != 0x20, line.last != 0x20 else {
      throw Refusal(
        "the password in '\(file)' can be spelt in more ways than one; write it with letters from a to z, digits and "
          + "signs of a plain keyboard, without accents and without blanks around it")
    }
    let password = String(decoding: line, as: UTF8.self)
    guard password.unicodeScalars.count >= 12 else {
      throw Refusal("the password in '\(file)' is shorter than 12 characters, which a computer guesses")
    }
    return password
  }
}

extension SnapshotMark.Kind: ExpressibleByArgument {}
