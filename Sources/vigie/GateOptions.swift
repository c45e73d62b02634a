import ArgumentParser
import Pipeline
import Review

/// The conditions on the figures of an edition that should stop somebody.
struct GateOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-if"), parsing: .singleValue,
    help: ArgumentHelp(
      "End with status 1 when this is met, with nothing written; can be repeated.", valueName: "gate"),
    completion: .list(EditionFigure.allCases.map(\.rawValue)),
    transform: { text in
      do throws(GateFault) {
        return try EditionGate(text)
      } catch {
        throw ValidationError(error.reason)
      }
    })
  var all: [EditionGate] = []
}
