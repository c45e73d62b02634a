import BuiltInTemplates
import Foundation
import Markdown
import Publishing
import Templates

/// The documents of the repository as a site of plain files.
///
/// Beginning with the README, it holds what links lead to: Markdown as pages, any other file as it is.
@main
struct DocsSite {
  /// The pages by their paths in the repository.
  private(set) var pages: [String: DocsPage] = [:]
  /// Other files that pages show or link to, by their paths in the repository.
  private(set) var files: [String: [UInt8]] = [:]
  /// Every link that leads nowhere and every piece of HTML, which no page would show, as `file:line: what`.
  private(set) var problems: [String] = []
  private let root: URL

  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      complain("usage: docs-site <folder of the repository> <folder to write>")
      exit(64)
    }
    let site = try DocsSite(of: CommandLine.arguments[1])
    site.problems.forEach(complain)
    guard site.problems.isEmpty else { exit(1) }
    try site.write(to: CommandLine.arguments[2])
  }

  private static func complain(_ words: String) { FileHandle.standardError.write(Data("\(words)\n".utf8)) }

  /// Reads the README of a repository and all that its pages lead to.
  init(of repository: String) throws {
    root = URL(filePath: repository)
    var waiting = ["README.md"]
    while let path = waiting.popLast() {
      guard pages[path] == nil else { continue }
      let page = DocsPage(path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
      pages[path] = page
      problems += page.html.map { "\(path):\($0): HTML is not shown; write it as Markdown or code" }
      for link in page.links {
        guard let target = self.target(link.path) else {
          problems.append("\(path):\(link.line): there is no file '\(link.path)'")
          continue
        }
        if target.hasSuffix(".md") {
          waiting.append(target)
        } else {
          files[target] = try [UInt8](Data(contentsOf: root.appending(path: target)))
        }
      }
    }
    for (path, page) in pages {
      for link in page.links {
        guard !link.fragment.isEmpty, let target = target(link.path).flatMap({ pages[$0] }),
          !target.ids.contains(link.fragment)
        else { continue }
        problems.append("\(path):\(link.line): \(target.path) has no place '#\(link.fragment)'")
      }
    }
    problems.sort()
  }

  /// The file that a link to a path leads to: of a folder, its README; nil where nothing is.
  private func target(_ path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder) else {
      return nil
    }
    return isFolder.boolValue ? target("\(path)/README.md") : path
  }

  /// Writes the site; a folder that it wrote before holds nothing else of it afterwards.
  func write(to folder: String) throws {
    let template = try TemplateSet(
      files: embeddedFiles.map { TemplateFile(name: $0.name, text: $0.text, format: .html) }
    ).compile("page.html", for: DocsView.self)
    var output = files.map { OutputFile(path: $0.key, bytes: $0.value) }
    for page in pages.values {
      var content: [UInt8] = []
      let (markdown, figures) = page.markdown { target($0) }
      renderPage(markdown, figures: figures, into: &content)
      var html: [UInt8] = []
      template.render(DocsView(page, content: content), into: &html)
      output.append(OutputFile(path: DocsPage.address(of: page.path), bytes: html))
    }
    let style = BuiltInTemplates.files.first { $0.name == "style.css" }?.bytes ?? []
    output.append(OutputFile(path: "style.css", bytes: style))
    for file in embeddedFiles where file.name != "page.html" {
      output.append(OutputFile(path: file.name, bytes: Array(file.text.utf8)))
    }
    output.append(OutputFile(path: "index.js", bytes: try index()))
    let publication = try Publication.open(folder)
    _ = try publication.finish(try output.map { try publication.place($0) }, record: "")
  }

  /// What can be found, as a script: pages opened from a disk may load scripts and read no other file.
  private func index() throws -> [UInt8] {
    let sections = pages.values.sorted { $0.path < $1.path }.flatMap { page in
      page.headings.map { heading in
        [page.title, heading.text, "\(DocsPage.address(of: page.path))#\(heading.id)", heading.words]
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return Array("docsIndex = ".utf8) + (try encoder.encode(sections)) + Array(";\n".utf8)
  }
}
