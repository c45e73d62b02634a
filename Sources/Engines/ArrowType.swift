import CADBC

/// How the cells of a column are laid out in an Arrow array, by the format of its schema.
///
/// Everything that is not among these is refused: a value that is read in a wrong way is worse than none.
indirect enum ArrowLayout: Equatable, Sendable {
  case nothing
  case boolean
  case signed(bytes: Int)
  case unsigned(bytes: Int)
  case half, float, double
  /// A whole number of so many bytes, divided by a power of ten.
  case decimal(bytes: Int, scale: Int)
  /// Bytes between offsets of so many bytes.
  case text(offset: Int)
  case textView
  /// Days since 1970.
  case days
  /// Milliseconds since 1970, which make whole days.
  case dayMilliseconds
  /// So many to a second since 1970; with a zone they are instants, without one times on a wall.
  case moment(perSecond: Int64, isInstant: Bool)
  /// Positions in a list of values.
  case dictionary(index: ArrowLayout, values: ArrowLayout)

  /// Whether cells are numbers.
  var isNumber: Bool {
    switch self {
    case .signed, .unsigned, .half, .float, .double, .decimal: true
    case .dictionary(_, let values): values.isNumber
    default: false
    }
  }

  /// How many buffers an array of this layout has at least.
  var bufferCount: Int {
    switch self {
    case .nothing: 0
    case .text, .textView: 3
    default: 2
    }
  }

  /// Reads the format of a schema; nil for one that is refused.
  init?(_ format: String) {
    if let plain = Self.plain[format] {
      self = plain
    } else if format.hasPrefix("d:") {
      let parts = format.dropFirst(2).split(separator: ",").map { Int($0) }
      let bits = parts.count > 2 ? parts[2] : 128
      guard parts.count >= 2, let scale = parts[1], let bits, [32, 64, 128, 256].contains(bits), abs(scale) <= 76 else {
        return nil
      }
      self = .decimal(bytes: bits / 8, scale: scale)
    } else if let moment = Self.moments[String(format.prefix(4))] {
      self = .moment(perSecond: moment, isInstant: format.utf8.count > 4)
    } else {
      return nil
    }
  }

  private static let plain: [String: ArrowLayout] = [
    "n": .nothing, "b": .boolean, "c": .signed(bytes: 1), "C": .unsigned(bytes: 1), "s": .signed(bytes: 2),
    "S": .unsigned(bytes: 2), "i": .signed(bytes: 4), "I": .unsigned(bytes: 4), "l": .signed(bytes: 8),
    "L": .unsigned(bytes: 8), "e": .half, "f": .float, "g": .double, "u": .text(offset: 4), "U": .text(offset: 8),
    "vu": .textView, "tdD": .days, "tdm": .dayMilliseconds,
  ]
  private static let moments: [String: Int64] = ["tss:": 1, "tsm:": 1_000, "tsu:": 1_000_000, "tsn:": 1_000_000_000]
}

/// A column of a result: its name and how its cells are read.
struct ArrowColumn {
  let name: String
  let layout: ArrowLayout
  let isNumber: Bool

  /// Reads the schema of a column; refuses one of a type that no cell of a table has.
  init(_ schema: ArrowSchema) throws(EngineProblem) {
    name = unsafe schema.name.map { unsafe String(cString: $0) } ?? ""
    let format = unsafe schema.format.map { unsafe String(cString: $0) } ?? ""
    let metadata = unsafe Self.metadata(schema.metadata)
    let kind = metadata["ARROW:extension:name"]
    let typeName =
      metadata["ADBC:postgresql:typname"] ?? kind.flatMap { Self.name(of: $0, metadata["ARROW:extension:metadata"]) }
    let refusal = Self.refusal(name, type: typeName ?? Self.words(format))
    guard var layout = ArrowLayout(format) else { throw refusal }
    if let kind, !["arrow.opaque", "arrow.json"].contains(kind) { throw refusal }
    let isText = [.text(offset: 4), .text(offset: 8), .textView].contains(layout)
    if kind != nil, !isText { throw refusal }
    if let dictionary = unsafe schema.dictionary {
      let values = try unsafe ArrowColumn(dictionary.pointee)
      switch layout {
      case .signed, .unsigned: layout = .dictionary(index: layout, values: values.layout)
      default: throw refusal
      }
    }
    self.layout = layout
    isNumber =
      layout.isNumber || isText && kind == "arrow.opaque" && Self.numeric.contains(typeName?.lowercased() ?? "")
  }

  /// Why a column of a type is not read.
  static func refusal(_ name: String, type: String) -> EngineProblem {
    EngineProblem(
      "the column '\(name)' is of type \(type), which is no cell of a table; cast it in the query to a text, a number or a day",
      isOfSettings: true)
  }

  /// Types of numbers of more digits than Arrow has, which come as texts.
  private static let numeric: Set<String> = ["numeric", "decimal"]

  /// The pairs of a schema's metadata: a count, and names and values with their lengths, as numbers of this machine.
  private static func metadata(_ bytes: UnsafePointer<CChar>?) -> [String: String] {
    guard let bytes = unsafe bytes else { return [:] }
    var next = unsafe UnsafeRawPointer(bytes)
    func number() -> Int {
      defer { unsafe next += 4 }
      return unsafe Int(next.loadUnaligned(as: Int32.self))
    }
    func text() -> String {
      let count = max(number(), 0)
      defer { unsafe next += count }
      return unsafe String(decoding: UnsafeRawBufferPointer(start: next, count: count), as: UTF8.self)
    }
    var pairs: [String: String] = [:]
    for _ in 0..<max(number(), 0) {
      let key = text()
      pairs[key] = text()
    }
    return pairs
  }

  /// The name that the engine has for a type which Arrow has not.
  private static func name(of kind: String, _ metadata: String?) -> String {
    guard kind == "arrow.opaque", let match = metadata?.firstMatch(of: /"type_name"\s*:\s*"([^"]*)"/) else {
      return kind
    }
    return String(match.output.1)
  }

  private static func words(_ format: String) -> String {
    let known = [
      ("z", "binary"), ("Z", "binary"), ("vz", "binary"), ("w:", "binary"), ("tt", "time of day"), ("tD", "duration"),
      ("ti", "interval"), ("+s", "struct"), ("+m", "map"), ("+u", "union"), ("+r", "runs"), ("+", "list"),
    ]
    return known.first { format.hasPrefix($0.0) }?.1 ?? "'\(format)'"
  }
}
