public import Publishing

extension Site {
  /// Renders every page and places it with the other files; the only place that distributes work among tasks.
  ///
  /// Pages are composed, rendered and placed in batches of neighbours, so that only a few are in memory at once.
  ///
  /// - Throws: `PublishError` when a file cannot be placed; the published site is then as it was.
  public func render(
    to publication: Publication, tasks: Int = 2, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [PlacedFile] {
    let run = 64
    var placed: [PlacedFile] = []
    placed.reserveCapacity(pages.count)
    try await withThrowingTaskGroup(of: [PlacedFile].self) { group in
      var next = 0
      func addRun() {
        guard next < pages.count else { return }
        let range = next..<min(next + run, pages.count)
        next = range.upperBound
        group.addTask { try range.map { try publication.place(html(of: pages[$0])) } }
      }
      // The other files are made by one of the tasks, in parallel with the pages.
      group.addTask { try files().map(publication.place) }
      for _ in 1..<tasks { addRun() }
      while let finished = try await group.next() {
        placed += finished
        progress(placed.count)
        addRun()
      }
    }
    return placed
  }
}
