import Glibc

/// A screen colour, written as `#rrggbb`.
struct Colour: Equatable {
  /// Red, green and blue, 0–255 each.
  let channels: [Int]

  /// The backgrounds of the pages, as in `style.css`.
  static let paper = Colour(channels: [0xFD, 0xFC, 0xF9])
  static let darkPaper = Colour(channels: [0x14, 0x17, 0x1B])
  /// The minimum contrast of text by WCAG 2.2 (success criterion 1.4.3).
  static let leastContrast = 4.5

  init(channels: [Int]) {
    self.channels = channels
  }

  /// Reads `#rrggbb`; nil for anything else.
  init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    let isHex = digits.allSatisfy { (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, isHex,
      let value = Int(text.dropFirst(), radix: 16)
    else { return nil }
    channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF]
  }

  /// The colour as CSS writes it.
  var text: String {
    "#"
      + channels.map { channel in (channel < 16 ? "0" : "") + String(channel, radix: 16) }.joined()
  }

  /// The contrast ratio of WCAG 2.2, 1–21, of text in this colour on a background: `#0b5077` on `#fdfcf9` has 8.4.
  func contrast(on ground: Colour) -> Double {
    let lighter = max(luminance, ground.luminance)
    let darker = min(luminance, ground.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The closest mixture with another colour that is readable on a background, in steps of a hundredth.
  func readable(on ground: Colour, towards other: Colour) -> Colour {
    for step in 0...100 {
      let mixed = Colour(
        channels: zip(channels, other.channels).map { ($0 * (100 - step) + $1 * step + 50) / 100 })
      if mixed.contrast(on: ground) >= Colour.leastContrast { return mixed }
    }
    return other
  }

  private var luminance: Double {
    let linear = channels.map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
