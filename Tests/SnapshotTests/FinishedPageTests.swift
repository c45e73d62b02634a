import Testing

@testable import Snapshot

@Suite struct FinishedPageTests {
  private func faults(_ html: String) -> [PageFault] { PageParts(Array(html.utf8)).faults }

  private func page(head: String = "", style: String = "", body: String) -> String {
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>T &amp; t</title>\(head)<style>\(style)</style>"
      + "</head><body>\(body)</body></html>\n"
  }

  @Test func `text, attributes, comments and styles of a page are told apart, and references decoded`() {
    let parts = PageParts(
      Array(
        page(style: ".d{}", body: "<p title=\"a&amp;b\">Ac<b>m</b>e &#x43;o<br>d</p><!-- c --><p>e</p>").utf8))
    #expect(parts.blocks.map(\.text) == ["T & t", "Acme Co", "d", "e"])
    #expect(parts.blocks[1].spacedText == "Ac m e Co")
    #expect(parts.attributes.contains("a&b\n"))
    #expect(parts.comments.contains("<!-- c ") && parts.style == ".d{}")
  }

  @Test func `a paragraph knows the part of the document that it stands in`() {
    let parts = PageParts(
      Array(
        page(body: "<h1>A</h1><section class=\"plan\"><h2>B</h2><p>C</p></section><section class=\"x\">D</section>")
          .utf8
      ))
    #expect(parts.blocks.map(\.section) == [nil, nil, "plan", "plan", nil])
  }

  @Test(arguments: ["en", "fr"])
  func `what comes with Vigie holds nothing that could load or run`(language: String) async throws {
    let portfolio = await CanaryPortfolio(seed: 3, accounts: 24, models: try CanaryPortfolio.smallModels())
    let press = try Press(language)
    for account in 0..<24 {
      let html = press.html(portfolio.facts(of: account, language: language))
      #expect(FinishedPage(html, builtInStyle: []).faults == [])
    }
  }

  @Test(arguments: [
    "<p>An <a href=\"https://example.org/a?b=1&amp;c=2\">address</a>, <a href=\"mailto:a@b.example\">mail</a></p>",
    "<svg viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"x\"><title>t</title><path d=\"M1 2\" fill=\"#123\"/></svg>",
    "<table><tbody><tr><td colspan=\"2\">a<br />b</td></tr></tbody></table>", "<p>Caf&eacute; &lt;b&gt; 5 &gt; 4</p>",
    "<p class='x'>say \"url(\" and @import and <code>onload=</code></p>",
  ])
  func `an ordinary page passes`(body: String) {
    #expect(faults(page(style: "p{color:var(--x)} @media print{a::after{content:\" (\"}}", body: body)) == [])
  }

  @Test(arguments: [
    "<script>x</script>", "<SCRIPT src=x></SCRIPT>", "<p onclick=\"x\">a</p>", "<p OnClick='x'>a</p>",
    "<svg onload=\"x\"></svg>", "<img src=\"https://a.example/x.png\">", "<img src=\"data:image/png;base64,AA\">",
    "<a href=\"data:text/html,x\">a</a>", "<a href=\"javascript:x\">a</a>", "<a href=\"java&#10;script:x\">a</a>",
    "<a href=\"//a.example\">a</a>", "<a href=\"x.html\">a</a>", "<a href=\" https://a.example\">a</a>",
    "<a href=\"https://a.example\" ping=\"https://b.example\">a</a>", "<iframe src=\"x\"></iframe>",
    "<link rel=\"stylesheet\" href=\"x.css\">", "<base href=\"https://a.example\">", "<object data=\"x\"></object>",
    "<form action=\"x\"></form>", "<p style=\"background:url(x)\">a</p>", "<body background=\"x\">",
    "<embed src=\"x\">",
    "<svg><use href=\"https://a.example/x.svg#a\"/></svg>", "<svg><image href=\"x\"/></svg>",
    "<svg><path fill=\"url(https://a.example/x#a)\"/></svg>", "<svg><path fill=\"\\75rl(x)\"/></svg>",
    "<svg><style>@import 'x'</style></svg>", "<svg><foreignObject></foreignObject></svg>", "<svg><p>a</p></svg>",
    "<svg><a xlink:href=\"x\">a</a></svg>", "<math></math>", "<style>p{}</style>", "<template></template>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://a.example\">", "<!-- a -->",
    "<!--[if mso]><p>a</p><![endif]-->",
    "<![CDATA[<script>]]>", "<?xml-stylesheet href=\"x\"?>", "<p title=a>b</p>", "<p>a < b</p>", "<p>a", "a</p>",
    "<p title=\"a\" title=\"b\">c</p>", "<p>AT&T</p>", "<p>&unknown;</p>", "<noscript><img src=x></noscript>",
    "<title></title><script>x</script>", "<div/>", "<video poster=\"x\"></video>", "<td background=\"x\">a</td>",
    "<xmp><script></xmp>", "<plaintext>", "<textarea><script></textarea>",
  ])
  func `whatever could load, run or hide something is refused`(body: String) {
    #expect(!faults(page(body: body)).isEmpty)
  }

