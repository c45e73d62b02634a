import Foundation
import Tables

/// The example portfolio with all its own text in Greek letters, so that each Latin word on a page is the
/// program's; with more faults than the example, so that there are findings to read.
struct GreekPortfolio: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "greek-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: ExampleSite.repository.appending(path: "examples/portfolio"), to: folder)
    for (table, columns) in Self.texts { try rewrite("data/\(table).csv", columns: columns) }
    for name in ["data/notes", "data/customer", "data/edition"] { try rewriteNotes(name) }
    for name in ["vigie.yml", "model.yml"] { try rewriteSettings(name) }
    try spoil()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The columns of the example that people fill in their own words.
  private static let texts: [String: Set<String>] = [
    "accounts": ["name", "csm", "industry", "plan", "region", "country", "single_sign_on"],
    "sentiment": ["csm", "reason", "note"], "risks": ["note", "source"], "touchpoints": ["by", "with", "note"],
    "tickets": ["subject"], "contacts": ["name"], "goals": ["goal", "unit"], "outcomes": ["reason", "evidence"],
    "reviews": ["by", "note", "next_step"], "plans": ["step", "owner"],
  ]

  /// A text with a Greek letter for each Latin one, with or without accents.
  private static func greek(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      guard scalar.properties.isAlphabetic, scalar.value < 0x370 else {
        if scalar.properties.generalCategory != .nonspacingMark { scalars.append(scalar) }
        continue
      }
      scalars.append(Unicode.Scalar(0x3B1 + scalar.value % 24) ?? "α")
    }
    return String(scalars)
  }

  private func rewrite(_ file: String, columns: Set<String>) throws {
    let url = folder.appending(path: file)
    var reader = try TableReader(file: url.path)
    let header = reader.header
    let dialect = CSVDialect()
    var bytes = dialect.row(header)
    while try reader.advance() {
      let cells = header.indices.map { column in
        let text = reader.withCell(column) { String(decoding: $0, as: UTF8.self) }
        return columns.contains(header[column]) ? Self.greek(text) : text
      }
      bytes += dialect.row(cells)
    }
    try Data(bytes).write(to: url)
  }

  private func rewriteNotes(_ name: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? []
    for file in names {
      let url = folder.appending(path: "\(name)/\(file)")
      let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
      // The headings of what is written for customers are our names.
      let isCustomer = name == "data/customer"
      let text = lines.map { isCustomer && $0.hasPrefix("# ") ? $0 : Self.greek($0) }.joined(separator: "\n")
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private func rewriteSettings(_ name: String) throws {
    let url = folder.appending(path: name)
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacing(/(?m)^( *(?:title|by|why|expected|from|green|yellow|red): )([^\n{]*)$/) {
        $0.output.1 + Self.greek(String($0.output.2))
      }
      .replacing(/((?:name|why|en|fr): )([^,}\n]*)/) { $0.output.1 + Self.greek(String($0.output.2)) }
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Adds faults of many kinds, none of which stops a build.
  private func spoil() throws {
    try add("C1001,2026-11-10,blue,,,", to: "data/sentiment.csv")
    try add("C1001,2026-11-10,green,,,,,,,,,", to: "data/sentiment.csv")
    try add("C1001,,green,,,", to: "data/sentiment.csv")
    try add("C1001,T-1,2026-11-10,,urgnt,seven,", to: "data/tickets.csv")
    try "α".write(to: folder.appending(path: "data/notes/C9999.md"), atomically: true, encoding: .utf8)
    try "α\n# Contekst\nα\n".write(
      to: folder.appending(path: "data/customer/C1004.md"), atomically: true, encoding: .utf8)
    let model = folder.appending(path: "model.yml")
    let text = try String(contentsOf: model, encoding: .utf8)
      .replacing("feature_depth: {of: features_used", with: "feature_depth: {of: features_usd")
      .replacing("labels:\n", with: "labels:\n  seat_usee: {fr: α}\n")
    try text.write(to: model, atomically: true, encoding: .utf8)
  }

  private func add(_ line: String, to file: String) throws {
    let handle = try FileHandle(forWritingTo: folder.appending(path: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data((line + "\n").utf8))
    try handle.close()
  }
}
