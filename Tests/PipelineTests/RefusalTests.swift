import Ledger
import Portfolio
import Publishing
import Testing

@testable import Pipeline

@Suite struct RefusalTests {
  @Test func `two refusals are one line that says once that nothing was written`() {
    let both = Refusal.nothingWritten("no data").and(.nothingWritten("no words"))
    #expect(both.words == "no data; no words; nothing was written")
    #expect(Refusal("no data").and(Refusal("no words")).words == "no data; no words")
  }

  @Test func `what a step throws is said in words, and a fault of the program is none to say`() throws {
    let ledger = try #require(Refusal(LedgerError.newer(file: "history.sqlite", format: 9)))
    #expect(ledger.words.hasSuffix("; nothing was written"))
    let busy = PublishError.busy(site: "site")
    #expect(Refusal(busy)?.words == "\(busy)")
    #expect(Refusal(Refusal("no data"))?.words == "no data")
    #expect(Refusal(CancellationError()) == nil)
  }
}
