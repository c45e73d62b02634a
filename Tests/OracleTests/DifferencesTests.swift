import Foundation
import Testing

@testable import Oracle

@Suite struct `Differences` {
  @Test func `equal values have none, parsed or native`() throws {
    let native: [String: Any] = ["a": [1, 2.5, true, "x", NSNull()] as [Any]]
    let parsed = try JSONSerialization.jsonObject(with: Data(#"{"a": [1.0000000001, 2.5, true, "x", null]}"#.utf8))
    #expect(differences(native, parsed).isEmpty)
  }

  @Test func `each kind of difference has its path`() {
    let a: [String: Any] = [
      "n": 1, "null": NSNull(), "truth": true, "list": [1, 2], "deep": ["x": "caf\u{e9}"], "gone": 1,
    ]
    let b: [String: Any] = ["n": 1.1, "null": 0, "truth": 1, "list": [2], "deep": ["x": "cafe\u{301}"]]
    let paths = differences(a, b).map { String($0.prefix { $0 != ":" }) }
    #expect(paths == ["deep.x", "gone", "list", "list[0]", "n", "null", "truth"])
  }
}

@Suite struct `A seed` {
  @Test func `gives the same files every time, and others for another seed`() {
    #expect(RandomPortfolio(seed: 7).files == RandomPortfolio(seed: 7).files)
    #expect(RandomPortfolio(seed: 7).files != RandomPortfolio(seed: 8).files)
  }

  @Test func `without its flags has the same scores`() throws {
    func figures(_ files: [String: String], asOf: String) throws -> [[Double?]] {
      let world = try world(files, asOf: asOf)
      return world.activeAccounts(on: world.asOf).map { account in
        let score = world.score(of: account, on: world.asOf)
        return [score.published.map(Double.init), score.exact, score.low, score.high, score.coverage]
      }
    }
    let portfolio = RandomPortfolio(seed: 7)
    let flagged = try #require(portfolio.files["data/sentiment.csv"])
    #expect(flagged.contains("yellow"))
    let withoutFlags = portfolio.files.filter { $0.key != "data/sentiment.csv" }
    let scores = try figures(portfolio.files, asOf: portfolio.asOf)
    #expect(!scores.isEmpty)
    #expect(try scores == figures(withoutFlags, asOf: portfolio.asOf))
  }
}
