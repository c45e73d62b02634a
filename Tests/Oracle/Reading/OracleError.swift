/// A portfolio that section 2 or 4 of the scoring contract stops.
struct OracleError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A row that cannot be used: it is counted, and everything in it is passed over.
struct RefusedRow: Error {}
