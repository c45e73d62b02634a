import Foundation
import Testing

/// Directives and links in table cells, in which libcmark-gfm allows fewer kinds of node than in paragraphs.
@Suite struct CellTests {
  private func cell(_ markdown: String) -> String {
    let html = page("| A | B |\n|---|---|\n| 1 | \(markdown) |", figures: ["<svg>0</svg>"])
    let start = html.range(of: "<th scope=\"row\">1</th>\n<td>")
    let end = html.range(of: "</td>\n</tr>\n</tbody>")
    guard let start, let end else { return html }
    return String(html[start.upperBound..<end.lowerBound])
  }

  @Test func `marks, second lines and dates wrap their text in a cell too`() {
    #expect(cell("a ![green](mark:green)") == "a <span class=\"b g\">green</span>")
    #expect(cell("a ![11 *days*](small:)") == "a <small>11 <em>days</em></small>")
    #expect(cell("![6 Nov](due:)") == "<span class=\"due\">6 Nov</span>")
  }

  @Test func `a figure stands in a cell`() {
    #expect(cell("![](figure:0)") == "<svg>0</svg>")
  }

  @Test func `refused links and other images leave their text in a cell`() {
    #expect(cell("a [b *c*](javascript:x) d") == "a b <em>c</em> d")
    #expect(cell("a ![b *c*](cat.png) d") == "a b <em>c</em> d")
  }

  @Test func `a directive inside a link keeps the link`() {
    #expect(
      cell("[![green](mark:green) Acme](a.html)") == "<a href=\"a.html\"><span class=\"b g\">green</span> Acme</a>")
  }
}
