import Health
import Testing

@testable import Portfolio

/// Weights inserted into the text of a model file, leaving everything else as it was.
@Suite struct SuggestedModelTests {
  private static let day = Day(number: 20_773)
  private static let change = ModelChange(
    weights: [("usage", 12.5), ("support", 0)], fitted: Models.Fitted(on: day, outcomes: 120, until: day - 200),
    why: "a \"why\" with \\", expected: "more", comment: ["first", "", "second"])

  private static let measures = "measures: {m: {worst: 0, best: 1}}"

  private func model(_ usage: String, _ support: String, head: String = "version: \"1\"", tail: String = "") -> String {
    "\(head)\ndimensions:\n  usage: {weight: \(usage), \(Self.measures)}\n  support:\n    weight: \(support)\n"
      + "    measures: {n: {worst: 0, best: 1}}\n  other: {weight: 3, measures: {o: {worst: 0, best: 1}}}\n\(tail)"
  }

  @Test(arguments: [
    ("7", "8"), ("\"7\"", "'8' # eight"), ("7.50", "8\t# eight"), ("!!float 7", "8"), ("7e0", "0008"),
  ])
  func `weights are replaced however they are written, or not at all`(usage: String, support: String) throws {
    guard let text = Self.change.applied(to: model(usage, support)) else {
      #expect(usage.hasPrefix("!!"), "\(usage) and \(support) can be replaced")
      return
    }
    let read = try #require(models(readFrom: text))
    #expect(read.all[0].dimensions.map(\.weight) == [12.5, 0, 3])
    #expect(read.version == "1-fitted-2026-11-16")
    #expect(read.fitted == Self.change.fitted)
    #expect(read.changed?.why == Self.change.why && read.changed?.by == "vigie tune")
    #expect(text.hasPrefix("\(ModelChange.firstLine)\n# first\n#\n# second\n\n"))
    #expect(text.contains("# eight") == support.contains("# eight"))
  }

  @Test func `variants follow the base where they have no weight of their own`() throws {
    let tail = "models:\n  big: {weights: {usage: 9}}\nsegments: [{id: s, model: big}]\n"
    let text = try #require(Self.change.applied(to: model("7", "8", tail: tail)))
    #expect(try #require(models(readFrom: text)).all[1].dimensions.map(\.weight) == [9, 0, 3])
  }

  @Test func `a variant that states the base weights again would not follow, so that nothing is written`() {
    let tail = "models:\n  big: {weights: {usage: 7}}\nsegments: [{id: s, model: big}]\n"
    #expect(Self.change.applied(to: model("7", "8", tail: tail)) == nil)
  }

  @Test func `a suggestion on a suggestion replaces its marks and its comment`() throws {
    let first = try #require(Self.change.applied(to: model("7", "8")))
    let later = ModelChange(
      weights: [("usage", 1), ("support", 2)], fitted: Models.Fitted(on: Self.day + 30, outcomes: 9, until: Self.day),
      why: "again", expected: "less", comment: ["third"])
    let second = try #require(later.applied(to: first))
    #expect(try #require(models(readFrom: second)).version == "1-fitted-2026-12-16")
    #expect(!second.contains("# first") && !second.contains("outcomes: 120"))
    #expect(second.split(separator: "\n").count { $0.hasPrefix("fitted:") } == 1)
    #expect(second.split(separator: "\n").count { $0.hasPrefix("changed:") } == 1)
  }

  @Test(arguments: ["\r\n", "\n"])
  func `line breaks stay what they were`(ending: String) throws {
    let text = model("7", "8", head: "# ü €\nversion: \"ü1\"").replacing("\n", with: ending)
    let result = try #require(Self.change.applied(to: text))
    #expect(try #require(models(readFrom: result)).version == "ü1-fitted-2026-11-16")
    let body = result.unicodeScalars.drop { $0 != "€" }
    #expect(body.count { $0 == "\r" } == (ending == "\n" ? 0 : body.count { $0 == "\n" }))
  }

  @Test func `a model on one line cannot be changed in this way`() {
    let text = "{version: \"1\", dimensions: {usage: {weight: 1, \(Self.measures)}, support: {weight: 1, "
    #expect(Self.change.applied(to: text + "measures: {n: {worst: 0, best: 1}}}}}") == nil)
  }
}
