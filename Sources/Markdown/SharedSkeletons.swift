import Synchronization
public import Templates

/// The skeletons of the pages of some templates, which all tasks know together.
///
/// A task works on a copy and hands it back when it has learnt more. Of two that learn at once one learns again.
public final class SharedSkeletons: Sendable {
  private let known = Mutex(PageSkeletons())
  private let wholes = Mutex<[String: WholeReason]>([:])

  /// Creates an empty collection.
  public init() {}

  /// The templates of which a page was read as a whole, by name, with the reason.
  public var wholeTemplates: [String: WholeReason] { wholes.withLock { $0 } }

  /// Appends a page of a template as HTML.
  public func render(_ page: MarkedText, of template: String, figures: [[UInt8]], into output: inout [UInt8]) {
    var skeletons = known.withLock { $0 }
    let before = skeletons.count
    let reason = skeletons.render(page, figures: figures, into: &output)
    if skeletons.count > before {
      known.withLock { known in
        if known.count < skeletons.count { known = skeletons }
      }
    }
    if let reason { wholes.withLock { $0[template] = reason } }
  }
}
