import ArgumentParser
import Engines
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
      BuildCommand.self, PublishCommand.self, DigestCommand.self, CheckCommand.self, BriefCommand.self,
      ExplainCommand.self, CompareCommand.self, BacktestCommand.self, TuneCommand.self, FlagCommand.self,
      ReviewCommand.self, SheetCommand.self, CollectCommand.self, SnapshotCommand.self,
      VerifyCommand.self, WithdrawCommand.self, InitCommand.self, ImportCommand.self, PreviewCommand.self,
      DoctorCommand.self,
    ])

  /// Runs the command named on the command line; an unknown one is answered with the nearest name.
  static func main() async {
    if CommandLine.arguments.dropFirst().first == EngineChild.argument { EngineChild.run() }
    prepareStreams()
    // The arguments come from /proc, and so does much of what is asked of the system later.
    guard !CommandLine.arguments.isEmpty else {
      printError("vigie: the arguments cannot be read, since /proc is not mounted; mount it")
      Glibc.exit(1)
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"), !names.contains(first) {
      let hint = nearestName(to: first, among: names).map { ". Did you mean '\($0)'?" } ?? ""
      exit(withError: ValidationError("There is no command '\(first)'\(hint)"))
    }
    await withTaskExecutorPreference(WorkerThreads()) { await main(nil) }
  }

  /// Makes the work independent of whether anybody reads the output.
  private static func prepareStreams() {
    // A reader that ends early, such as head, must not end a publication halfway.
    signal(SIGPIPE, SIG_IGN)
    // A file that reaches the limit of its size is an error of the write, and told as one.
    signal(SIGXFSZ, SIG_IGN)
    // If a standard descriptor is closed, the next opened file would get its number, and messages would go into it.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
