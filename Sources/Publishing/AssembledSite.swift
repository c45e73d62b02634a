import Files
import Glibc

/// A whole new site in a folder next to the one that it is to replace, not live yet.
///
/// ```swift
/// let site = try publication.assemble(placed, record: inputsDigest)
/// try archive(site.folder)
/// try site.goLive()
/// let summary = try site.tidyUp()
/// ```
///
/// One that is discarded is removed, and the last site stays as it was.
public struct AssembledSite: Sendable {
  let publication: Publication
  let manifest: Manifest
  let record: BuildRecord
  let summary: PublishSummary
  /// True when nothing differs from the last site, which therefore stays.
  let isLive: Bool

  private var hold: SiteHold { publication.hold }

  /// The folder of the whole site until it goes live.
  public var folder: String { hold.parent.shown(isLive ? hold.names.site : hold.names.staging) }

  /// Replaces the last site for readers with this one, in one step; when this throws, the last one stays.
  public func goLive() throws(PublishError) {
    hold.requireOpen()
    do {
      try publishing {
        try hold.lock.save(record)
        if !isLive { try publication.goLive() }
      }
    } catch {
      hold.close()
      throw error
    }
  }

  /// Removes the remains of the last site and closes the publication; call it once the site is live.
  ///
  /// - Throws: ``PublishError/publishedButUntidy(path:code:)``; the new site is live all the same.
  public func tidyUp() throws(PublishError) -> PublishSummary {
    hold.requireOpen()
    defer { hold.close() }
    guard !isLive else { return summary }
    var summary = summary
    do {
      try hold.parent.sync()
      guard let site = try hold.parent.subfolder(hold.names.site) else {
        throw PublishError.siteReplaced(hold.parent.shown(hold.names.site))
      }
      summary.kept = try sweep(
        hold.names, in: hold.parent, into: site, previous: hold.manifest, current: manifest)
    } catch FileError.system(_, let path, let code) {
      throw PublishError.publishedButUntidy(path: path, code: code)
    } catch {
      throw PublishError.publishedButUntidy(path: hold.parent.shown(hold.names.ready), code: ENOTEMPTY)
    }
    return summary
  }
}
