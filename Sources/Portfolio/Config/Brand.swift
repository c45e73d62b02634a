import Findings
import YAML

/// The brand shown on every page, as set under `brand` in `vigie.yml`.
public struct Brand: Sendable {
  /// The organisation's name, placed before the title of every page; empty for none.
  public var name = ""
  /// The path of a PNG file, relative to the portfolio's folder, shown at the head of every page; empty for none.
  public var logo = ""
  /// The colour of links and findings on the light background, as `#rrggbb`; empty for Vigie's own.
  public var accent = ""
  /// The colour of links and findings on the dark background, as `#rrggbb`; empty for Vigie's own.
  public var darkAccent = ""
  /// A sentence at the foot of every page; empty for none.
  public var footer = ""
}

extension YAMLReader {
  /// Reads `brand`, with a finding for every accent colour that is unreadable on its background.
  mutating func brand(_ node: Node) -> Brand {
    let fields = fields(node, of: "the brand", known: ["name", "logo", "accent", "accent_dark", "footer"])
    var brand = Brand()
    brand.name = text(fields["name"], "name") ?? ""
    brand.logo = text(fields["logo"], "logo") ?? ""
    brand.footer = text(fields["footer"], "footer") ?? ""
    let white = Colour(channels: [255, 255, 255])
    let black = Colour(channels: [0, 0, 0])
    if let accent = accent(fields["accent"], "accent", on: .paper, named: "light", towards: black) {
      brand.accent = accent.text
      // No single colour is readable on both backgrounds; unless one is set, the dark one is a lightened accent.
      brand.darkAccent = accent.readable(on: .darkPaper, towards: white).text
    }
    if let accent = accent(fields["accent_dark"], "accent_dark", on: .darkPaper, named: "dark", towards: white) {
      brand.darkAccent = accent.text
    }
    return brand
  }

  private mutating func accent(
    _ node: Node?, _ key: String, on ground: Colour, named name: String, towards other: Colour
  ) -> Colour? {
    guard let node, let written = text(node, key) else { return nil }
    guard let colour = Colour(written) else {
      fail(node, "\(key) is '\(written)'; write a colour such as \"#0b5077\"")
      return nil
    }
    let contrast = colour.contrast(on: ground)
    guard contrast >= Colour.leastContrast else {
      let ratio = Double(Int(contrast * 10)) / 10
      let nearest = colour.readable(on: ground, towards: other).text
      fail(
        node,
        "\(key) is '\(written)', whose contrast on the \(name) ground \(ground.text) is \(ratio); text needs 4.5, "
          + "such as \"\(nearest)\" has")
      return nil
    }
    return colour
  }
}
