import Glibc

/// A server for a browser on this machine, in one thread: it answers from what is in memory and opens no file.
///
/// Only the loopback address is bound, and only requests to it by that name are answered, so that no page of the web can
/// read from it by way of the user's browser.
package struct LoopbackServer: ~Copyable {
  /// Why there is no server, in words.
  package struct Fault: Error {
    /// The reason.
    package let reason: String
  }

  /// The port.
  package let port: UInt16
  private let listener: CInt
  private var connections: [Connection] = []

  /// More are open at the same time only when something is wrong; the oldest then has to go.
  private static let mostConnections = 64

  private struct Connection {
    let descriptor: CInt
    var input: [UInt8] = []
    var output: [UInt8] = []
    var sent = 0
    /// The request that waits for a change.
    var waiting: Request?
  }

  /// Listens.
  ///
  /// - Parameter port: 0 for any that is free.
  package init(port: UInt16) throws(Fault) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard listener >= 0 else { throw Fault(reason: String(cString: strerror(errno))) }
    var yes: CInt = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, SOMAXCONN) == 0
          && getsockname(listener, address, &size) == 0 ? 0 : errno
      }
    }
    guard code == 0 else {
      close(listener)
      throw Fault(reason: "port \(port): \(String(cString: strerror(code)))")
    }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
  }

  deinit {
    close(listener)
    for connection in connections { close(connection.descriptor) }
  }

  /// Answers requests until something is to be read from a descriptor.
  ///
  /// - Parameters:
  ///   - watch: the descriptor.
  ///   - limit: the number of milliseconds after which it returns at the latest; nil for never.
  ///   - answer: gives the response to the target of a request.
  /// - Returns: whether there is something to be read from the descriptor.
  package mutating func serve(
    until watch: CInt, limit: CInt? = nil, answer: (_ target: String) -> Answer
  ) -> Bool {
    answerWaiting(answer)
    while true {
      var polled =
        [pollfd(fd: watch, events: Int16(POLLIN), revents: 0), pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
      polled += connections.map { connection in
        pollfd(
          fd: connection.descriptor, events: Int16(connection.output.isEmpty ? POLLIN : POLLOUT), revents: 0)
      }
      let count = poll(&polled, nfds_t(polled.count), limit ?? -1)
      if count < 0, errno != EINTR { return false }
      if count == 0 { return false }
      guard count > 0 else { continue }
      var ended: Set<Int> = []
      for index in connections.indices where polled[index + 2].revents != 0 {
        if !advance(index, answer) { ended.insert(index) }
      }
      for index in ended.sorted(by: >) {
        close(connections[index].descriptor)
        connections.remove(at: index)
      }
      if polled[1].revents != 0 { admit() }
      if polled[0].revents != 0 { return true }
    }
  }

  private mutating func admit() {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else { return }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    if connections.count >= Self.mostConnections { close(connections.removeFirst().descriptor) }
    connections.append(Connection(descriptor: descriptor))
  }

  /// Reads or writes what can be; false when the connection is at its end.
  private mutating func advance(_ index: Int, _ answer: (String) -> Answer) -> Bool {
    guard connections[index].output.isEmpty else { return flush(index) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(connections[index].descriptor, &buffer, buffer.count)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    // Who waits for a change and goes is gone.
    guard count > 0, connections[index].waiting == nil else { return count > 0 }
    connections[index].input += buffer[..<count]
    switch Request.read(connections[index].input) {
    case .incomplete: return true
    case .refused(let response):
      connections[index].output = response.sent(withContent: true)
      return flush(index)
    case .request(let request): return take(request, index, answer)
    }
  }

  private mutating func take(_ request: Request, _ index: Int, _ answer: (String) -> Answer) -> Bool {
    // A name of the web that was made to point here is none of these.
    guard let host = request.host, ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host.lowercased()) else {
      connections[index].output = Response("403 Forbidden", "this is not the host that you think").sent(
        withContent: true)
      return flush(index)
    }
    switch answer(request.target) {
    case .later:
      connections[index].waiting = request
      return true
    case .now(let response):
      connections[index].waiting = nil
      connections[index].output = response.sent(withContent: !request.isHead)
      return flush(index)
    }
  }

  /// Writes what can be written; false when all of it is.
  private mutating func flush(_ index: Int) -> Bool {
    let connection = connections[index]
    let count = connection.output[connection.sent...].withUnsafeBytes {
      write(connection.descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    connections[index].sent += count
    return connections[index].sent < connections[index].output.count
  }

  /// Asks again for everybody who waits for a change.
  private mutating func answerWaiting(_ answer: (String) -> Answer) {
    for index in connections.indices.reversed() {
      guard let request = connections[index].waiting else { continue }
      if !take(request, index, answer) {
        close(connections[index].descriptor)
        connections.remove(at: index)
      }
    }
  }
}
