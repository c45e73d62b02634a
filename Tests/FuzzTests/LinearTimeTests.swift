import Foundation
import Glibc
import Testing

/// Inputs that are hostile by their size alone: twice as much of one takes at most 2.5 times the processor's time.
@Suite(.serialized) struct LinearTimeTests {
  /// An input of a size, and what reads it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The smaller size; the larger one is four times as much.
    let size: Int
    let input: @Sendable (Int) -> [UInt8]
    let target: FuzzTarget

    init(_ name: String, _ target: FuzzTarget, _ size: Int, _ input: @escaping @Sendable (Int) -> String) {
      self.name = name
      self.size = size
      self.target = target
      self.input = { Array(input($0).utf8) }
    }

    var testDescription: String { name }
  }

  private static func times(_ text: String) -> @Sendable (Int) -> String {
    { String(repeating: text, count: $0) }
  }

  static let cases: [Case] = [
    Case("a wide header", .csv, 4_000) { (0..<$0).map { "column \($0)" }.joined(separator: ",") + "\n" },
    Case("a wide header in quotes and in lines", .csv, 4_000) { times("\"a\nb\",")($0) + "c\n" },
    Case("wide rows", .csv, 4_000) { times("a,")($0) + "b\n" + times("1,")($0) + "2\n" + times(",")($0) + "\n" },
    Case("doubled quotes", .csv, 100_000) { "a\n\"" + times("\"\"")($0) + "\"\n" },
    Case("a quote that never closes", .csv, 200_000) { "a,b\n\"" + times("x,y\n")($0) },
    Case("quotes inside texts", .csv, 50_000) { "a,b\n" + times(" \"x\" y,")($0) },
    Case("blanks before a quote", .csv, 200_000) { "a,b\n" + times(" ")($0) + "\"x\"y\n" },
    Case("lines of blanks", .csv, 100_000) { "a,b\n" + times(" \n\n,\n")($0) },
    Case("many rows with a line in a cell", .csv, 20_000) { "a,b\n" + times("1,\"x\ny\"\n")($0) },
    Case("a note of one word", .note, 400_000, times("word")),
    Case("a note of paragraphs", .note, 50_000, times("word\n\n")),
    Case("a note of quotes", .note, 200_000, times("> ")),
    Case("a note of lists", .note, 200_000, times("- ")),
    Case("a note of stars", .note, 100_000, times("*a **a ")),
    Case("a list of settings", .settings, 4_000) { "departed:\n" + (0..<$0).map { "  A\($0): gone\n" }.joined() },
    Case("a chain of aliases", .settings, 1_000) { "aliases:\n" + (0..<$0).map { "  A\($0): A\($0 + 1)\n" }.joined() },
    Case("unknown keys", .settings, 1_000) { (0..<$0).map { "key\($0): 1\n" }.joined() },
    Case("values in brackets", .settings, 10_000) { "a: [" + times("[1], ")($0) + "]\n" },
    Case("lines that are no YAML", .settings, 20_000) { times("a b c\n")($0) + ": }\n" },
    Case("sections side by side", .template, 4_000, times("{{#capped}}x{{/capped}}")),
    Case("sections in sections", .template, 4_000, times("{{#capped}}\n")),
    Case("closings", .template, 4_000, times("{{/capped}}\n")),
    Case("partials", .template, 4_000, times("{{> part.md}}\n")),
    Case("unknown names", .template, 4_000, times("{{nmae}} ")),
    Case("a long unknown name", .template, 40_000) { "{{" + times("n")($0) + "}}" },
    Case("blanks before tags", .template, 100_000) { times(" ")($0) + "{{name}}" },
  ]

  /// Measured over two doublings, since one alone is small beside the noise of a machine that does something else.
  @Test(arguments: cases) func `twice the size takes at most 2.5 times the time`(hostile: Case) throws {
    let scratch = try ScratchFile()
    let (small, large) = (hostile.input(hostile.size), hostile.input(4 * hostile.size))
    func time(_ bytes: [UInt8]) -> Double {
      var start = timespec()
      var end = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      hostile.target.read(bytes, scratch: scratch)
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
    var ratio = Double.infinity
    for _ in 0..<3 where ratio > 6.25 { ratio = min(ratio, time(large) / max(time(small), 0.000_5)) }
    #expect(ratio <= 6.25, "four times the size takes \(ratio) times the time")
  }
}
