import ArgumentParser
import Pipeline

/// How much of what is wrong is told, and of the rest.
struct FindingOptions: ParsableArguments {
  @Flag(help: "List every place of what is wrong, not the first places of each cause.")
  var all = false

  @OptionGroup var output: OutputOptions

  /// Prints what is found where errors go.
  ///
  /// - Parameter progress: shows how far a run is; nil for a run that does not show it.
  func reporter(_ progress: Progress? = nil) -> Reporter { .terminal(progress, listsAll: all) }

  /// Says how a run went, unless that is not wanted.
  func say(_ line: String) { output.say(line) }
}
