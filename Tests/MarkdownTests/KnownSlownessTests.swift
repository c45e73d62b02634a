import Markdown
import Templates
import Testing

/// What is known to make the libcmark-gfm of Debian 12 slow or make it read too far, as the text of a cell;
/// docs/hardening.md lists it.
///
/// Templates escape every text from data, so that nothing is left in it for the library to try.
@Suite(.serialized) struct KnownSlownessTests {
  private static func times(_ text: String) -> @Sendable (Int) -> String {
    { String(repeating: text, count: $0 / text.utf8.count) }
  }

  static let texts: [(String, @Sendable (Int) -> String)] = [
    ("CVE-2023-22483, instructions", { "-1" + times("<?x")($0) + "y" }),
    ("CVE-2023-22483, broken tables", times("|-\nt>|-\n")), ("CVE-2023-22483, bars", { "x\n| - |\n" + times("|")($0) }),
    ("CVE-2023-22483, emphasis", { times("*t ")($0 / 2) + times("_t*_ ")($0 / 2) }),
    ("CVE-2023-22483, addresses", times("z_www.")), ("CVE-2023-22483, an address", { "www." + times(")")($0) }),
    ("CVE-2023-22483, links", times("<http://s")), ("CVE-2023-22483, strikethrough", { "~e" + times(",z~~")($0) }),
    ("CVE-2023-22483, references", { "[f]:u\n\"\n" + times("[f]\n")($0) + "[f]:u \"t" }),
    ("CVE-2023-22483, quotes", { times(">")($0 / 2) + times(".")($0 / 2) }),
    ("CVE-2023-22484, comments", { "</" + times("<!--")($0) }), ("CVE-2023-22485, protocols", times("a:// x:/")),
    ("CVE-2023-22486, images", times("![[]()")),
    ("CVE-2023-24824, quotes", { times(">")($0 / 2) + times("a*")($0 / 2) }),
    ("CVE-2023-24824, lists", { times(" -")($0 / 2) + "x" + times("\n")($0 / 2) }),
    ("CVE-2023-26485, underscores", { times("_")($0 / 2) + "." + times("_")($0 / 2) }),
    ("CVE-2023-26485, numbers", { "1.\n" + times(" 2.\n")($0) }),
    ("CVE-2023-37463, a wide table", { "|" + times("x|")($0 / 2) + "\n|" + times("-|")($0 / 2) + "\n" }),
    ("CVE-2023-37463, footnotes", times("[^1]:\n")),
  ]

  @Test(arguments: texts) func `twice as long a text takes at most 2.5 times the time`(
    name: String, text: @Sendable (Int) -> String
  ) {
    func time(_ size: Int) -> Double {
      var markdown = Array("| A | B |\n|---|---|\n| x | ".utf8)
      escapeMarkdown(text(size), into: &markdown)
      markdown += Array(" |\n".utf8)
      var output: [UInt8] = []
      let start = processorTime()
      renderPage(markdown, figures: [], into: &output)
      return processorTime() - start
    }
    // Over two doublings, since one alone is small beside the noise of a machine that does something else, which makes
    // any text take longer but none less than it needs.
    var (small, large) = (time(1 << 16), time(1 << 18))
    for _ in 0..<10 where large > 6.25 * max(small, 0.000_5) {
      (small, large) = (min(small, time(1 << 16)), min(large, time(1 << 18)))
    }
    #expect(
      large <= 6.25 * max(small, 0.000_5),
      "\(name): four times the size takes \(large / max(small, 0.000_5)) times the time")
  }

  @Test(arguments: texts) func `a note of it takes less than half a second`(
    name: String, text: @Sendable (Int) -> String
  ) {
    let start = processorTime()
    _ = Note(text(1 << 18))
    #expect(processorTime() - start < 0.5, "\(name)")
  }
}
