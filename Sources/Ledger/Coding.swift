import FoundationEssentials
import Health

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
