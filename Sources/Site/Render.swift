public import Files
public import Publishing

/// A site that was placed, and what its pages were made of.
public struct RenderedSite: Sendable {
  /// Every file.
  public let files: [PlacedFile]
  /// What pages were made of, for the next build; nothing where no inputs were named.
  public let made: MadePages
}

extension Site {
  /// Renders the pages and places them with the other files; a page that was made of the same inputs before, and is there
  /// as it was written, stays.
  ///
  /// Pages are composed, rendered and placed in batches of neighbours, so that only a few are in memory at once. The
  /// files are the same whatever the number of tasks, and whichever pages stay.
  ///
  /// - Parameters:
  ///   - inputs: stands for all that pages are made of besides the review, such as the program, the templates and the
  ///     settings; nil to make every page.
  ///   - last: what the pages of the last site were made of.
  /// - Throws: `PublishError` when a file cannot be placed; the published site is then as it was.
  public func render(
    to publication: Publication, inputs: String? = nil, last: MadePages = .none, tasks: Int = Processors.count,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RenderedSite {
    let digests = inputs.map { PageDigests(self, inputs: $0) }
    var placed: [PlacedFile] = []
    placed.reserveCapacity(pages.count)
    var made = MadePages.none
    let runs = runs
    let groups = fileGroups
    // The other files are made in parallel with the pages.
    try await inParallel(groups.count + runs.count, tasks: tasks) { piece -> [Placed] in
      guard piece >= groups.count else { return try files(groups[piece]).map { (try publication.place($0), nil) } }
      return try runs[piece - groups.count].map { try place(pages[$0], digests, last, publication) }
    } done: { _, finished in
      for (file, digest) in finished {
        placed.append(file)
        if let digest { made.add(digest, of: file.path) }
      }
      progress(placed.count)
    }
    return RenderedSite(files: placed, made: made)
  }

  /// Renders every page, keeps none, and gives the number of their bytes.
  public func byteCount(tasks: Int = Processors.count) async throws -> Int {
    var byteCount = 0
    let runs = runs
    try await inParallel(runs.count, tasks: tasks) { run in
      runs[run].reduce(0) { $0 + html(of: pages[$1]).bytes.count }
    } done: {
      byteCount += $1
    }
    return byteCount
  }

  /// The pages in runs of neighbours, each short enough that the tasks end together.
  private var runs: [Range<Int>] {
    let length = 64
    return stride(from: 0, to: pages.count, by: length).map { $0..<min($0 + length, pages.count) }
  }

  /// A file in its place, and the digest of what it was made of, where it has one.
  private typealias Placed = (file: PlacedFile, digest: String?)

  private func place(
    _ page: Page, _ digests: PageDigests?, _ last: MadePages, _ publication: Publication
  ) throws -> Placed {
    let digest = digests?.digest(of: page)
    if let digest, last[page.path] == digest, let kept = try publication.keep(page.path) { return (kept, digest) }
    return (try publication.place(html(of: page)), digest)
  }
}
