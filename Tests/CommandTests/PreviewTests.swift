import Foundation
import Testing

/// `vigie preview`, asked as a browser asks it.
@Suite struct PreviewTests {
  /// A running preview of the portfolio of a folder.
  private struct Running: ~Copyable {
    private let process = Process()
    private(set) var port: UInt16 = 0
    private(set) var root = ""

    init(_ folder: borrowing StarterFolder) throws {
      let output = folder.url.appending(path: "address")
      try Data().write(to: output)
      process.executableURL = URL(filePath: try Program.path)
      process.arguments = ["preview", "p", "--no-open", "--quiet"] + StarterFolder.asOf
      process.currentDirectoryURL = folder.url
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = FileHandle.nullDevice
      try process.run()
      for _ in 0..<500 {
        let text = try String(contentsOf: output, encoding: .utf8)
        if text.hasSuffix("\n"), let address = text.split(separator: "\n").first.flatMap({ URL(string: String($0)) }) {
          port = UInt16(try #require(address.port))
          root = address.path
          if !root.hasSuffix("/") { root += "/" }
          return
        }
        usleep(20_000)
      }
      throw CocoaError(.fileReadUnknown)
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
    }

    /// Sends a request and gives the status and the content of the response.
    func ask(_ path: String, host: String? = nil, method: String = "GET") throws -> (status: Int, bytes: Data) {
      let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
      defer { close(connection) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
      let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(connected == 0)
      let head = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\r\n"
      _ = Array(head.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      var response = Data()
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while case let count = read(connection, &buffer, buffer.count), count > 0 { response += buffer[..<count] }
      let end = try #require(response.range(of: Data("\r\n\r\n".utf8)))
      let words = String(decoding: response[..<end.lowerBound], as: UTF8.self).split(separator: " ")
      return (try #require(words.dropFirst().first.flatMap { Int($0) }), Data(response[end.upperBound...]))
    }

    func file(_ name: String) throws -> Data { try ask(root + "site/" + name).bytes }

    /// How it stands after a state; waits for a change where there was none.
    func state(after version: Int) throws -> State {
      try JSONDecoder().decode(State.self, from: try ask(root + "state?after=\(version)").bytes)
    }
  }

  private struct State: Decodable {
    struct Told: Decodable {
      let place: String
      let text: String
    }
    let version: Int
    let pages: Int
    let findings: [Told]
    let refusal: String?
  }

  @Test func `a file of the preview is that of a build, byte for byte`() throws {
    let folder = try StarterFolder()
    let preview = try Running(folder)
    #expect(try folder.run("build").status == 0)
    for (name, bytes) in try folder.files() where name != "manifest.json" {
      #expect(try preview.file(name) == bytes, "\(name)")
    }
  }

  @Test func `a change shows, a fault is said with its place, and the last good page stays`() throws {
    let folder = try StarterFolder()
    let preview = try Running(folder)
    let first = try preview.state(after: -1)
    #expect(first.refusal == nil && first.version == first.pages)
    let page = try preview.file("index.html")
    try folder.edit("vigie.yml", "title:", "title: Harbour #")
    let second = try preview.state(after: first.version)
    #expect(second.pages == second.version && second.version > first.version)
    let changed = try preview.file("index.html")
    #expect(changed != page && String(decoding: changed, as: UTF8.self).contains("Harbour"))
    // A folder that is made while it runs is watched as well.
    try folder.write("", to: "templates/README.md")
    let third = try preview.state(after: second.version)
    try folder.write("{{nothing}}\n", to: "templates/retention.md")
    var faulty = try preview.state(after: third.version)
    if faulty.refusal == nil { faulty = try preview.state(after: faulty.version) }
    #expect(faulty.refusal?.hasPrefix("1 problem in the templates") == true, "\(faulty)")
    #expect(faulty.findings.contains { $0.place == "p/templates/retention.md:1:1" }, "\(faulty)")
    #expect(faulty.pages < faulty.version)
    #expect(try preview.file("index.html") == changed)
  }

  @Test func `nobody else is answered, and no path leads out of the site`() throws {
    let folder = try StarterFolder()
    let preview = try Running(folder)
    let index = preview.root + "site/index.html"
    #expect(try preview.ask(index).status == 200)
    #expect(try preview.ask(index, host: "localhost:\(preview.port)").status == 200)
    for host in ["vigie.example", "127.0.0.1", "127.0.0.1:1", "attacker.example:\(preview.port)", ""] {
      #expect(try preview.ask(index, host: host).status == 403, "\(host)")
    }
    #expect(try preview.ask("/site/index.html").status == 403)
    #expect(try preview.ask("/").status == 403)
    for path in ["../vigie.yml", "%2e%2e/vigie.yml", "..%2fvigie.yml", "/etc/passwd", "index.html%00", "./index.html"] {
      #expect(try preview.ask(preview.root + "site/" + path).status == 404, "\(path)")
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      #expect(try preview.ask(index, method: method).status == 405, "\(method)")
    }
    let head = try preview.ask(index, method: "HEAD")
    #expect(head.status == 200 && head.bytes.isEmpty)
  }
}
