import Files
import Portfolio
import Publishing
import Site

/// The files that a brand adds to a site: its logo and its colours.
struct BrandFiles {
  /// The brand as pages show it.
  let brand: SiteBrand
  /// The files that the pages refer to.
  let files: [OutputFile]

  /// The maximum size of the logo in bytes: every page shows it.
  static let heaviestLogo = 65_536
  /// How many pixels the logo may have, which a reader's browser unpacks for every page: 4 million, a screen of 2,000
  /// by 2,000.
  static let mostPixels = 4_000_000
  /// The height of a logo on the page, in pixels.
  private static let height = 28

  /// Reads the logo of a brand and writes its colours as a style sheet.
  ///
  /// - Throws: `Refusal` for a logo that is missing, too large, or not a PNG; an SVG may contain scripts.
  init(_ brand: Brand, portfolio: String) throws {
    var files: [OutputFile] = []
    var logo: SiteBrand.Logo?
    if !brand.logo.isEmpty {
      let path = portfolio + "/" + brand.logo
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try OpenFile.toReadAll(path).contents(atMost: Self.heaviestLogo)
      } catch {
        throw Refusal.nothingWritten(
          "the logo '\(brand.logo)' of the brand cannot be read: \(error.reason); name a PNG of at most 64 KiB")
      }
      guard let size = Self.sizeOfPNG(bytes) else {
        throw Refusal.nothingWritten("the logo '\(brand.logo)' is no PNG file; save it as one")
      }
      guard size.width * size.height <= Self.mostPixels, size.width <= 10 * size.height else {
        throw Refusal.nothingWritten(
          "the logo '\(brand.logo)' has \(grouped(size.width)) by \(grouped(size.height)) pixels; at most "
            + "\(grouped(Self.mostPixels)) pixels and ten times as wide as high go on every page")
      }
      files.append(OutputFile(path: "logo.png", bytes: bytes))
      logo = SiteBrand.Logo(width: max(1, size.width * Self.height / size.height), height: Self.height)
    }
    if !brand.darkAccent.isEmpty { files.append(OutputFile(path: "brand.css", bytes: Array(Self.style(brand).utf8))) }
    self.files = files
    self.brand = SiteBrand(
      name: brand.name, footer: brand.footer, logo: logo, hasStyle: !brand.darkAccent.isEmpty)
  }

  /// The style sheet; a reader's own forced colours take precedence.
  private static func style(_ brand: Brand) -> String {
    var style = "@media (forced-colors: none) {\n"
    if !brand.accent.isEmpty { style += ":root { --accent: \(brand.accent); }\n" }
    style += "@media screen and (prefers-color-scheme: dark) { :root { --accent: \(brand.darkAccent); } }\n"
    return style + "}\n"
  }

  /// Width and height of a PNG image; nil for other bytes.
  static func sizeOfPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count > 24, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    func number(at index: Int) -> Int { bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    // The format ends there, and so does what can be multiplied.
    let sides = 1...Int(Int32.max)
    return sides.contains(width) && sides.contains(height) ? (width, height) : nil
  }
}
