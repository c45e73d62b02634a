import Archive
import Foundation
import Health
import Languages
import Markdown
import Portfolio
import Tables
import Templates
import Workbooks

/// A reader of what comes from outside, as fuzzing calls it: any bytes at all, and a promise about what comes of them.
enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, workbook, template, note, settings, archive

  /// Reads the bytes; a broken promise ends the program.
  func read(_ bytes: [UInt8], scratch: ScratchFile) {
    switch self {
    case .csv: Self.csv(scratch.holding(bytes))
    case .workbook: Self.workbook(scratch.holding(bytes))
    case .template: Self.template(String(decoding: bytes, as: UTF8.self))
    case .note: Self.note(String(decoding: bytes, as: UTF8.self))
    case .settings: Self.settings(bytes, in: scratch.folder)
    case .archive: _ = try? verifyArchive(scratch.holding(bytes))
    }
  }

  /// Every cell can be read and has a place in the file; lines go up.
  private static func csv(_ path: String) {
    guard var reader = try? TableReader(file: path, needed: 2, named: { Set($0).intersection(["a", "b"]).count })
    else { return }
    var last = 0
    while (try? reader.advance()) == true {
      precondition(reader.line > last, "rows do not go down the file")
      last = reader.line
      var bytes = 0
      for cell in 0..<max(reader.count, reader.header.count) {
        bytes += reader.withCell(cell) { CellParsing.text($0).utf8.count }
        let place = reader.position(of: cell)
        precondition(place.line >= reader.line && place.column >= 1, "a cell stands before its row")
      }
      _ = (reader.shape, reader.rowInside?.line, reader.isCutOff, bytes)
    }
  }

  /// Every sheet can be read to its end or to its fault, and rows go down.
  private static func workbook(_ path: String) {
    guard let workbook = try? Workbook(path: path) else { return }
    for sheet in workbook.sheets.indices.prefix(3) {
      guard var rows = try? workbook.rows(ofSheet: sheet) else { continue }
      while (try? rows.advance()) == true {
        for cell in 0..<rows.count { rows.withCell(cell) { precondition($0.count <= 64 << 20) } }
      }
    }
  }

  private struct Line: TemplateRecord {
    static let fields: TemplateFields<Line> = [.text("label") { _ in "*l* <b>" }]
  }

  private struct Page: TemplateRecord {
    static let fields: TemplateFields<Page> = [
      .text("name") { _ in "a <i> & *b* | `c`" }, .html("chart") { _ in "<svg/>" }, .flag("capped") { _ in true },
      .list("lines") { _ in [Line(), Line()] }, .record("line") { _ in Line() }, .optional("other") { _ in Line?.none },
    ]
  }

  /// What compiles can be rendered, and a text from outside stays one.
  private static func template(_ text: String) {
    for name in ["page.md", "page.html"] {
      let files = [(name, text), ("part.md", "{{label}}"), ("part.html", "{{label}}")]
      let set = TemplateSet(files: files.map { TemplateFile(name: $0.0, text: $0.1) })
      guard let page = try? set.compile(name, for: Page.self, phrases: TemplatePhrases([("all", "All")])) else {
        continue
      }
      var output: [UInt8] = []
      page.render(Page(), into: &output)
      let shown = String(decoding: output, as: UTF8.self)
      precondition(text.contains("<i>") || !shown.contains("a <i> &"), "a text was inserted unescaped")
    }
  }

  /// A note gives no element but those of Markdown, and no script.
  private static func note(_ text: String) {
    let html = String(decoding: Note(text).html, as: UTF8.self)
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/" || $0 == "!") }
      precondition(elements.contains(String(name.drop { $0 == "/" })), "a note makes the element '\(name)'")
    }
    precondition(!html.contains("href=\"javascript") && !html.contains("href=\"data"), "a note has a link that acts")
  }

  private static let elements: Set<String> = [
    "p", "em", "strong", "del", "a", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "h1", "h2", "h3", "h4",
    "h5", "h6",
  ]

  private static let languages = Languages(builtIn: [])

  /// Settings, model and questions of any bytes give a portfolio or findings.
  private static func settings(_ bytes: [UInt8], in folder: String) {
    _ = FileManager.default.createFile(atPath: folder + "/vigie.yml", contents: Data(bytes))
    _ = FileManager.default.createFile(atPath: folder + "/model.yml", contents: Data(bytes))
    do {
      _ = try loadPortfolio(folder, asOf: Day(number: 20_773), languages: languages)
    } catch {
      precondition(!error.findings.isEmpty, "a refusal without a reason")
    }
  }
}

/// A file, and a folder with a small portfolio, which are written over and over.
final class ScratchFile: Sendable {
  let folder: String
  private let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "vigie-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url.appending(path: "data"), withIntermediateDirectories: true)
    try Data("account_id,name\nA1,Acme\n".utf8).write(to: url.appending(path: "data/accounts.csv"))
    try Data("account_id,date,logins\nA1,2026-11-02,5\n".utf8).write(to: url.appending(path: "data/measures.csv"))
    folder = url.path
    path = folder + "/2026-W47.zip"
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of the file with these bytes in it.
  func holding(_ bytes: [UInt8]) -> String {
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    return path
  }
}
