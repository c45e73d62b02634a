/// The id of a record in Salesforce, which has a short and a long form.
///
/// Two short forms that differ in capitals alone are two records. The long form adds three characters that say
/// which letters are capitals, so that programs without regard for case can tell them apart, too.
struct SalesforceID: Hashable, Sendable {
  /// 15 characters, in which case matters.
  let short: String

  /// 18 characters.
  var long: String { short + Self.checksum(of: short) }

  /// A character for each five of the short form, whose bits are the capitals from the left, lowest first.
  static func checksum(of short: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")
    let capitals = short.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return String(
      stride(from: 0, to: capitals.count, by: 5).map { start in
        let bits = capitals[start..<min(start + 5, capitals.count)].enumerated()
        return alphabet[bits.reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }]
      })
  }

  /// An id of an account, made up from its name.
  static func account(_ name: String, seed: UInt64) -> SalesforceID {
    var chance = Chance(seed: seed, topic: "id of \(name)")
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return SalesforceID(short: prefix + String((0..<5).map { _ in chance.pick(characters) }))
  }

  /// Accounts have the prefix 001.
  static let prefix = "001Qz00000"
}
