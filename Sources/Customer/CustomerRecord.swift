import FoundationEssentials

/// The facts of one customer as an edition's archive keeps them, in `customers.json`: one line a customer.
public struct CustomerRecord: Codable, Hashable, Sendable {
  /// The file's name in the site of an edition.
  public static let fileName = "customers.json"

  /// The `account_id`.
  public let account: String
  /// What the document of that edition holds.
  public let facts: CustomerFacts

  /// Takes the facts of an account.
  public init(account: String, facts: CustomerFacts) {
    self.account = account
    self.facts = facts
  }

  /// The record in its one spelling, on one line without its break.
  public var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Every type here is made of texts, numbers and days, so that there is nothing that could not be written.
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }

  /// All records as the file that an archive keeps.
  public static func file(_ records: [CustomerRecord]) -> [UInt8] {
    var bytes = Array("{\"format\":1,\"customers\":[\n".utf8)
    for (index, record) in records.enumerated() {
      bytes += record.line + Array(index + 1 < records.count ? ",\n".utf8 : "\n".utf8)
    }
    return bytes + Array("]}\n".utf8)
  }

  /// The lines of such a file, each of which is one record.
  public static func lines(of file: [UInt8]) -> [[UInt8]] {
    file.split(separator: UInt8(ascii: "\n")).dropFirst().dropLast().map { line in
      Array(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
    }
  }

  /// Reads one line.
  ///
  /// - Throws: what Foundation says of JSON that is no record.
  public init(reading line: [UInt8]) throws {
    self = try JSONDecoder().decode(CustomerRecord.self, from: Data(line))
  }
}
