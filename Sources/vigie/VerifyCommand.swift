import ArgumentParser
import Findings
import Health
import Pipeline

/// `vigie verify`: whether what was published is intact.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare archives, a site or a single file with what was published.",
    discussion: """
      Takes an archive, a folder of archives, a site or a single file, and names what differs. A snapshot is looked up \
      in snapshots.jsonl of its portfolio; if it is not listed, it is made again from the edition that it names. It \
      matches, was altered, only claims to be a snapshot, is from an edition that is not here, or is not a snapshot. \
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

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await refusing {
      let verification = Verification(of: path, archiveFolder: archiveFolder, reporter: .terminal) {
        switch $0 {
        case .match(let words): output.say(onOneLine(words))
        case .fault(let words): printError(onOneLine(words))
        }
      }
      let count = try await verification.run()
      output.say(limits)
      guard count == 0 else { throw Refusal("\(grouped(count)) \(count == 1 ? "thing differs" : "things differ")") }
    }
  }

  private var limits: String {
    """
    This cannot prove that nobody made all of it anew, or took the newest editions away: whoever holds every archive \
    can. Send each edition's fingerprint and digest to somebody outside on the day, by mail or into the minutes, and \
    compare.
    """
  }
}
