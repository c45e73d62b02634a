import Files
import Publishing

/// The digests of what pages are made of.
struct PageDigests: Sendable {
  private let shared: [UInt8]
  /// The frame of pages by where they are and what the navigation marks: a page without its title and content.
  private let frames: [String: [UInt8]]

  /// - Parameter inputs: stands for everything that is not in the review: the program, the templates, the settings.
  init(_ site: Site, inputs: String) {
    shared = Digest.sha256Bytes(Array(inputs.utf8)) + Digest.sha256Bytes(AccountInputs(tell: site.tell).shared)
    frames = site.pages.reduce(into: [:]) { frames, page in
      let place = Self.place(of: page)
      guard frames[place] == nil else { return }
      var untitled = page
      untitled.title = ""
      frames[place] = Digest.sha256Bytes(site.html(of: untitled, content: []).bytes)
    }
  }

  /// The digest of a page; nil for one that every build makes.
  func digest(of page: Page) -> String? {
    page.inputs().map { Digest.sha256(shared + frames[Self.place(of: page), default: []] + $0) }
  }

  private static func place(of page: Page) -> String { "\(page.root) \(page.entry.path)" }
}
