import Testing

@testable import Loopback

/// What a browser asks, and what else comes to the port.
@Suite struct RequestTests {
  private func read(_ text: String) -> Request.Reading { Request.read(Array(text.utf8)) }

  @Test func `a request is its target and its host`() throws {
    guard case .request(let request) = read("GET /a/b?c=1 HTTP/1.1\r\nHost: localhost:80\r\nX: y\r\n\r\n") else {
      throw Failure()
    }
    #expect(request.target == "/a/b?c=1" && request.host == "localhost:80" && !request.isHead)
  }

  @Test(arguments: ["", "GET", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n"])
  func `what has not come to its end is waited for`(text: String) {
    if case .incomplete = read(text) { return }
    Issue.record("\(text) is not incomplete")
  }

  @Test(arguments: [
    ("POST / HTTP/1.1\r\n\r\n", "405 Method Not Allowed"), ("hello\r\n\r\n", "400 Bad Request"),
    ("GET /  HTTP/1.1 x\r\n\r\n", "400 Bad Request"),
    (String(repeating: "a", count: Request.mostBytes + 1), "431 Request Header Fields Too Large"),
  ])
  func `anything but a page asked for is refused`(text: String, status: String) {
    guard case .refused(let response) = read(text) else {
      Issue.record("it is not refused")
      return
    }
    #expect(response.status == status)
  }

  @Test func `two hosts are none`() throws {
    guard case .request(let request) = read("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n") else { throw Failure() }
    #expect(request.host == nil)
  }

  private struct Failure: Error {}
}

/// Paths as browsers write them.
@Suite struct PathTests {
  @Test(arguments: [
    ("/a%20b", "/a b"), ("/%C3%A9", "/é"), ("/100%", "/100%"), ("/%zz", "/%zz"), ("/%2e%2E/x", "/../x"),
    ("/%+1", "/%+1"),
    ("/%FF", nil),
  ])
  func `signs of a path are decoded once`(path: String, expected: String?) {
    #expect(percentDecoded(path) == expected)
  }
}
