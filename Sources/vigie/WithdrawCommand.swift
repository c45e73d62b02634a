import ArgumentParser
import Findings
import Pipeline

/// `vigie withdraw`: takes a published edition back, in the open.
struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a published edition back.",
    discussion: """
      Records in the ledger and beside the archive that the edition was withdrawn, and why. Nothing is deleted: its \
      archive stays and still verifies, and pages list it as withdrawn. The site becomes that of the newest edition \
      that stands, and later editions are compared with that one. The week can then be published again.

      Example: vigie withdraw 2026-W47 my-portfolio --reason "The accounts table was half of it."
      """)

  @Argument(help: "The edition, such as 2026-W47, or 2026-W47-r0 for one of several publications of a week.")
  var edition: String

  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(help: "Why it is taken back; printed on later pages.")
  var reason: String

  @OptionGroup var place: PlaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if reason.utf8.allSatisfy({ $0 == 0x20 }) { throw ValidationError("--reason needs a reason") }
  }

  func run() async throws {
    try await refusing {
      let portfolio = PortfolioFolder(folder)
      let done = try portfolio.withdraw(
        edition, reason: reason, site: place.out, inPlace: place.inPlace, reporter: .terminal)
      output.say(onOneLine("withdrew \(done.name): \(done.record)"))
      let site = place.out ?? portfolio.site
      guard let written = done.site else {
        return output.say("\(site) stays the site of \(done.standing), which is newer")
      }
      output.say(
        "\(site) is the site of \(done.standing) again: wrote \(counted(written.written, "file")), left "
          + "\(grouped(written.unchanged)) unchanged, removed \(grouped(written.removed))")
      if let reason = written.inPlace { output.say("\(site) was written in place, file by file, since \(reason)") }
      for path in written.kept { output.say("kept a file that is not Vigie's: \(path)") }
    }
  }
}
