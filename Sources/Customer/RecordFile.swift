import FoundationEssentials

/// A JSON file with one record per line, after `{"format":1,"customers":[` and before `]}`, so that a digest can be
/// taken of the bytes of each line.
public enum RecordFile {
  /// A record in its only spelling, on one line without a line break.
  ///
  /// - Parameter record: consists of texts, numbers and days, so that encoding cannot fail.
  public static func line(_ record: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(record)).map { Array($0) } ?? []
  }

  /// The file of these lines.
  ///
  /// - Parameter name: the key of its records.
  public static func bytes(_ name: String, _ lines: [[UInt8]]) -> [UInt8] {
    let rows = lines.isEmpty ? [] : lines.joined(separator: Array(",\n".utf8)) + [0x0A]
    return Array("{\"format\":1,\"\(name)\":[\n".utf8) + rows + Array("]}\n".utf8)
  }

  /// The lines of such a file, one record each.
  public static func lines(of file: [UInt8]) -> [[UInt8]] {
    file.split(separator: UInt8(ascii: "\n")).dropFirst().dropLast().map { line in
      Array(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
    }
  }

  /// Reads one line.
  ///
  /// - Throws: Foundation's error for JSON that is not such a record.
  public static func record<Record: Decodable>(_ type: Record.Type, reading line: [UInt8]) throws -> Record {
    try JSONDecoder().decode(type, from: Data(line))
  }
}
