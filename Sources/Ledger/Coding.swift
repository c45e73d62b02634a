import FoundationEssentials
import Health
import Review

/// Encodes numbers as the bytes of 64-bit floats, least significant first; nil is written as not a number.
func bytes(_ values: [Double?]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(8 * values.count)
  for value in values {
    withUnsafeBytes(of: (value ?? .nan).bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
  return bytes
}

/// Decodes the numbers that ``bytes(_:)`` encoded.
func numbers(_ bytes: [UInt8]) -> [Double?] {
  stride(from: 0, to: bytes.count - 7, by: 8).map { start in
    let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    let value = Double(bitPattern: bits)
    return value.isNaN ? nil : value
  }
}

/// Days as the bytes of 32-bit numbers, the least significant first; nil is written as the least number.
func bytes(_ days: [Day?]) -> [UInt8] {
  days.flatMap { day in
    let bits = UInt32(bitPattern: day?.number ?? .min)
    return (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }
}

/// The days that ``bytes(_:)-(_)`` wrote.
func days(_ bytes: [UInt8]) -> [Day?] {
  stride(from: 0, to: bytes.count - 3, by: 4).map { start in
    let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    let number = Int32(bitPattern: bits)
    return number == .min ? nil : Day(number: number)
  }
}

extension FeedName {
  /// As a ledger names it: whether it is a table or a measure, and its name.
  var recorded: (kind: String, name: String) {
    switch self {
    case .table(let table): ("table", table.rawValue)
    case .measure(let name): ("measure", name)
    }
  }

  /// What a ledger names; nil for what this version does not know.
  init?(kind: String, name: String) {
    switch kind {
    case "measure": self = .measure(name)
    case "table":
      guard let table = Table(rawValue: name) else { return nil }
      self = .table(table)
    default: return nil
    }
  }
}

/// The weights and edges of the active models, as JSON.
struct ModelRecord: Codable {
  struct Dimension: Codable {
    struct Measure: Codable {
      let key: String
      let weight: Double
    }

    let id: String
    let weight: Double
    let measures: [Measure]
  }

  let id: String
  let green: Int
  let yellow: Int
  let dimensions: [Dimension]

  static func json(_ models: Models) throws -> String {
    let records = models.all.map { model in
      ModelRecord(
        id: model.id, green: model.bands.green, yellow: model.bands.yellow,
        dimensions: model.dimensions.map { dimension in
          Dimension(
            id: dimension.id, weight: dimension.weight,
            measures: dimension.measures.map { Dimension.Measure(key: $0.key, weight: $0.weight) })
        })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(records), as: UTF8.self)
  }

  static func all(_ json: String) throws -> [ModelRecord] {
    try JSONDecoder().decode([ModelRecord].self, from: Data(json.utf8))
  }

  /// The parts of a recorded score, by the dimensions of this model.
  func parts(_ scores: [Double?]) -> ScoreParts {
    ScoreParts(zip(dimensions, scores).map { ScoreParts.Part(id: $0.id, weight: $0.weight, score: $1) })
  }
}
