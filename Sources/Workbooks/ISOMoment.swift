/// A day, a time or both in the form of ISO 8601, which cells of the type `d` hold.
struct ISOMoment {
  private let date: ArraySlice<UInt8>?
  private let time: [UInt8]?

  /// Reads `2024-03-01`, `2024-03-01T10:20:30` or `10:20`; nil for anything else.
  ///
  /// A fraction of a second and a zone are left out.
  init?(_ text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    if Self.isLike("0000-00-00", first) {
      date = first
      time = parts.count == 2 ? Self.time(parts[1]) : nil
      if parts.count == 2, time == nil { return nil }
    } else {
      date = nil
      guard let time = Self.time(parts.count == 2 && first.isEmpty ? parts[1] : text) else { return nil }
      self.time = time
    }
  }

  /// Appends it as cells are given, and says what it is.
  func append(to text: inout TextBytes) -> CellKind {
    if let date { text.append(contentsOf: date) }
    let midnight = Array("00:00:00".utf8)
    if let time, date == nil || time != midnight {
      if date != nil { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: time)
    }
    return date == nil ? .text : .day
  }

  private static func time(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    if isLike("00:00:00", text.prefix(8)) { return Array(text.prefix(8)) }
    return isLike("00:00", text.prefix(5)) ? Array(text.prefix(5)) + Array(":00".utf8) : nil
  }

  /// Whether there are digits where the pattern has zeros, and otherwise the same characters.
  private static func isLike(_ pattern: String, _ text: ArraySlice<UInt8>) -> Bool {
    pattern.utf8.count == text.count
      && zip(pattern.utf8, text).allSatisfy { $0 == 0x30 ? $1.digit != nil : $0 == $1 }
  }
}
