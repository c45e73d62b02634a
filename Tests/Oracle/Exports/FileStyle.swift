import CZlib
import Foundation
import SeededRandom

/// How a program writes a text file.
struct FileStyle {
  let delimiter: String
  let quotesAll: Bool
  let lineBreak: String
  let encoding: FileEncoding
  let isPacked: Bool
  /// Whether the first line says what stands between cells.
  let declaresDelimiter: Bool
  /// The lines before the one that names the columns.
  let preamble: [[String]]
  /// Whether the settings say which line names the columns.
  let saysHeader: Bool
  let saysDelimiter: Bool

  init(with random: inout SplitMix64) {
    delimiter = random.pick([",", ",", ";", "\t", "|"])
    quotesAll = random.chance(25)
    lineBreak = random.pick(["\n", "\n", "\r\n", "\r"])
    encoding = random.pick(FileEncoding.allCases)
    isPacked = random.chance(20)
    declaresDelimiter = random.chance(15)
    let lines = [
      ["Accounts by owner"], ["Filtered by", "all, but; prospects|tests"], ["As of 16 Nov", "", "", "Kim"], [""],
      ["Exported, by Kim; at 9:00"],
    ]
    preamble = random.chance(30) ? (0..<random.int(1...5)).map { _ in random.pick(lines) } : []
    saysHeader = random.chance(30)
    saysDelimiter = random.chance(30)
  }

  /// The settings that say how a file with some text is written.
  func settings(_ text: String, isQueried: Bool) -> [String] {
    var settings: [String] = []
    let saysHeader = saysHeader || isQueried && !preamble.isEmpty
    // Without it, what stands between cells is found in the first line, whatever line names the columns.
    if saysDelimiter || saysHeader && !preamble.isEmpty {
      settings.append("delimiter: " + (delimiter == "\t" ? "tab" : "\"\(delimiter)\""))
    }
    if saysHeader { settings.append("header: \(1 + (declaresDelimiter ? 1 : 0) + preamble.count)") }
    if encoding.encode(text) != nil, let name = encoding.name { settings.append("encoding: \(name)") }
    return settings
  }

  /// The text of a file: its header and its rows, each with its cells, and lines that are put in as they are.
  func text(_ lines: [[String]], with random: inout SplitMix64) -> String {
    var text = declaresDelimiter ? "sep=\(delimiter)" + lineBreak : ""
    for line in preamble + lines { text += self.line(line, with: &random) + lineBreak }
    return text
  }

  private func line(_ cells: [String], with random: inout SplitMix64) -> String {
    cells.map { cell -> String in
      let isSpecial =
        cell.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) } || cell.contains(delimiter)
      // A quote behind a blank is one of the text, so that it needs quotes as well.
      guard isSpecial || quotesAll || random.chance(3) else { return cell }
      let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
      return random.chance(2) ? " " + quoted + " " : quoted
    }.joined(separator: delimiter)
  }

  /// The bytes of a file.
  func bytes(_ text: String) -> [UInt8] {
    let bytes = encoding.encode(text) ?? Array(text.utf8)
    return isPacked ? packed(bytes) : bytes
  }
}

/// How letters are bytes.
enum FileEncoding: CaseIterable {
  case utf8, marked, littleEndian, bigEndian, unmarked, windows1252, iso88591, iso885915, macintosh

  /// The name in the settings; nil where the file shows it.
  var name: String? {
    switch self {
    case .utf8, .marked, .littleEndian, .bigEndian: nil
    case .unmarked: "utf-16"
    case .windows1252: "windows-1252"
    case .iso88591: "iso-8859-1"
    case .iso885915: "iso-8859-15"
    case .macintosh: "macintosh"
    }
  }

  /// Nil where the encoding does not have all letters of the text.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .marked: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .littleEndian: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .unmarked: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .bigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default:
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = scalar.value < 0x80 ? UInt8(scalar.value) : Self.bytes[self]?[scalar] else { return nil }
        bytes.append(byte)
      }
      return bytes
    }
  }

  /// The byte of each letter beyond ASCII.
  private static let bytes: [FileEncoding: [Unicode.Scalar: UInt8]] = {
    func table(_ text: String, from first: Int) -> [Unicode.Scalar: UInt8] {
      Dictionary(
        text.unicodeScalars.enumerated().map { ($0.element, UInt8(first + $0.offset)) },
        uniquingKeysWith: { first, _ in first })
    }
    let latin = Dictionary(uniqueKeysWithValues: (UInt8(0xA0)...0xFF).map { (Unicode.Scalar($0), $0) })
    // What has no letter in Windows-1252 is a letter of nobody's here.
    let windows = table("€\u{1}‚ƒ„…†‡ˆ‰Š‹Œ\u{1}Ž\u{1}\u{1}‘’“”•–—˜™š›œ\u{1}žŸ", from: 0x80)
    var latin9 = latin
    let changed: [UInt8] = [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE]
    for (byte, letter) in zip(changed, "€ŠšŽžŒœŸ".unicodeScalars) {
      latin9[Unicode.Scalar(byte)] = nil
      latin9[letter] = byte
    }
    let letters = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…"
    let mac = letters + "\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
    return [
      .windows1252: latin.merging(windows) { first, _ in first }, .iso88591: latin, .iso885915: latin9,
      .macintosh: table(mac, from: 0x80),
    ]
  }()
}

/// The bytes as gzip files hold them.
private func packed(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  // 31 asks for the head and the end of a gzip file around 15 bits of window.
  guard
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
  else { return bytes }
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let left = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.avail_out) : 0
    }
  }
  return Array(output.dropLast(left))
}
