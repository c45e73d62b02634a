/// What a browser gets for an address.
package struct Response: Sendable {
  /// The status and its words, such as `200 OK`.
  package let status: String
  /// The media type.
  package let type: String
  /// The content.
  package let bytes: [UInt8]

  /// Creates a response, by default of something that was found.
  package init(_ status: String = "200 OK", type: String, _ bytes: [UInt8]) {
    self.status = status
    self.type = type
    self.bytes = bytes
  }

  /// A response in words.
  package init(_ status: String, _ words: String) {
    self.init(status, type: "text/plain; charset=utf-8", Array("\(words)\n".utf8))
  }

  /// The response as it is sent; the connection ends with it.
  func sent(withContent: Bool) -> [UInt8] {
    let head = """
      HTTP/1.1 \(status)\r
      Content-Type: \(type)\r
      Content-Length: \(bytes.count)\r
      Cache-Control: no-store\r
      Content-Security-Policy: frame-ancestors 'self'\r
      Cross-Origin-Resource-Policy: same-origin\r
      Referrer-Policy: no-referrer\r
      X-Content-Type-Options: nosniff\r
      Connection: close\r
      \r

      """
    return Array(head.utf8) + (withContent ? bytes : [])
  }
}

/// When a request is answered.
package enum Answer {
  /// At once.
  case now(Response)
  /// After the next change, when it is asked again.
  case later
}
