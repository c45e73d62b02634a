import Dispatch
import Markdown
import Synchronization
import Testing

/// Notes and pages are rendered on several threads at once.
@Suite struct ParallelTests {
  @Test func `a text that is struck out is so whatever other threads parse`() {
    let missing = Atomic(0)
    // Long enough that one thread ends while another is in the middle.
    let text = String(repeating: "word ", count: 700) + "~~b~~"
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<200 where !note(text).contains("<del>b</del>") { missing.add(1, ordering: .relaxed) }
    }
    #expect(missing.load(ordering: .relaxed) == 0)
  }
}
