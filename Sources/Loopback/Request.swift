/// A request as far as it matters: GET or HEAD of an address.
struct Request {
  /// The head of a request is longer than any browser's when it exceeds this.
  static let mostBytes = 16_384

  let isHead: Bool
  /// The path with its query, with nothing decoded.
  let target: String
  /// The host that the browser believes it asks.
  let host: String?

  /// What the first bytes of a connection are.
  enum Reading {
    /// The head has not come to its end.
    case incomplete
    case request(Request)
    case refused(Response)
  }

  /// Reads the head of a request.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.count <= mostBytes else { return .refused(Response("431 Request Header Fields Too Large", "too long")) }
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= end.count,
      let last = bytes.indices.dropLast(3).first(where: { bytes[$0...].starts(with: end) })
    else { return .incomplete }
    let lines = String(decoding: bytes[..<last], as: UTF8.self).unicodeScalars
      .split(separator: "\n").map { String($0).trimmed }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else {
      return .refused(Response("400 Bad Request", "no HTTP"))
    }
    guard words[0] == "GET" || words[0] == "HEAD" else {
      return .refused(Response("405 Method Not Allowed", "only GET and HEAD"))
    }
    let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
    let host = hosts.count == 1 ? String(hosts[0].dropFirst("host:".count)).trimmed : nil
    return .request(Request(isHead: words[0] == "HEAD", target: String(words[1]), host: host))
  }
}

/// A path with the bytes that `%2F` and the like stand for; nil where that is no UTF-8.
///
/// `a%20b` is `a b`; a per cent sign without two digits stands for itself.
package func percentDecoded(_ path: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(path.utf8)[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2,
      digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}

extension String {
  /// Without blanks and returns at either end.
  fileprivate var trimmed: String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
