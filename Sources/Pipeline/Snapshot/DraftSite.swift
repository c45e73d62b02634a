import Publishing
import Review
import Site

/// The pages of the current site, each found by its path and rendered on demand.
struct DraftSite {
  private let site: Site
  private let positions: [String: Int]

  /// Lays out the pages of a review.
  init(_ workspace: Workspace, _ review: Review) {
    site = workspace.site(of: review)
    positions = Dictionary(
      site.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page at a path; nil when there is none.
  func html(at path: String) -> [UInt8]? { positions[path].map { site.html(of: site.pages[$0]).bytes } }
}
