import ArgumentParser
import Pipeline

/// How much of what is wrong is told.
struct FindingOptions: ParsableArguments {
  @Flag(help: "List every place of what is wrong, not the first places of each cause.")
  var all = false

  /// Prints what is found where errors go.
  ///
  /// - Parameter progress: shows how far a run is; nil for a run that does not show it.
  func reporter(_ progress: Progress? = nil) -> Reporter { .terminal(progress, listsAll: all) }
}
