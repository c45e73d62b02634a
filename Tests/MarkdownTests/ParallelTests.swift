import Dispatch
import Markdown
import Synchronization
import Testing

/// Notes and pages are rendered on several threads at once.
@Suite struct ParallelTests {
  @Test func `a text that is struck out is so whatever other threads parse`() {
    let missing = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<2_000 where !note("a ~~b~~ c").contains("<del>b</del>") { missing.add(1, ordering: .relaxed) }
    }
    #expect(missing.load(ordering: .relaxed) == 0)
  }
}
