/// A portfolio that "What of a table counts" or "The model" in docs/scoring.md stops.
struct OracleError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A row that cannot be used: it is counted and skipped.
struct RefusedRow: Error {
  /// Whether the settings say that its account is gone.
  var isOfDeparted = false
}
