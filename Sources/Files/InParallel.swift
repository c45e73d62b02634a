import Glibc

/// The processors of the machine.
public enum Processors {
  /// How many there are, at least 1: the number of threads, and of tasks that share a piece of work.
  public static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// Does pieces of work in a number of tasks at once; only scoring, which imports nothing, shares its work out by itself.
///
/// - Parameters:
///   - count: the number of pieces, each known by its position.
///   - tasks: at most so many pieces are under way at once.
///   - done: receives each result as it comes, in any order, one at a time.
/// - Throws: the first error of a piece or of `done`; what is under way then is awaited first.
public func inParallel<Result: Sendable>(
  _ count: Int, tasks: Int = Processors.count, work: @escaping @Sendable (Int) throws -> Result,
  done: (Int, Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func addPiece() {
      guard next < count else { return }
      let piece = next
      next += 1
      group.addTask { (piece, try work(piece)) }
    }
    for _ in 0..<max(1, tasks) { addPiece() }
    while let (piece, result) = try await group.next() {
      try done(piece, result)
      addPiece()
    }
  }
}
