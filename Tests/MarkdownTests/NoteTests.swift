import Testing

@testable import Markdown

/// Text that others wrote.
@Suite struct NoteTests {
  @Test func `a note keeps its paragraphs, lists, quotes and emphasis`() {
    #expect(
      note("one *two*\n\n- a\n- ~~b~~\n\n> c") == """
        <p>one <em>two</em></p>
        <ul>
        <li>a</li>
        <li><del>b</del></li>
        </ul>
        <blockquote>
        <p>c</p>
        </blockquote>

        """)
  }

  @Test func `headings stand below those of the page`() {
    #expect(
      note("# One *two*\n\nThree\n---") == "<h3>One <em>two</em></h3>\n<h3>Three</h3>\n")
  }

  @Test func `images leave their text only`() {
    #expect(note("![a *cat*](https://example.com/cat.png)") == "<p>a <em>cat</em></p>\n")
    #expect(note("![x](figure:0) ![y](mark:red) ![z](row:sum)") == "<p>x y z</p>\n")
  }

  @Test func `raw HTML is dropped`() {
    for text in ["<script>alert(1)</script>", "a <img src=x onerror=y> b", "<!-- x -->", "<iframe src=x>", "<svg>"] {
      #expect(!note(text).contains("<s") && !note(text).contains("<i"), "\(note(text))")
    }
  }

  @Test func `tables and footnotes are plain text`() {
    #expect(!note("| a | b |\n|---|---|\n| 1 | 2 |").contains("<table"))
    #expect(!note("a[^1]\n\n[^1]: b").contains("<sup"))
  }

  @Test func `bytes that end a text do not end the note`() {
    #expect(note("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func `a short note is whole and a note of more than 16 pieces is cut`() {
    #expect(!Note("").isCut)
    #expect(!Note(String(repeating: "x", count: 16 * 4096)).isCut)
    let long = Note(String(repeating: "x", count: 16 * 4096 + 1))
    #expect(long.isCut)
    #expect(long.html.count(where: { $0 == UInt8(ascii: "x") }) == 16 * 4096)
  }

  @Test func `pieces hold at most 4 KiB and nothing is lost between them`() {
    let texts = [
      String(repeating: "one paragraph\n\n", count: 900), String(repeating: "one line\n", count: 900),
      String(repeating: "\u{1F600}", count: 3000), String(repeating: "x\u{E9}", count: 4000),
      String(repeating: "\n", count: 9000),
    ]
    for text in texts {
      let pieces = Note.pieces(of: Array(text.utf8))
      #expect(pieces.allSatisfy { $0.count <= 4096 })
      #expect(pieces.flatMap { Array($0) } == Array(text.utf8))
      #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    }
  }

  @Test func `pieces end between paragraphs, else between lines`() {
    let line = String(repeating: "x", count: 99)
    let paragraphs = Note.pieces(of: Array(String(repeating: "\(line)\n\(line)\n\n", count: 60).utf8))
    #expect(paragraphs.dropLast().allSatisfy { $0.suffix(2).elementsEqual("\n\n".utf8) })
    let lines = Note.pieces(of: Array(String(repeating: "\(line)\n", count: 90).utf8))
    #expect(lines.dropLast().allSatisfy { $0.last == 0x0A && $0.count == 4000 })
  }
}

/// How deep quotes and lists may be nested.
@Suite struct NestingTests {
  private func depth(_ html: String, of tag: String) -> Int {
    var depth = 0
    var deepest = 0
    for part in html.utf8.split(separator: UInt8(ascii: "<")).map({ String(decoding: $0, as: UTF8.self) }) {
      if part.hasPrefix("\(tag)>") { depth += 1 }
      if part.hasPrefix("/\(tag)>") { depth -= 1 }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  @Test func `six levels stay and deeper ones are shown as they are written`() {
    #expect(depth(note("> > > > > > six"), of: "blockquote") == 6)
    #expect(note("> > > > > > six").contains("<p>six</p>"))
    #expect(depth(note("> > > > > > > seven"), of: "blockquote") == 6)
    #expect(note("> > > > > > > seven").contains("<p>&gt; seven</p>"))
    #expect(note("- - - - - - - seven").contains("<li>- seven</li>"))
    #expect(note("1. 1. 1. 1. 1. 1. 7. seven").contains("<li>7. seven</li>"))
    #expect(note("1) 1) 1) 1) 1) 1) 7) seven").contains("<li>7) seven</li>"))
  }

  @Test func `nothing nests without bound across lines`() {
    let stairs = (0..<400).map { String(repeating: "  ", count: $0) + "- x" }.joined(separator: "\n")
    #expect(depth(note(stairs), of: "ul") <= 13)
    let tabs = (0..<400).map { String(repeating: "\t", count: $0) + "- x" }.joined(separator: "\n")
    #expect(depth(note(tabs), of: "ul") <= 26)
    #expect(depth(note(String(repeating: ">", count: 4000)), of: "blockquote") <= 6)
    #expect(depth(note(String(repeating: "- ", count: 2000)), of: "ul") <= 6)
  }
}
