/// Counts what SQLite does for the statements of one connection.
final class StepLimit {
  /// After so many instructions of its virtual machine SQLite asks whether to go on.
  static let stride = 100_000

  private var left: Int

  init(steps: Int) { left = steps / Self.stride }

  /// Whether to stop.
  func isUsedUp() -> Bool {
    left -= 1
    return left < 0
  }
}

extension Database {
  /// Stops later statements that go on for too long, or make too long a text or row.
  ///
  /// Steps are instructions of SQLite's virtual machine, a few tens for a row that a join looks at. They are counted
  /// and no clock is read, so that the same statement on the same file is stopped on every machine or on none.
  ///
  /// - Parameters:
  ///   - steps: how many all statements of the connection may take together, counted in hundreds of thousands.
  ///   - bytesOfRow: how long a text or a row may be.
  public func limit(steps: Int, bytesOfRow: Int) {
    limit(StepLimit(steps: steps), bytesOfRow: bytesOfRow)
  }
}
