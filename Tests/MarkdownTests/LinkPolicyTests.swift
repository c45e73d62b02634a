import Testing

/// The addresses that links may have.
@Suite struct LinkPolicyTests {
  static let hostile = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&#58;alert(1)", "javascript&colon;alert(1)",
    "&#106;avascript:x",
    "data:text/html,x", "vbscript:x", "ms-word:ofe|u|https://example.com/x", "file:///etc/passwd", "//example.com",
    "\\\\example.com",
    "/\\example.com", "tel:1", "x:y", ":x", "\u{1}javascript:x", "<java\tscript:x>", "< javascript:x>", "<https://a b>",
    "java&#10;script:x", "&#1;javascript:x", "javascript&#0;:x", "&#x2F;/example.com", "http\u{212A}s:x", "\u{17F}ms:x",
  ]

  @Test(arguments: hostile) func `no text leads anywhere else`(address: String) {
    for html in [page("[x](\(address))"), note("[x](\(address))"), page("<\(address)>"), note("<\(address)>")] {
      #expect(!html.contains("href"), "\(html)")
    }
    #expect(!page("[x]\n\n[x]: \(address)").contains("href"))
    #expect(!note("[x]\n\n[x]: \(address)").contains("href"))
  }

  @Test(arguments: [
    "https://example.com/a?b=c:d#e", "http://example.com", "mailto:a@example.com", "HTTPS://EXAMPLE.COM",
  ])
  func `the web and mail are open to pages and notes`(address: String) {
    #expect(page("[x](\(address))") == "<p><a href=\"\(address)\">x</a></p>\n")
    #expect(note("[x](\(address))") == "<p><a href=\"\(address)\">x</a></p>\n")
  }

  @Test(arguments: ["accounts/acme.html", "../index.html", "#movers", "a/b:c.html", "?q=a:b", "index.html#a:b"])
  func `pages of the site may be named in pages and not in notes`(address: String) {
    #expect(page("[x](\(address))") == "<p><a href=\"\(address)\">x</a></p>\n")
    #expect(note("[x](\(address))") == "<p>x</p>\n")
  }

  @Test func `a link that is refused leaves its text, with the markup in it`() {
    #expect(page("[a *b* ![c](d)](javascript:x)") == "<p>a <em>b</em> c</p>\n")
    #expect(
      note("![a [b](javascript:x) [c](https://example.com)](d.png)")
        == "<p>a b <a href=\"https://example.com\">c</a></p>\n")
  }

  @Test func `a bare address is no link`() {
    #expect(
      page("https://example.com www.example.com a@example.com")
        == "<p>https://example.com www.example.com a@example.com</p>\n")
    #expect(note("https://example.com www.example.com") == "<p>https://example.com www.example.com</p>\n")
  }
}
