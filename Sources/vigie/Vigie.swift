import ArgumentParser
import Findings
import Glibc
import Pipeline

/// The program; each command is in its own file.
@main
struct Vigie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigie",
    abstract: "Turn a customer-success portfolio into a weekly static site.",
    discussion: """
      A score points a person's attention; it never replaces it. Vigie scores the accounts of a portfolio, puts the \
      flags of the people who know them next to the scores, and publishes where the two disagree.

      Start with: vigie init my-portfolio && vigie build my-portfolio
      """,
    version: Tool.description,
    subcommands: [
      BuildCommand.self, PublishCommand.self, CheckCommand.self, BriefCommand.self, ExplainCommand.self,
      CompareCommand.self, BacktestCommand.self, TuneCommand.self, FlagCommand.self, ReviewCommand.self,
      SnapshotCommand.self,
      VerifyCommand.self, WithdrawCommand.self, InitCommand.self, ImportCommand.self, PreviewCommand.self,
      DoctorCommand.self,
    ])

  /// Runs the command named on the command line; an unknown one is answered with the nearest name.
  static func main() async {
    prepareStreams()
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"), !names.contains(first) {
      let hint = nearestName(to: first, among: names).map { ". Did you mean '\($0)'?" } ?? ""
      exit(withError: ValidationError("There is no command '\(first)'\(hint)"))
    }
    await main(nil)
  }

  /// Makes the work independent of whether anybody reads the output.
  private static func prepareStreams() {
    // A reader that ends early, such as head, must not end a publication halfway.
    signal(SIGPIPE, SIG_IGN)
    // If a standard descriptor is closed, the next opened file would get its number, and messages would go into it.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
