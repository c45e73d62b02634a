/// A value of a TOML file, as far as driver manifests and connection profiles have such.
enum TOMLValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case number(Double)
  case boolean(Bool)
  /// A list, a day or an inline table, which nobody reads.
  case other

  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// Where a text is no TOML.
struct TOMLFault: Error {
  let line: Int
  let words: String
}

/// Reads the part of TOML 1.0 that driver manifests and connection profiles use.
///
/// The values are by their path, `Driver.shared.linux_amd64`. Options have dots in their names, so that it makes no
/// difference whether a name is in quotes.
struct TOMLReader {
  private let text: [Unicode.Scalar]
  private var position = 0
  private var table = ""
  private var values: [String: TOMLValue] = [:]

  /// Reads a text; `a.b = "c"` under `[t]` is `["t.a.b": .text("c")]`.
  static func values(_ text: String) throws(TOMLFault) -> [String: TOMLValue] {
    var reader = TOMLReader(text: Array(text.unicodeScalars))
    try reader.read()
    return reader.values
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

  private func fault(_ words: String) -> TOMLFault {
    TOMLFault(line: text[..<min(position, text.count)].count { $0 == "\n" } + 1, words: words)
  }

  private mutating func read() throws(TOMLFault) {
    while true {
      skip { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      guard let scalar = next else { return }
      if scalar == "#" {
        skip { $0 != "\n" }
        continue
      }
      if scalar == "[" {
        let brackets = text[position...].starts(with: ["[", "["]) ? 2 : 1
        position += brackets
        table = try key()
        for _ in 0..<brackets { try expect("]") }
      } else {
        let name = try key()
        try expect("=")
        let path = table.isEmpty ? name : table + "." + name
        guard values.updateValue(try value(), forKey: path) == nil else { throw fault("'\(path)' stands twice") }
      }
      skip { $0 == " " || $0 == "\t" || $0 == "\r" }
      if next == "#" { skip { $0 != "\n" } }
      guard next == nil || next == "\n" else { throw fault("something follows the value") }
    }
  }

  private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
    while let scalar = next, isSkipped(scalar) { position += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(TOMLFault) {
    skip { $0 == " " || $0 == "\t" }
    guard next == scalar else { throw fault("'\(scalar)' is missing") }
    position += 1
  }

  private mutating func key() throws(TOMLFault) -> String {
    var parts: [String] = []
    repeat {
      if !parts.isEmpty { position += 1 }
      skip { $0 == " " || $0 == "\t" }
      if next == "\"" || next == "'" {
        parts.append(try quoted())
      } else {
        let start = position
        skip { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }
        guard position > start else { throw fault("a key is missing") }
        parts.append(String(String.UnicodeScalarView(text[start..<position])))
      }
      skip { $0 == " " || $0 == "\t" }
    } while next == "."
    return parts.joined(separator: ".")
  }

  private mutating func value() throws(TOMLFault) -> TOMLValue {
    skip { $0 == " " || $0 == "\t" }
    switch next {
    case "\"", "'": return .text(try quoted())
    case "[", "{":
      try skipBrackets()
      return .other
    default:
      let start = position
      skip { !["#", "\n", "\r", ",", "]", "}"].contains($0) }
      let word = String(String.UnicodeScalarView(text[start..<position])).trimmingBlanks
      guard !word.isEmpty else { throw fault("a value is missing") }
      if word == "true" || word == "false" { return .boolean(word == "true") }
      let plain = word.filter { $0 != "_" }
      if let integer = Int64(plain) { return .integer(integer) }
      if let number = Double(plain) { return .number(number) }
      guard word.first?.isNumber ?? false else { throw fault("'\(word)' needs quotes") }
      return .other
    }
  }

  private mutating func skipBrackets() throws(TOMLFault) {
    var depth = 0
    repeat {
      switch next {
      case nil: throw fault("a bracket is never closed")
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      case "#": skip { $0 != "\n" }
      case "\"", "'":
        _ = try quoted()
        continue
      default: break
      }
      position += 1
    } while depth > 0
  }

  private mutating func quoted() throws(TOMLFault) -> String {
    guard let quote = next else { return "" }
    let isLong = text[position...].starts(with: [quote, quote, quote])
    let end = [Unicode.Scalar](repeating: quote, count: isLong ? 3 : 1)
    position += end.count
    if isLong, next == "\n" { position += 1 }
    var string = String.UnicodeScalarView()
    while !text[position...].starts(with: end) {
      guard let scalar = next, isLong || scalar != "\n" else { throw fault("a text is never closed") }
      position += 1
      if scalar == "\\", quote == "\"" {
        if let escaped = try escaped() { string.append(escaped) }
      } else {
        string.append(scalar)
      }
    }
    position += end.count
    return String(string)
  }

  private mutating func escaped() throws(TOMLFault) -> Unicode.Scalar? {
    guard let sign = next else { throw fault("a text is never closed") }
    position += 1
    switch sign {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "\"", "\\": return sign
    case "\n":
      skip { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      return nil
    case "u", "U":
      let digits = text[position...].prefix(sign == "u" ? 4 : 8)
      let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
      guard let scalar = code.flatMap(Unicode.Scalar.init) else {
        throw fault("'\\\(sign)' needs the digits of a character")
      }
      position += digits.count
      return scalar
    default: throw fault("'\\\(sign)' means nothing in a text")
    }
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