  @Test(arguments: [
    "@import \"x.css\"", "@IMPORT url(x)", "p{background:url(x)}", "p{background:URL( \"x\" )}",
    "p{background:\\75rl(x)}", "p{background:u\\72l(x)}", "@\\69mport \"x\"", "@font-face{src:url(x)}",
    "@font-face{font-family:x}", "p{background:image-set(\"x\" 1x)}", "p{background:-webkit-image-set(\"x\" 1x)}",
    "p{width:expression(alert(1))}", "@namespace \"x\"", "p{content:\"a\nb\"}", "/* a */@import/* b */'x'",
    "p{background:cross-fade(\"x\",\"y\")}", "p{mask:src(\"x\")}",
  ])
  func `a style that could load something is refused`(style: String) {
    #expect(!faults(page(style: style, body: "<p>a</p>")).isEmpty)
  }

  @Test(arguments: [
    "p{margin:calc(1px + 2px)}", "/* url(x) @import */ p{}", "li::before{content:\"→ \" counter(item) \". \"}",
    "ol{counter-reset:item} li{counter-increment:item}", ":root{--a:\"Noto Serif\",serif} p{font-family:var(--a)}",
    "q{quotes:\"«\" \"»\"} ul{list-style:\"– \" inside}", "p{unicode-bidi:isolate;letter-spacing:-.02em}",
    "@media screen{p{display:block}}", "[lang=\"fr\"] p{border-top:1px solid;background:linear-gradient(#fff,#eee)}",
    "@page{size:A4;@bottom-right{content:counter(page)}}", "li:not(:first-child){color:rgb(1 2 3)}",
    "@media (max-width: 36rem) and (color){p{}}",
  ])
  func `an ordinary style passes`(style: String) {
    #expect(faults(page(style: style, body: "<p>a</p>")) == [])
  }

