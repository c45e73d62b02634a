import FoundationEssentials
import Glibc
import Loopback

extension Preview {
  /// An event of a preview.
  public enum Event: Sendable {
    /// The address to open.
    case ready(address: String)
    /// The pages were made in so many milliseconds, or why they were not.
    case updated(milliseconds: Int, refusal: String?)
  }

  /// Files are written in several steps; they are read once nothing more has come for so long.
  private static let quietMilliseconds: CInt = 25

  /// Serves the draft to browsers on this machine, and makes it again after every change, until the program ends.
  ///
  /// - Parameter port: 0 for any that is free.
  public func serve(port: UInt16, tell: (Event) -> Void) async throws {
    var server: LoopbackServer
    do throws(LoopbackServer.Fault) {
      server = try LoopbackServer(port: port)
    } catch {
      throw Refusal("cannot serve on this machine: \(error.reason)")
    }
    guard var watch = FolderWatch() else {
      throw Refusal("the system has no watches left to give; end another program that watches files")
    }
    try requirePortfolio()
    let secret = UUID().uuidString.lowercased()
    try await update(.everything, tell)
    var folders = add(to: &watch)
    tell(.ready(address: "http://127.0.0.1:\(server.port)/\(secret)/"))
    while true {
      guard server.serve(until: watch.descriptor, answer: { answer($0, secret: secret) }) else { continue }
      var changed = watch.changes()
      while server.serve(
        until: watch.descriptor, limit: Self.quietMilliseconds, answer: { answer($0, secret: secret) })
      {
        changed.formUnion(watch.changes())
      }
      try await update(changed.isSubset(of: folders) ? .presentation : .everything, tell)
      folders = add(to: &watch)
    }
  }

  /// Watches every folder that matters now.
  ///
  /// - Returns: those of the presentation alone.
  private func add(to watch: inout FolderWatch) -> Set<String> {
    let (everything, presentation) = watched
    for folder in everything.union(presentation) { watch.add(folder) }
    return presentation
  }

  private func update(_ change: Change, _ tell: (Event) -> Void) async throws {
    let start = ContinuousClock.now
    try await update(change)
    tell(.updated(milliseconds: Int((ContinuousClock.now - start) / .milliseconds(1)), refusal: refusal))
  }
}
