import Archive
public import ArgumentParser
public import Customer
import Findings
import Foundation
import Health
import Ledger
import Portfolio
import Publishing
import Review
import Site
import Snapshot

/// `vigie snapshot`: one file of an account, to be attached.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Make one file of an account that can be attached, for us or for the customer.",
    discussion: """
      For us: the account's page with the editions of the quarter, frozen, INTERNAL on every sheet. For the customer: \
      another document, in the customer's language, made only from what snapshot.customer.allow in vigie.yml allows, \
      and searched for everything else before it is written; what was withheld stands in a record beside it. Both \
      open anywhere, offline, without scripts. Without --edition it is made from today's data and is a draft.

      Example: vigie snapshot C1001 examples/portfolio --as-of 2026-11-16 --for customer --pdf
      Example: vigie snapshot C1001 my-portfolio --edition 2026-W47
      Example: vigie snapshot --all --csm "Jonas Weber" my-portfolio --for customer
      """)

  @Argument(help: "The account_id, or the name of the account; none with --all.")
  var account: String?

  @OptionGroup var options: PortfolioOptions

  @Option(help: "A published edition, such as 2026-W47 or 2026-W47-r1, to make it from.")
  var edition: String?

  @Option(name: .customLong("for"), help: "Whom it is for: internal or customer.")
  var reader = SnapshotMark.Kind.internal

  @Option(
    name: .customLong("out"), help: "The file, or with --all the folder (default: in snapshots/ in the portfolio).",
    completion: .file())
  var out: String?

  @Flag(help: "Also as PDF, rendered by Chromium or WeasyPrint.")
  var pdf = false

  @Flag(help: "Of every active account, or of those of one CSM.")
  var all = false

  @Option(help: "With --all: only the accounts that this person looks after.")
  var csm: String?

  @Option(
    name: .customLong("password-file"),
    help: "Write an encrypted ZIP instead, opened by the first line of this file.", completion: .file())
  var passwordFile: String?

  @Flag(help: "Replace what stands at the place, even if Vigie did not make it.")
  var replace = false

  @OptionGroup var templates: TemplateOptions

  mutating func validate() throws {
    if all {
      // What stands first is then the portfolio.
      if let folder = account { options.folder = folder }
      account = nil
    } else {
      guard account != nil else { throw ValidationError("name an account, or add --all") }
      guard csm == nil else { throw ValidationError("--csm goes with --all") }
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
    let inputs = try Inputs(options, templateFolder: templates.folder)
    let edition = try edition.map(archived)
    let chosen = try chosenAccounts(inputs.portfolio)
    let history = try inputs.portfolio.history(try Ledger.read(options.ledger), listing: chosen)
    let maker = try SnapshotMaker(
      inputs, review: await inputs.portfolio.review(history: history), edition: edition)
    var press = CustomerPress(maker, engine: engine)
    let draft = reader == .internal && edition == nil ? DraftSite(inputs, maker.review) : nil
    var refusals: [Refusal] = []
    for account in chosen {
      do {
        try write(account, maker, draft, &press, engine, password)
      } catch let refusal as Refusal where all {
        // One customer's file does not keep the others from theirs.
        printError(onOneLine("vigie: \(refusal.words)"))
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else {
      throw Refusal("\(grouped(refusals.count)) of \(grouped(chosen.count)) accounts have no snapshot")
    }
    if edition == nil {
      print("a draft, made from data that no edition vouches for; name one with --edition once it is published")
    }
  }

  private func write(
    _ account: Int, _ maker: SnapshotMaker, _ draft: DraftSite?, _ press: inout CustomerPress, _ engine: PDFEngine?,
    _ password: String?
  ) throws {
    let evidence = maker.portfolio.evidence
    let base =
      switch reader {
      case .internal: SnapshotName(internal: account, in: evidence, edition: maker.editionName).base
      case .customer: SnapshotName(customer: account, in: evidence, day: maker.asOf.description).base
      }
    let place = try SnapshotPlace(
      out, isFolder: all, portfolio: options.folder, base: base, for: reader,
      mayReplace: replace)
    switch reader {
    case .internal:
      let html = try maker.internalFile(of: account, draft: draft)
      let pdf = try engine?.render(html, day: maker.asOf.description)
      try place.write(html: html, pdf: pdf, password: password)
    case .customer:
      try place.requireFree([".redaction.json"])
      let files = try press.files(of: account, name: place.name)
      let written = try place.write(html: files.html, pdf: files.pdf, password: password)
      try place.write(record: press.record(files, of: account, written: written))
    }
  }

  private func archived(_ name: String) throws -> ArchivedEdition {
    let folder = options.archive
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Refusal("there is no archive in '\(options.folder)'; nothing has been published from it, see vigie publish")
    }
    let known = try ArchivedEdition.all(in: folder)
    let id = EditionID(archiveName: name + ".zip").flatMap { id in
      id.revision > 0 ? id : known.last { $0.edition == id.edition }
    }
    guard let id else {
      let weeks = Set(known.map(\.edition)).sorted()
      throw Refusal("there is no edition '\(name)' in \(folder)\(suggestion(for: name, among: weeks))")
    }
    return try ArchivedEdition(id, in: folder)
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
    guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
    else { throw Refusal("cannot read the password in '\(file)'; it must be one line of UTF-8") }
    let password = String(text.prefix { !$0.isNewline })
    guard password.unicodeScalars.count >= 12 else {
      throw Refusal("the password in '\(file)' is shorter than 12 characters, which a computer guesses")
    }
    return password
  }
}

extension SnapshotMark.Kind: ExpressibleByArgument {}