  @Test(arguments: [
    ("p::after{content:\"Altmoor\"}", "'content' in a style, with a text"),
    ("p::after{content:\"8\" \"8\" \"4\"}", "'content' in a style, with a text"),
    ("p::after{content:\"\\41 \"}", "'content' in a style, with a text"),
    ("p::after{content:\"Ⓐ\"}", "'content' in a style, with a text"),
    ("p::after{content:\"\u{202E}\"}", "'content' in a style, with a text"),
    ("p::after{content:attr(title)}", "a function in a style"),
    ("p{--x:\"Altmoor\"} p::after{content:var(--x)}", "'content' in a style, with a function"),
    ("p{list-style-type:\"Altmoor\"}", "in a style, with a text"),
    ("p{list-style:var(--x)}", "in a style, with a function"), ("q{quotes:\"Altmoor\" \"x\"}", "'quotes' in a style"),
    ("p{counter-reset:x 884}", "'counter-reset' in a style, with a number"),
    ("p{behavior:none}", "'behavior' in a style, which is none of those"),
    ("p{-moz-binding:none}", "'-moz-binding' in a style"),
    ("p{filter:progid:DXImageTransform.Microsoft.Alpha(opacity=0)}", "'filter' in a style"),
    ("main{display:none}", "'display' in a style, which hides"), ("main{display:var(--x)}", "'display' in a style"),
    ("main{visibility:hidden}", "'visibility' in a style"), ("main{opacity:0}", "'opacity' in a style"),
    ("p{direction:rtl}", "'direction' in a style"), ("p{unicode-bidi:bidi-override}", "'unicode-bidi' in a style"),
    ("p{flex-direction:row-reverse}", "in another order"), ("p{letter-spacing:-2em}", "in another order"),
    ("p{order:2}", "'order' in a style"), ("p{transform:scaleX(-1)}", "'transform' in a style"),
    ("p{altmoor:1}", "a property in a style"), ("p{color}", "neither a rule nor a declaration"),
    ("p{color:rgb(;} p{content:\"x\"})}", "a bracket that is not closed"),
    ("p{--x:{content:\"x\"}}", "neither a rule nor a declaration"), ("@counter-style a{symbols:\"A\"}", "an @-rule"),
    ("@media print{main{display:none}}", "'display' in a style"), ("p{color:red;content:\"a\"", "'content' in a style"),
  ])
  func `a style that adds texts, turns them round or hides them is refused`(style: String, message: String) {
    let messages = faults(page(style: "p{}\n\(style)", body: "<p>a</p>")).map(\.description)
    #expect(messages.contains { $0.hasPrefix("line 3 of the page: ") && $0.contains(message) }, "\(messages)")
    #expect(!messages.joined().lowercased().contains("altmoor"))
  }

  @Test(arguments: [
    "<p>a&#x202E;b</p>", "<p>a&rlm;b</p>", "<p>a\u{202E}b</p>", "<p>a\u{2066}b\u{2069}</p>",
    "<p title=\"a&#8235;\">b</p>",
    "<p>a\u{61C}b</p>", "<p>&lrm;b</p>", "<bdo>a</bdo>", "<p dir=\"rtl\">a</p>", "<bdi dir=\"rtl\">a</bdi>",
  ])
  func `a page whose text could run backwards is refused`(body: String) {
    #expect(!faults(page(body: body)).isEmpty)
  }

  @Test(arguments: ["<p>\u{5E9}\u{5DC}\u{5D5}\u{5DD} Acme</p>", "<bdi>a</bdi>", "<p>–\u{200B}\u{2060} «a»</p>"])
  func `letters of scripts that run from right to left pass`(body: String) {
    #expect(faults(page(body: body)) == [])
  }

  @Test func `a fault names its line and HTML's own words, never what stands in the file`() {
    let faults = faults(page(body: "\n<script>x</script>\n<altmoor stahl=\"1\">x</altmoor>"))
    let text = faults.map(\.description).joined(separator: "\n")
    #expect(text.contains("line 3 of the page: <script>, which no customer's document may hold"))
    #expect(!text.contains("altmoor") && !text.contains("stahl"))
  }

  @Test func `the style that comes with Vigie, the fingerprint and the digest are not searched`() throws {
    let press = try Press("en")
    let page = FinishedPage(press.html(CustomerDocumentTests.small), builtInStyle: press.style)
    let text = page.passages.map(\.text).joined()
    let fingerprint = try #require(page.fingerprint)
    #expect(!text.contains(fingerprint) && !text.contains("Bitstream Charter"))
    #expect(!page.passages.map(\.name).contains("style"))
    #expect(
      FinishedPage(press.html(CustomerDocumentTests.small), builtInStyle: []).passages.map(\.name).contains("style"))
  }

  @Test func `texts of a PDF are found in all their spellings, and streams left out`() {
    let pdf = "<</Title (Acme \\(Ltd\\) \\101)>> <FEFF00C9007400E9> stream (no) endstream <</Alt (Bar)>>"
    #expect(textsOutsideStreams(ofPDF: Array(pdf.utf8)) == "Acme (Ltd) A\nÉté\nBar")
  }

  @Test func `a PDF gets the day of its document`() {
    let pdf = datingPDF(Array("/CreationDate (D:20261124153858+00'00')".utf8), on: "2026-11-16")
    #expect(String(decoding: pdf, as: UTF8.self) == "/CreationDate (D:20261116000000+00'00')")
  }
}
