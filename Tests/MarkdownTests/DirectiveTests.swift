import Foundation
import Testing

/// The images of a page template that are directives.
@Suite struct DirectiveTests {
  @Test func `a figure alone in its paragraph takes the paragraph's place`() {
    #expect(
      page("before\n\n![](figure:1)\n\nafter", figures: ["<svg>0</svg>", "<svg>1</svg>"])
        == "<p>before</p>\n<svg>1</svg>\n<p>after</p>\n")
  }

  @Test func `a figure among words stays in its line`() {
    #expect(page("up ![](figure:0) today", figures: ["<svg/>"]) == "<p>up <svg/> today</p>\n")
  }

  @Test func `what stands in the brackets of a figure gives way to it`() {
    #expect(
      page("![scores *of* the year](figure:0)\n\n![a [b](c.html)](figure:0) d", figures: ["<svg/>"])
        == "<svg/>\n<p><svg/> d</p>\n")
  }

  @Test func `a figure that was not handed over leaves its text`() {
    #expect(
      page("![gone](figure:3) ![no number](figure:x) ![less](figure:-1)", figures: ["<svg/>"])
        == "<p>gone no number less</p>\n")
  }

  @Test func `marks, second lines and dates that have passed wrap their text`() {
    #expect(
      page("![green](mark:green) ![red \\<](mark:red)")
        == "<p><span class=\"b g\">green</span> <span class=\"b r\">red &lt;</span></p>\n")
    #expect(
      page("![11 *days*](small:) ![6 Nov](due:)")
        == "<p><small>11 <em>days</em></small> <span class=\"due\">6 Nov</span></p>\n")
  }

  @Test func `sections run from one such heading to the next`() {
    #expect(
      page("intro\n\n## ![](section:movers) Movers\n\none\n\n## Plain\n\n## ![](section:risks) Risks\n\ntwo") == """
        <p>intro</p>
        <section id="movers" class="movers">
        <h2>Movers</h2>
        <p>one</p>
        <h2>Plain</h2>
        </section>
        <section id="risks" class="risks">
        <h2>Risks</h2>
        <p>two</p>
        </section>

        """)
  }

  @Test func `a heading can end a section and open none`() {
    #expect(
      page("## ![](section:a) A\n\none\n\n# ![](section:end) B\n\ntwo\n\n## ![](section:c) C") == """
        <section id="a" class="a">
        <h2>A</h2>
        <p>one</p>
        </section>
        <h1>B</h1>
        <p>two</p>
        <section id="c" class="c">
        <h2>C</h2>
        </section>

        """)
    #expect(page("# ![](section:end) B\n\ntwo") == "<h1>B</h1>\n<p>two</p>\n")
  }

  @Test func `an anchor gives its text a plain id`() {
    #expect(page("![2026-W47](anchor:2026-w47)") == "<p><span id=\"2026-w47\">2026-W47</span></p>\n")
    #expect(page("![x](anchor:W\"47)") == "<p>x</p>\n")
  }

  @Test func `a section can have a class besides its name, which stays its anchor`() {
    #expect(page("## ![](section:bands:half) Bands").contains("<section id=\"bands\" class=\"bands half\">"))
  }

  @Test(arguments: ["section:", "section:a:", "section:a:B", "section:A", "section:a\"b", "section:a b", "section:a_b"])
  func `a section needs a plain name`(address: String) {
    #expect(!page("## ![](<\(address)>) Movers").contains("<section"))
  }

  @Test func `a section that stands in no heading is dropped`() {
    #expect(page("a ![](section:movers) b") == "<p>a  b</p>\n")
  }

  @Test func `any other image is left out but for its text`() {
    #expect(page("![cat](https://example.com/cat.png) ![*dog*](dog.svg)") == "<p>cat <em>dog</em></p>\n")
  }

  @Test func `raw HTML is dropped`() {
    #expect(!page("<script>alert(1)</script>\n\na <b onclick=x>b</b>").contains("<b"))
    #expect(!page("<script>alert(1)</script>").contains("script"))
  }
}

