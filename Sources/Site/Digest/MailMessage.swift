import Files
import Health

/// A mail as bytes (RFC 5322, with parts as RFC 2046 has them): the same for the same text.
struct MailMessage {
  /// The address or addresses of a header, such as `Ines Roth <ines@example.org>`.
  let from: String
  let to: [String]
  let subject: String
  /// The day, such as `2026-11-16`, in words of RFC 5322: the mail is of the edition, not of the clock.
  let date: String
  /// What names the mail for ever, without the part behind the `@`.
  let id: String
  let text: String
  let html: String

  var bytes: [UInt8] {
    let boundary = "=_vigie_" + Digest.sha256(Array((id + text + html).utf8)).prefix(24)
    let domain = from.split(separator: "@").last?.filter { $0 != ">" } ?? "localhost"
    var lines = ["From: \(header(address: from))"]
    if !to.isEmpty { lines.append("To: " + to.map { header(address: $0) }.joined(separator: ",\r\n ")) }
    lines += [
      "Subject: \(encodedWords(subject))", "Date: \(date)", "Message-ID: <\(id)@\(domain)>", "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated", "Sensitivity: Company-Confidential",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", "",
    ]
    for (type, content) in [("plain", text), ("html", html)] {
      lines += [
        "--\(boundary)", "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        quotedPrintable(content),
      ]
    }
    lines += ["--\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// An address with its name, where that needs it, in encoded words.
  private func header(address: String) -> String {
    guard let open = address.lastIndex(of: "<") else { return address }
    let name = address[..<open].filter { $0 != "\"" }.split(separator: " ").joined(separator: " ")
    let isPlain = name.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x20 }
    return (isPlain ? name : encodedWords(name)) + " " + address[open...]
  }
}

/// A text of a header as words of RFC 2047, so short that a line has at most 76 characters behind the name of any header
/// here; plain ASCII of one line stays as it is.
func encodedWords(_ text: String) -> String {
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }), text.utf8.count <= 66, !text.contains("=?") { return text }
  var words: [String] = []
  var piece: [UInt8] = []
  for scalar in text.unicodeScalars {
    let bytes = UTF8.encode(scalar).map(Array.init) ?? []
    // 39 bytes are 52 characters in base64, and 12 are around them.
    if piece.count + bytes.count > 39 {
      words.append("=?utf-8?B?\(base64(piece))?=")
      piece = []
    }
    piece += bytes
  }
  return (words + ["=?utf-8?B?\(base64(piece))?="]).joined(separator: "\r\n ")
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
    for place in 0..<4 {
      text.append(place <= group.count ? base64Digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// A text in quoted-printable (RFC 2045): lines of at most 76 characters, with CRLF.
func quotedPrintable(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
    let bytes = Array(line.utf8)
    var written: [UInt8] = []
    var length = 0
    for (index, byte) in bytes.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x09
      let isPlain = 0x21...0x7E ~= byte && byte != UInt8(ascii: "=") || isBlank && index + 1 < bytes.count
      // A line that begins with a dot would end the mail for some programs.
      let isDot = byte == UInt8(ascii: ".") && length == 0
      let piece = isPlain && !isDot ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      if length + piece.count > 75 {
        written += Array("=\r\n".utf8)
        length = 0
      }
      written += piece
      length += piece.count
    }
    return String(decoding: written, as: UTF8.self)
  }.joined(separator: "\r\n")
}

/// A day such as `2026-11-16` as RFC 5322 writes its midnight: `Mon, 16 Nov 2026 00:00:00 +0000`.
func mailDate(_ iso: String) -> String {
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let parts = iso.split(separator: "-").compactMap { Int($0) }
  guard let day = Day(iso: iso), parts.count == 3 else { return "" }
  return "\(days[day - day.monday]), \(parts[2]) \(months[parts[1] - 1]) \(parts[0]) 00:00:00 +0000"
}
