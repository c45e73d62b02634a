import ArgumentParser

/// The form in which findings, guards and gates are told.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Lines for people, on standard error.
  case text
  /// Commands of a GitHub workflow, which it shows at the lines of the files.
  case github
  /// SARIF 2.1.0, which code scanning and editors read.
  case sarif
  /// JUnit XML, which GitLab, Jenkins and others show as tests.
  case junit
}

/// How a run is told to other programs.
struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      How what is wrong is told: text, or for other programs github, sarif or junit, on standard output; all else then \
      goes to standard error.
      """)
  var format = ReportFormat.text

  @Option(
    help: """
      Add a summary in Markdown to this file (default: with --format github, the one that GITHUB_STEP_SUMMARY names).
      """,
    completion: .file())
  var summary: String?
}
