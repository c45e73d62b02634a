import Files
public import Health

/// A time zone by its IANA name, such as `Pacific/Auckland`: on which day a moment falls there.
///
/// The rules are those of the system's zone files, which Debian has in `tzdata`; `UTC` needs none. The zone of the machine
/// is never asked for.
public struct Zone: Sendable {
  /// What counts where nothing else is said.
  public static let utc = Zone(name: "UTC", transitions: [], first: 0, rule: nil)

  /// The IANA name.
  public let name: String
  /// When the offset changed, in seconds since 1970, and the offset from then on.
  private let transitions: [(moment: Int, offset: Int)]
  private let first: Int
  /// What holds after the last transition.
  private let rule: ZoneRule?

  /// Takes a zone by its name; nil where the system has no file for it.
  public init?(named name: String) {
    if name == Self.utc.name {
      self = .utc
      return
    }
    let isName = name.utf8.allSatisfy { byte in
      (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || [0x2B, 0x2D, 0x2F, 0x5F].contains(byte)
    }
    // A name with no point in it cannot lead out of the folder.
    guard isName, !name.isEmpty, !name.hasPrefix("/"), let bytes = contents(of: name),
      let zone = Zone(name: name, file: bytes)
    else { return nil }
    self = zone
  }

  private init(name: String, transitions: [(moment: Int, offset: Int)], first: Int, rule: ZoneRule?) {
    self.name = name
    self.transitions = transitions
    self.first = first
    self.rule = rule
  }

  /// Every name that the system knows, for suggestions; empty where it has no zone files.
  public static var names: [String] {
    let lines = String(decoding: contents(of: "tzdata.zi") ?? [], as: UTF8.self).split(separator: "\n")
    let names = lines.compactMap { line -> String? in
      let words = line.split(separator: " ")
      switch words.first {
      case "Z" where words.count > 1: return String(words[1])
      case "L" where words.count > 2: return String(words[2])
      default: return nil
      }
    }
    return names.sorted()
  }

  /// Seconds to add to UTC for the time there.
  ///
  /// - Parameter moment: seconds since the beginning of 1970 in UTC.
  public func offset(at moment: Int) -> Int {
    guard let last = transitions.last else { return rule?.offset(at: moment) ?? first }
    if moment >= last.moment { return rule?.offset(at: moment) ?? last.offset }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].moment <= moment { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? transitions[low - 1].offset : first
  }

  /// The day that it is there at a moment.
  public func day(at moment: Int) -> Day {
    let seconds = moment + offset(at: moment)
    return Day(number: Int32(clamping: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }
}

private func contents(of name: String) -> [UInt8]? {
  guard let file = try? OpenFile(opening: "/usr/share/zoneinfo/" + name) else { return nil }
  return try? file.contents()
}

extension Zone {
  /// Reads the second part of a TZif file (RFC 8536), in which moments have 64 bits, and the rule that ends it.
  fileprivate init?(name: String, file: [UInt8]) {
    guard let old = ZoneHeader(file, at: 0), let header = ZoneHeader(file, at: old.end(bytesOfMoment: 4)) else {
      return nil
    }
    let moments = header.start
    let kinds = moments + 8 * header.moments
    let types = kinds + header.moments
    let end = header.end(bytesOfMoment: 8)
    guard header.types > 0, end <= file.count else { return nil }
    func number(at position: Int, bytes: Int) -> Int {
      let bits = file[position..<position + bytes].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return bytes == 8 ? Int(Int64(bitPattern: bits)) : Int(Int32(bitPattern: UInt32(truncatingIfNeeded: bits)))
    }
    let offsets = (0..<header.types).map { number(at: types + 6 * $0, bytes: 4) }
    let transitions = (0..<header.moments).compactMap { index -> (moment: Int, offset: Int)? in
      let kind = Int(file[kinds + index])
      return offsets.indices.contains(kind) ? (number(at: moments + 8 * index, bytes: 8), offsets[kind]) : nil
    }
    let footer = file[end...].split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) }
    self.init(name: name, transitions: transitions, first: offsets[0], rule: footer.flatMap(ZoneRule.init))
  }
}

/// The counts at the head of a part of a TZif file.
private struct ZoneHeader {
  let start: Int
  let moments: Int
  let types: Int
  private let rest: (isUT: Int, isStandard: Int, leaps: Int, letters: Int)

  init?(_ file: [UInt8], at position: Int) {
    guard position >= 0, file.count >= position + 44, file[position..<position + 4].elementsEqual("TZif".utf8) else {
      return nil
    }
    let counts = (0..<6).map { index in
      let place = position + 20 + 4 * index
      return Int(file[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    start = position + 44
    rest = (counts[0], counts[1], counts[2], counts[5])
    (moments, types) = (counts[3], counts[4])
  }

  func end(bytesOfMoment size: Int) -> Int {
    start + moments * (size + 1) + types * 6 + rest.letters + rest.leaps * (size + 4) + rest.isStandard + rest.isUT
  }
}
