import Foundation
import Testing

@testable import Portfolio

@Suite struct BrandTests {
  private func findings(_ brand: String) -> [String] {
    Settings.parse("brand: \(brand)\n", locales: []).findings.map { "\($0)" }
  }

  @Test func `contrast is that of WCAG`() throws {
    let white = Colour(channels: [255, 255, 255])
    #expect(Colour(channels: [0, 0, 0]).contrast(on: white) == 21)
    #expect(white.contrast(on: white) == 1)
    // A grey that is commonly used for tests.
    #expect(abs(try #require(Colour("#767676")).contrast(on: white) - 4.54) < 0.005)
    #expect(abs(try #require(Colour("#0b5077")).contrast(on: .paper) - 8.4) < 0.05)
  }

  @Test func `a colour is written with six digits`() {
    for text in ["", "#", "#fff", "red", "#0b507", "#0b50777", "0b5077", "#+b5077", "#0b 077"] {
      #expect(Colour(text) == nil, "\(text)")
    }
    #expect(Colour("#0B5077")?.text == "#0b5077")
    #expect(Colour("#00000a")?.text == "#00000a")
  }

  @Test func `an accent that cannot be read is refused with its ratio and one that can`() throws {
    let finding = try #require(findings("{accent: \"#ffcc00\"}").first)
    #expect(finding.contains("is '#ffcc00', whose contrast on the light ground #fdfcf9 is 1.4; text needs 4.5"))
    let offered = try #require(Colour(String(finding.suffix(12).prefix(7))))
    #expect(offered.contrast(on: .paper) >= 4.5)
    #expect(findings("{accent_dark: \"#222222\"}").first?.contains("on the dark ground #14171b is 1.1") == true)
    #expect(findings("{accent: crimson}").first?.contains("write a colour such as") == true)
    #expect(findings("{accent: \"#7a1f5c\", accent_dark: \"#e2a3cd\", name: A, footer: B, logo: c.png}") == [])
  }

  @Test func `without a colour of its own the dark ground gets a lighter accent`() throws {
    let brand = Settings.parse("brand: {accent: \"#7a1f5c\"}\n", locales: []).settings.brand
    #expect(brand.accent == "#7a1f5c")
    #expect(try #require(Colour(brand.darkAccent)).contrast(on: .darkPaper) >= 4.5)
  }

  @Test func `the grounds are those of the style`() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let style = try String(contentsOf: repository.appending(path: "templates/style.css"), encoding: .utf8)
    let grounds = style.split(separator: "--paper: ").dropFirst().prefix(2).map { $0.prefix(7) }
    #expect(grounds == [Colour.paper.text[...], Colour.darkPaper.text[...]])
  }
}
