import Publishing
import Site
import Templates

/// Renders and places every page as `Site.render` does, step by step, and next to each page its floor, so that anything
/// else the machine does at that moment slows both.
struct MeasuredRender {
  /// The number of neighbouring pages that a task takes at a time.
  private static let run = 64

  let site: Site
  /// The files of the site that are not pages.
  let files: [OutputFile]
  let publication: Publication
  let floor: Floor

  func callAsFunction(tasks: Int) async throws -> (placed: [PlacedFile], times: StepTimes, byteCount: Int) {
    var placed = try files.map(publication.place)
    var times = StepTimes()
    var byteCount = 0
    try await withThrowingTaskGroup(of: ([PlacedFile], StepTimes).self) { group in
      let pages = site.pages.indices
      var next = pages.lowerBound
      func addRun() {
        guard next < pages.upperBound else { return }
        let range = next..<min(next + Self.run, pages.upperBound)
        next = range.upperBound
        group.addTask {
          var times = StepTimes()
          return (try range.map { try place($0, measuring: &times) }, times)
        }
      }
      for _ in 0..<tasks { addRun() }
      while let (files, runTimes) = try await group.next() {
        placed += files
        times += runTimes
        byteCount += files.reduce(0) { $0 + $1.byteCount }
        addRun()
      }
    }
    return (placed, times, byteCount)
  }

  private func place(_ index: Int, measuring times: inout StepTimes) throws -> PlacedFile {
    let page = site.pages[index]
    let (text, figures) = times.measure(.compose) { page.composed() }
    let marked = times.measure(.template) { text() }
    let content = times.measure(.markdown) { site.content(of: page, text: marked, figures: figures) }
    let file = times.measure(.layout) { site.html(of: page, content: content) }
    let placed = try times.measure(.write) { try publication.place(file) }
    let markdown = marked.markdown
    _ = times.measure(.floorMarkdown) { floor.render(markdown) }
    try times.measure(.floorWrite) { try floor.write(file.bytes, page: index) }
    return placed
  }
}
