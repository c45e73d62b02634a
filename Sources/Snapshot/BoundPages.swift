import Customer

/// Pages of one site in a single file: the frame is that of the first, each page is a part of it, and links between them
/// lead from part to part.
///
/// Links to https, http and mailto stay, and so does the text of those that lead to pages that are not in the file.
/// Scripts are left out, and nothing is loaded, so that it opens anywhere.
public struct BoundPages {
  /// A page of the site.
  public struct Page {
    /// Its path in the site, by which links name it.
    public let path: String
    /// The page.
    public let html: [UInt8]
    /// The id of the section before which it ends; nil for the whole page.
    public let end: String?

    /// Takes a page.
    public init(path: String, html: [UInt8], end: String? = nil) {
      self.path = path
      self.html = html
      self.end = end
    }

    /// The paths in the site that it links to.
    public var links: Set<String> {
      var links: Set<String> = []
      var reader = TagReader(html)
      while let piece = reader.next() {
        if piece.name == "a", let address = piece.value(of: "href") { links.insert(target(address).path) }
      }
      return links
    }

    /// Where an address of the page leads within the site.
    func target(_ address: String) -> (path: String, fragment: String?) {
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let fragment = parts.count == 2 ? String(parts[1]) : nil
      guard let relative = parts.first, !relative.isEmpty else { return (path, fragment) }
      var folders = path.split(separator: "/").dropLast()
      for part in relative.split(separator: "/") {
        if part == ".." { _ = folders.popLast() } else { folders.append(part) }
      }
      return (folders.joined(separator: "/"), fragment)
    }
  }

  /// What makes parts look like pages.
  static let style = Array(
    """

    .bound + .bound { margin-block-start: 3rem; padding-block-start: 2rem; border-block-start: 3px double; }
    @media print { .bound + .bound { break-before: page; border: 0; margin: 0; padding: 0; } }

    """.utf8)

  private let pages: [Page]
  private let paths: Set<String>
  private var output: [UInt8] = []

  /// Binds pages, of which the first gives the frame.
  public static func bytes(of pages: [Page], style: [UInt8]) -> [UInt8] {
    var bound = BoundPages(pages)
    // What a page lays out as its main part is an article here, as there are several.
    let sheet = String(decoding: style, as: UTF8.self).replacing(/([\s,(}])main(?=[\s:,>{])/) { "\($0.1)article" }
    bound.write(InlineStyle(Array(sheet.utf8) + Self.style))
    return bound.output
  }

  private init(_ pages: [Page]) {
    self.pages = pages
    paths = Set(pages.map(\.path))
  }

  private mutating func write(_ style: InlineStyle) {
    guard let first = pages.first else { return }
    var reader = TagReader(first.html)
    // Where the entry of a list began, while no link in it is kept.
    var entry: Int?
    var isInContent = false
    while let piece = reader.next() {
      switch piece.name {
      case _ where isInContent:
        if piece.name == "/main" {
          isInContent = false
          output += piece.bytes
        }
      case "meta" where piece.value(of: "http-equiv") == "Content-Security-Policy":
        output += Array(
          """
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(style.hash)'; \
          base-uri 'none'; form-action 'none'">
          <meta name="vigie-bound" content="\(pages.count)">
          """.utf8)
      case "link": reader.skipBreak()
      case "script": reader.skip("script")
      case "img": break
      case "/head": output += Array("<style>".utf8) + style.bytes + Array("</style>\n</head>".utf8)
      case "li":
        entry = output.count
        output += piece.bytes
      case "/li":
        output += piece.bytes
        if let start = entry { output.removeSubrange(start...) }
        entry = nil
      case "main":
        output += piece.bytes
        for page in pages { write(page) }
        isInContent = true
      case "a":
        if link(piece, on: first) { entry = nil }
      case "/a": closeLink(piece)
      default: output += piece.bytes
      }
    }
  }

  /// For each open link, whether its tags are kept.
  private var links: [Bool] = []

  private mutating func write(_ page: Page) {
    output += Array("<article class=\"bound\" id=\"\(page.path)\">\n".utf8)
    var reader = TagReader(page.html)
    while let piece = reader.next(), piece.name != "main" {}
    while let piece = reader.next(), piece.name != "/main" {
      if piece.name == "section", let end = page.end, piece.value(of: "id") == end { break }
      switch piece.name {
      case "script": reader.skip("script")
      case "img": break
      case "a": _ = link(piece, on: page)
      case "/a": closeLink(piece)
      default:
        if let id = piece.value(of: "id") {
          output += replacing(" id=\"\(id)\"", in: piece, with: " id=\"\(page.path):\(id)\"")
        } else {
          output += piece.bytes
        }
      }
    }
    output += Array("</article>\n".utf8)
  }

  /// Writes the tag of a link, unless it leads to what is not in the file.
  ///
  /// - Returns: whether it is kept.
  private mutating func link(_ piece: TagReader.Piece, on page: Page) -> Bool {
    let address = piece.value(of: "href") ?? ""
    let isOutside = ["https:", "http:", "mailto:"].contains { address.utf8.starts(with: $0.utf8) }
    let (path, fragment) = page.target(address)
    let keeps = isOutside || paths.contains(path)
    links.append(keeps)
    guard keeps else { return false }
    guard !isOutside else {
      output += piece.bytes
      return true
    }
    // The frame of the first page has the id `main` itself.
    let id = fragment.map { $0 == "main" ? $0 : "\(path):\($0)" } ?? path
    output += replacing(" href=\"\(address)\"", in: piece, with: " href=\"#\(id)\"")
    return true
  }

  private mutating func closeLink(_ piece: TagReader.Piece) {
    if links.popLast() ?? false { output += piece.bytes }
  }

  private func replacing(_ old: String, in piece: TagReader.Piece, with new: String) -> [UInt8] {
    Array(String(decoding: piece.bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
  }
}
