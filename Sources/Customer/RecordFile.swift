import FoundationEssentials

/// A JSON file with one record a line, `{"format":1,"customers":[` before and `]}` after them, so that each line has
/// bytes of its own that a digest can be taken of.
public enum RecordFile {
  /// A record in its one spelling, on one line without its break.
  ///
  /// - Parameter record: made of texts, numbers and days, so that there is nothing that could not be written.
  public static func line(_ record: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(record)).map { Array($0) } ?? []
  }

  /// The file of these lines.
  ///
  /// - Parameter name: what its records are called.
  public static func bytes(_ name: String, _ lines: [[UInt8]]) -> [UInt8] {
    let rows = lines.isEmpty ? [] : lines.joined(separator: Array(",\n".utf8)) + [0x0A]
    return Array("{\"format\":1,\"\(name)\":[\n".utf8) + rows + Array("]}\n".utf8)
  }

  /// The lines of such a file, each of which is one record.
  public static func lines(of file: [UInt8]) -> [[UInt8]] {
    file.split(separator: UInt8(ascii: "\n")).dropFirst().dropLast().map { line in
      Array(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
    }
  }

  /// Reads one line.
  ///
  /// - Throws: what Foundation says of JSON that is no such record.
  public static func record<Record: Decodable>(_ type: Record.Type, reading line: [UInt8]) throws -> Record {
    try JSONDecoder().decode(type, from: Data(line))
  }
}
