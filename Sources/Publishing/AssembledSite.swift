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
  /// How a site comes to be the one that readers see.
  enum Way: Sendable {
    /// Nothing differs from the last site, so that it stays.
    case unchanged
    case exchange
    case inPlace(InPlace)
  }

  let publication: Publication
  let manifest: Manifest
  let record: BuildRecord
  let summary: PublishSummary
  let way: Way

  private var hold: SiteHold { publication.hold }

  /// The folder that holds the whole site until it goes live.
  public var folder: String {
    let site = hold.parent.shown(hold.names.site)
    return switch way {
    case .unchanged: site
    case .exchange: hold.parent.shown(hold.names.staging)
    case .inPlace: "\(site)/\(String(decoding: SiteNames.innerStaging + [slash] + InPlace.new, as: UTF8.self))"
    }
  }

  /// Shows readers this site instead of the last one; when this throws, the last one stays.
  public func goLive() throws(PublishError) {
    hold.requireOpen()
    do {
      try publishing {
        try hold.lock.save(record)
        switch way {
        case .unchanged: break
        case .exchange: try publication.goLive()
        case .inPlace(let files): try files.apply(in: try publication.expectedSite())
        }
      }
    } catch {
      hold.close()
      throw error
    }
  }

  /// Throws, after which the publication is closed, where this site could not go live now: somebody has put something
  /// else in the place of the last one.
  public func requireReplaceable() throws(PublishError) {
    do {
      try publishing {
        if try publication.liveStatus() != nil {
          _ = try publication.expectedSite()
        } else if try hold.parent.status(of: hold.names.site) != nil {
          throw PublishError.siteReplaced(hold.parent.shown(hold.names.site))
        }
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
    var summary = summary
    do {
      switch way {
      case .unchanged: break
      case .exchange: summary.kept = try sweepLast()
      case .inPlace: try tidyInPlace(try publication.expectedSite())
      }
    } catch FileError.system(.sync, let path, let code) {
      throw PublishError.publishedButUnsynced(path, code: code)
    } catch FileError.system(_, let path, let code) {
      throw PublishError.publishedButUntidy(path: path, code: code)
    } catch {
      throw PublishError.publishedButUntidy(path: hold.parent.shown(hold.names.ready), code: ENOTEMPTY)
    }
    return summary
  }

  private func sweepLast() throws -> [String] {
    try hold.parent.sync()
    guard let site = try hold.parent.subfolder(hold.names.site) else {
      throw PublishError.siteReplaced(hold.parent.shown(hold.names.site))
    }
    return try sweep(hold.names, in: hold.parent, into: site, previous: hold.manifest, current: manifest)
  }
}
