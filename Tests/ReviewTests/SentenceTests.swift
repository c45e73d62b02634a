import Health
import SeededRandom
import Testing

@testable import Review

/// Sentences are parts of a text, byte for byte.
@Suite struct SentenceTests {
  private func split(_ text: String) -> [String] { sentences(of: text[...]).map(String.init) }

  @Test func `a full stop ends a sentence, and one of an abbreviation does not`() {
    #expect(split("They left. We stay! Why? Well…") == ["They left.", "We stay!", "Why?", "Well…"])
    #expect(
      split("M. Dupont et Mme. Roy parlent avec J. Weber, env. 3.5 h.") == [
        "M. Dupont et Mme. Roy parlent avec J. Weber, env. 3.5 h."
      ])
    #expect(split("See e.g. Mill 3. Then go.") == ["See e.g. Mill 3.", "Then go."])
    #expect(split("ends in lower case. like this") == ["ends in lower case. like this"])
    #expect(split("«\u{A0}Vous êtes restés.\u{A0}» Merci.") == ["«\u{A0}Vous êtes restés.\u{A0}»", "Merci."])
  }

  @Test func `marks of Markdown stay outside, and what is no prose is left out`() {
    let note = """
      # Head line

      - **first thing is here**
      * [x] no
      1. second thing
      > quoted words

      | he asked | I said |
      |---|---|
      ```
      code
      ```
      A line that
      goes on. And ends
      """
    #expect(
      split(note) == [
        "Head line", "first thing is here", "[x] no", "second thing", "quoted words", "A line that\ngoes on.",
        "And ends",
      ])
    #expect(split("one\r\n\r\ntwo\r\nthree") == ["one", "two\r\nthree"])
  }

  @Test func `only what stands under a day is dated`() throws {
    let note = """
      Before any day.

      ## 2026-11-09 Helen

      Under the day.

      ### What she said

      Still under it.

      ## Background

      No day again.

      - 2026-11-10: an item of its own
      - another item

      2026-11-11 A paragraph. And more.

      After it.
      """
    let dated = datedSentences(of: note).map { "\($0.day) \($0.text)" }
    #expect(
      dated == [
        "2026-11-09 Under the day.", "2026-11-09 Still under it.", "2026-11-10 an item of its own",
        "2026-11-11 A paragraph.", "2026-11-11 And more.", "2026-11-11 After it.",
      ])
  }

  @Test func `marked paragraphs, items and sections of a note are left out`() {
    let note = """
      ## 2026-11-09 Call

      Said openly.

      (private) Said off the record.

      - 2026-11-10: (private) an item off the record
      - 2026-11-10 an open item

      ### (private) About people

      Off the record, too.

      #### Deeper

      And this.

      ### Next

      Open again.

      **2026-11-11** — (private) Nobody may know.
      """
    #expect(
      datedSentences(of: note, withoutMarked: "(private)").map { String($0.text) } == [
        "Said openly.", "an open item", "Open again.",
      ])
    #expect(datedSentences(of: note, withoutMarked: "").count == datedSentences(of: note).count)
    #expect(datedSentences(of: note).count == 8)
    #expect(datedSentences(of: "- 2026-11-10 - secret", withoutMarked: "-").isEmpty)
  }

  @Test func `every sentence of any text is a part of it`() {
    let pieces = [
      "word", " ", ". ", "! ", "\n", "\r\n", "\n\n", "- ", "# ", "> ", "| a | b |", "**", "_", "```", "2026-11-09",
      "M. ",
      "«\u{A0}", "\u{A0}»", "é", "e\u{301}", "👩‍👩‍👧", "\u{202E}", "\u{600}", "<script>", "\t", "1. ", "…", "\u{FEFF}", "\0",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let day = Day(number: 20_773)
      let found = sentences(of: text[...]) + datedSentences(of: text).map(\.text)
      for sentence in found {
        #expect(text.utf8.contains(sentence.utf8))
        if let quotation = Quotation(sentence, date: day, author: nil, place: .note) {
          #expect(text.utf8.contains(quotation.text.utf8))
          #expect(quotation.text.unicodeScalars.count <= Quotation.longest)
        }
      }
    }
  }

  @Test(arguments: ["word ", "longword", "👩‍👩‍👧", "e\u{301}\u{301}\u{301}", "a\u{301} "])
  func `ten thousand characters without a full stop are cut`(piece: String) throws {
    let text = "Three words first " + String(repeating: piece, count: 10_000 / piece.unicodeScalars.count)
    let sentence = try #require(sentences(of: text[...]).first)
    let quotation = try #require(Quotation(sentence, date: Day(number: 0), author: nil, place: .touchpoint))
    #expect(quotation.isCut)
    #expect(text.utf8.starts(with: quotation.text.utf8))
    #expect(quotation.text.unicodeScalars.count <= Quotation.longest)
  }

  @Test func `a text that pages cannot hold is no quotation`() {
    #expect(Quotation("A bell \u{7} in words", date: Day(number: 0), author: nil, place: .note) == nil)
    #expect(Quotation("two words", date: Day(number: 0), author: nil, place: .note) == nil)
    #expect(Quotation("three whole words", date: Day(number: 0), author: nil, place: .note) != nil)
  }
}
