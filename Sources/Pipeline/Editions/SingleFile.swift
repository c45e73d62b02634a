import Archive
import Publishing
import Review
import Site
import Snapshot

/// Where an edition in a single file goes.
public struct SingleFile: Sendable {
  private let path: String
  private let password: String?

  /// Prepares it; what is missing is refused before anything is published.
  ///
  /// - Parameters:
  ///   - path: a file that ends in .html, or in .zip with a password.
  ///   - passwordFile: the file whose first line opens the ZIP; nil for none.
  public init(_ path: String, passwordFile: String?) throws {
    self.path = path
    password = try passwordFile.map(readPassword)
    do {
      try requireReplaceable(path, mayReplace: isOwn)
    } catch PlaceError.taken {
      throw Refusal.nothingWritten("'\(path)' is there already and is no edition in one file; name another")
    }
  }

  /// Writes this week, the lists and the briefs of the accounts that they name.
  ///
  /// - Returns: false when the file had these very bytes.
  public func write(_ published: PublishedSite, of workspace: Workspace) throws -> Bool {
    let bytes = workspace.bound(published.pages.withoutPrivateWords)
    return try placeFile(path, mayReplace: isOwn) { descriptor in
      if let password {
        try writeLockedZIP([OutputFile(path: inside, bytes: bytes)], password: password, to: descriptor)
      } else {
        try writeBytes(bytes, to: descriptor, path: path)
      }
    }
  }

  /// The name of the page in the ZIP.
  private var inside: String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return name.replacing(/\.zip$/, with: "") + ".html"
  }

  /// Whether it is a file of an earlier edition.
  private func isOwn(_ bytes: [UInt8]) -> Bool {
    let mark = password == nil ? "<meta name=\"vigie-bound\"" : inside
    // The name of the first file stands at the beginning of a ZIP.
    return !bytes.isEmpty && String(decoding: bytes.prefix(4096), as: UTF8.self).contains(mark)
  }
}

extension Workspace {
  /// The section of an account's page that follows its brief.
  private static let endOfBrief = "history"

  /// This week, the lists and the briefs of the accounts that they name, in one file.
  func bound(_ site: Site) -> [UInt8] {
    func bound(_ page: Page, until end: String? = nil) -> BoundPages.Page {
      BoundPages.Page(path: page.path, html: site.html(of: page).bytes, end: end)
    }
    let lists = site.pages.filter { $0.path == "index.html" || $0.path.hasPrefix("lists/") }.map { bound($0) }
    let named = lists.reduce(into: Set<String>()) { $0.formUnion($1.links) }
    let accounts = site.pages.filter {
      $0.path.hasPrefix("accounts/") && !$0.path.hasPrefix("accounts/index") && named.contains($0.path)
    }
    let style = assets.filter { ["style.css", "brand.css"].contains($0.path) }.flatMap(\.bytes)
    return BoundPages.bytes(of: lists + accounts.map { bound($0, until: Self.endOfBrief) }, style: style)
  }
}