/// Tables in the pages' own form.
@Suite struct TableTests {
  @Test func `a table stands in a group named for its heading, with a caption, row headers, classes and scopes`() {
    #expect(
      page("## Accounts & \"more\" `<`\n\n| Name | ARR |\n|---|---:|\n| Acme | 12 |\n") == """
        <h2>Accounts &amp; &quot;more&quot; <code>&lt;</code></h2>
        <div class="scroll" tabindex="0" role="group" aria-label="Accounts &amp; &quot;more&quot; &lt;">
        <table>
        <caption>Accounts &amp; &quot;more&quot; &lt;</caption>
        <thead>
        <tr>
        <th scope="col">Name</th>
        <th scope="col" class="n">ARR</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Acme</th>
        <td class="n">12</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `a cell that names nothing heads no row`() {
    #expect(page("| A | B |\n|---|---|\n| | 2 |").contains("<tr>\n<td></td>\n<td>2</td>"))
  }

  @Test func `each table has the caption of its own heading`() {
    let html = page("## One\n\n| A |\n|---|\n| 1 |\n\n## Two\n\n| B |\n|---|\n| 2 |")
    #expect(html.components(separatedBy: "<caption>").dropFirst().map { $0.prefix(3) } == ["One", "Two"])
  }

  @Test func `a marked paragraph has its class, and text cannot mark one`() {
    #expect(page("![](paragraph:sheets) Sheets 1 2") == "<p class=\"sheets\"> Sheets 1 2</p>\n")
    #expect(!page("<pclass sheets>Sheets").contains("class="))
    #expect(!page("\\<pclass sheets>Sheets").contains("class="))
  }

  @Test func `text cannot be the caption of a table`() {
    #expect(!page("\\<tcaption x>\n\n| A |\n|---|\n| 1 |").contains("<caption>x"))
  }

  @Test func `the name of the group is that of the section's heading`() {
    #expect(page("## ![](section:movers) Movers\n\n| A |\n|---|\n| 1 |").contains("aria-label=\"Movers\""))
  }

  @Test func `a centred column needs no class`() {
    let html = page("| A | B |\n|---|:-:|\n| 1 | 2 |")
    #expect(!html.contains("align") && !html.contains("class=\"cards\""))
    #expect(html.contains("<th scope=\"col\">A</th>\n<th scope=\"col\">B</th>"))
    #expect(html.contains("<th scope=\"row\">1</th>\n<td>2</td>"))
  }

  @Test func `a column aligned to the left makes cards, whose cells carry the heads of their columns`() {
    let html = page(
      "| A | B \"x\" | **C** |\n|---|---:|:---|\n| 1 | 2 | 3 |\n| | | 6 |\n\n| D | E |\n|---|---|\n| 7 | 8 |")
    #expect(html.contains("<table class=\"cards\">\n<caption>"))
    #expect(html.contains("<td class=\"n\" data-l=\"B &quot;x&quot;\">2</td>\n<td class=\"w\" data-l=\"C\">3</td>"))
    #expect(
      html.contains("<td></td>\n<td class=\"n\" data-l=\"B &quot;x&quot;\"></td>\n<td class=\"w\" data-l=\"C\">6</td>"))
    #expect(html.contains("<th scope=\"row\">7</th>\n<td>8</td>"))
  }

  @Test func `cards whose first column is the one aligned have no line of its own but that`() {
    let html = page("| A | B |\n|:---|---|\n| 1 | 2 |")
    #expect(html.contains("<th scope=\"row\">1</th>\n<td data-l=\"B\">2</td>"))
  }

  @Test func `a marked row has its class`() {
    #expect(
      page("| A | B |\n|---|---:|\n| ![](row:sum)All | 2 |").contains(
        "<tr class=\"sum\">\n<th scope=\"row\">All</th>\n<td class=\"n\">2</td>"))
  }

  @Test func `text cannot mark a row`() {
    #expect(
      page("| A |\n|---|\n| <row sum>All |\n| &lt;row sum>All |\n| `<row sum>`All |").contains("class=\"sum\"") == false
    )
  }
}
