public import ArgumentParser
public import Customer
import Findings
import Files
import Health
import Pipeline

/// `vigie snapshot`: a single file about an account, to be attached.
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
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let account, !all { try requireAccount(account, before: options.folder) }
    if all {
      // The first argument is then the portfolio.
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
    guard leadsToFolder(out) || !mayBeThere(out) && !SnapshotPlace.endings.contains(where: out.hasSuffix) else {
      throw ValidationError("--all makes many files: name a folder for them, not '\(out)'")
    }
  }

  /// Checks that the name fits the kind of file.
  private func validate(_ out: String) throws {
    let name = SnapshotPlace.parted(out).name
    guard !name.isEmpty, !leadsToFolder(out) else {
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
      let accounts = account.map(SnapshotOrder.Accounts.one) ?? .all(csm: csm)
      let order = SnapshotOrder(
        of: accounts, for: reader, edition: edition, out: out, isPDF: pdf, passwordFile: passwordFile,
        mayReplace: replace)
      let job = try SnapshotJob(order, of: options.portfolio)
      // Of a past edition a file is searched for all that is known by now.
      let workspace = try options.workspace(
        templates, asOf: job.editionDay.map { max($0, options.portfolio.today.day) })
      let made = try await workspace.makeSnapshots(job) { event in
        switch event {
        case .wrote(let path): output.say(onOneLine("wrote \(path)"))
        case .unchanged(let path): output.say(onOneLine("unchanged: \(path)"))
        case .leftOlder(let path): output.say(onOneLine("made earlier and left as it is: \(path)"))
        case .refused(let refusal): printError(onOneLine("vigie: \(refusal.words)"))
        }
      }
      output.say(
        "\(rowCounts(made.rows)); \(counted(made.accounts, "account")): wrote \(counted(made.written, "file")), "
          + "left \(grouped(made.unchanged)) unchanged, refused \(grouped(made.refused))")
      guard made.refused == 0 else {
        throw Refusal(
          "\(grouped(made.refused)) of \(grouped(made.accounts)) accounts \(made.refused == 1 ? "has" : "have") no new "
            + "snapshot")
      }
      if !job.isOfEdition {
        output.say("a draft, made from data that no edition vouches for; name one with --edition once it is published")
      }
    }
  }
}

extension SnapshotMark.Kind: ExpressibleByArgument {}

/// Whether a name is that of a folder; who opens it is told why it cannot be.
private func leadsToFolder(_ path: String) -> Bool { (try? isFolder(path)) ?? false }
