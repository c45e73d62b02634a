import Foundation

/// A Markdown file with its headings and links.
struct DocsPage {
  /// A heading and what stands below it, up to the next one.
  struct Heading {
    let level: Int
    /// The address that GitHub gives it as well.
    let id: String
    let text: String
    var words = ""
  }

  /// A link or an image that leads to a file of the repository.
  struct Link {
    let line: Int
    /// The path in the repository.
    let path: String
    /// The heading that is linked to; empty without one.
    let fragment: String
  }

  /// The path in the repository.
  let path: String
  private(set) var headings: [Heading] = []
  /// What links can lead to: headings, and places that are named as GitHub takes it, `<a id="name"></a>`.
  private(set) var ids: Set<String> = []
  private(set) var links: [Link] = []
  /// The lines that hold HTML.
  private(set) var html: [Int] = []
  private var lines: [Line] = []

  /// A line in pieces; those within backticks are code.
  private struct Line {
    var text: Substring
    /// The heading that it is, by its position; nil for other lines.
    var heading: Int?
    /// Whether it is part of a block of code.
    var isBlock = false
    /// Whether inline code that began above goes on.
    var startsInCode = false
  }

  /// The heading of the whole page.
  var title: String { headings.first?.text ?? path }

  init(_ path: String, _ text: String) {
    self.path = path
    var isBlock = false
    var isCode = false
    for text in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = Line(text: text, startsInCode: isCode)
      let isFence = text.drop { $0 == " " }.hasPrefix("```")
      line.isBlock = isBlock || isFence
      if isFence { isBlock.toggle() }
      if line.isBlock || text.allSatisfy(\.isWhitespace) {
        isCode = false
        line.startsInCode = false
      } else {
        if text.count(where: { $0 == "`" }) % 2 == 1 { isCode.toggle() }
        if let match = text.wholeMatch(of: /(#{1,6}) (.*)/) {
          line.heading = headings.count
          let heading = heading(level: match.1.count, match.2)
          headings.append(heading)
          ids.insert(heading.id)
        }
      }
      lines.append(line)
      read(line, at: lines.count)
    }
  }

  /// The address of a page in the site.
  static func address(of path: String) -> String {
    let (folder, name) = parted(path)
    guard name.hasSuffix(".md") else { return path }
    return folder + (name == "README.md" ? "index.html" : name.dropLast(3) + ".html")
  }

  /// The way from a page up to the top of the site, such as `../`.
  var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

  /// The page as our Markdown takes it: headings with addresses, links to pages of the site, images as figures.
  ///
  /// - Parameter target: the file that a link to a path leads to.
  func markdown(target: (String) -> String?) -> (text: [UInt8], figures: [[UInt8]]) {
    var figures: [[UInt8]] = []
    let text = lines.map { line -> String in
      guard !line.isBlock else { return String(line.text) }
      let text = Self.mapped(line) { piece in
        piece.replacing(Self.link) { match in
          guard let link = link(String(match.address), line: 0) else { return String(match.0) }
          let place = target(link.path) ?? link.path
          let address = root + Self.address(of: place) + (link.fragment.isEmpty ? "" : "#" + link.fragment)
          guard let alternative = match.image else { return "](\(address))" }
          figures.append(Array(#"<img src="\#(address)" alt="\#(alternative)">"#.utf8))
          return "![](figure:\(figures.count - 1))"
        }.replacing(Self.anchor) { "![](anchor:\($0.1))" }
      }
      guard let heading = line.heading else { return text }
      let level = headings[heading].level
      return "\(text.prefix(level)) ![\(text.dropFirst(level + 1))](anchor:\(headings[heading].id))"
    }
    return (Array(text.joined(separator: "\n").utf8), figures)
  }

  /// The end of a link, or an image with its alternative text.
  private static var link: Regex<(Substring, image: Substring?, address: Substring)> {
    /(?:!\[(?<image>[^\]]*))?\]\((?<address>[^)\s]+)\)/
  }

  private static var anchor: Regex<(Substring, Substring)> { /<a id="([a-z0-9-]+)"><\/a>/ }

  private mutating func read(_ line: Line, at number: Int) {
    var words = line.text
    if !line.isBlock {
      let text = Self.mapped(line) { piece in
        for match in piece.matches(of: Self.link) {
          if let link = link(String(match.address), line: number) { links.append(link) }
        }
        ids.formUnion(piece.matches(of: Self.anchor).map { String($0.1) })
        let plain = piece.replacing(Self.anchor, with: "")
        if plain.contains(/<[a-zA-Z\/!](?!ttps?:)/) { html.append(number) }
        return plain.replacing(Self.link, with: "")
      }
      words = Substring(text.filter { !"`*|[]#!".contains($0) })
    }
    guard line.heading == nil, !headings.isEmpty else { return }
    let end = headings.count - 1
    headings[end].words += (headings[end].words.isEmpty ? "" : " ") + words.split(separator: " ").joined(separator: " ")
  }

  /// A line whose text outside of code is changed.
  private static func mapped(_ line: Line, _ change: (String) -> String) -> String {
    var isCode = line.startsInCode
    return line.text.split(separator: "`", omittingEmptySubsequences: false).map { piece in
      defer { isCode.toggle() }
      return isCode ? String(piece) : change(String(piece))
    }.joined(separator: "`")
  }

  private func link(_ address: String, line: Int) -> Link? {
    guard !address.contains("://"), !address.hasPrefix("mailto:") else { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : ""
    guard !parts[0].isEmpty else { return Link(line: line, path: path, fragment: fragment) }
    var folders: [Substring] = []
    for part in (Self.parted(path).folder + parts[0]).split(separator: "/") where part != "." {
      if part == "..", !folders.isEmpty { folders.removeLast() } else { folders.append(part) }
    }
    return Link(line: line, path: folders.joined(separator: "/"), fragment: fragment)
  }

  private func heading(level: Int, _ markdown: Substring) -> Heading {
    let text = markdown.replacing(/\]\([^)]*\)/, with: "").filter { !"`*[]".contains($0) }
    let plain = text.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
    let id = plain.replacing(" ", with: "-")
    let same = headings.count { $0.id == id || $0.id.wholeMatch(of: /(.*)-\d+/).map { $0.1 == id } ?? false }
    return Heading(level: level, id: same == 0 ? id : "\(id)-\(same)", text: String(text))
  }

  private static func parted(_ path: String) -> (folder: String, name: String) {
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return (String(path[..<end]), String(path[end...]))
  }
}
