import ArgumentParser
import Pipeline

/// How much is said.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Say only what is wrong and what was asked for: no progress, no closing line.")
  var quiet = false

  /// Says how a run went, unless that is not wanted.
  func say(_ line: String) {
    if !quiet { print(line) }
  }

  /// Shows how far a run is, unless that is not wanted.
  var progress: Progress? { quiet ? nil : Progress() }
}
