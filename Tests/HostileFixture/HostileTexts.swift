import Foundation

/// Texts that try to become markup, script, a path or another text.
public enum HostileTexts {
  /// The texts that are always tried.
  public static let own: [String] = markup + markdown + templates + unicode + layout

  private static let markup = [
    "<script>document.title='owned'</script>", "</style><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='",
    "<svg/onload=alert(1)>",
    "</td></tr></table><h1>out</h1>", "<!-- ", "-->", "<![CDATA[x]]>", "<?php x ?>", "</main></body></html>",
    "&lt;b&gt;",
    "&#60;script&#62;", "&amp;amp;", "&nbsp", "<row x>", "<a href=javascript:alert(1)>x</a>", "<",
    "a < b > c & d \"e\" 'f'",
  ]

  private static let markdown = [
    "](javascript:alert(1))", "[x](javascript:alert(1))", "[x]: javascript:alert(1)", "<javascript:alert(1)>",
    "![x](http://evil.example/x.png)", "![](figure:0)", "![](figure:999999999999999999999)", "![x](mark:green)",
    "![](section:x)", "![](row:sum)", "![11](small:)", "![x](due:)", "a | b | c", "| --- |", "\\| \\", "\\", "`code`",
    "```", "~~~", "**bold** _it_ ~~gone~~", "# head", "1. one", "1) one", "- item", "+ item", "* item", "> quote",
    "---", "===", "[^1]", "http://evil.example", "www.evil.example", "a@evil.example", ":--", "\\<script>",
  ]

  private static let templates = [
    "{{name}}", "{{{content}}}", "{{#rows}}", "{{/rows}}", "{{> layout.html}}", "{name}", "{why}", "{{=<% %>=}}",
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\")", "+1+1", "@SUM(1)", "../../../etc/passwd", "..\\..\\x",
    "CON", "index", "a,b;c\td", "\"quoted\"", "%2e%2e%2f", "${7*7}", "$(id)", "null", "true", "'; DROP TABLE x;--",
  ]

  private static let unicode = [
    String(repeating: "\u{600}", count: 20) + "<b>", "\u{202E}evil\u{202C}", "\u{5E9}\u{5DC}\u{5D5}\u{5DD} <i>",
    "e\u{301}\u{327}<u>", "\u{301}<u>", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}<b>", "\u{200D}|\u{200D}",
    "\u{FEFF}x",
    "\u{E000}\u{FFFE}", "\u{2028}# x", "a\u{2029}- b", "a\u{85}b", "\u{A0}", "\u{3000}- x", "caf\u{E9}", "cafe\u{301}",
    "\u{FF1C}script\u{FF1E}",
  ]

  private static let layout = [
    "two\nlines", "para\n\n# head", "cr\r\nlf\rcr", "line\n- item\n\n    code", "  leading", "\tleading tab",
    "    code",
    "trailing  ", "trailing\\", "a\u{0}b", "a\u{1}\u{8}\u{B}\u{C}\u{1B}[31mb", "\u{7F}x",
    String(repeating: "<b>", count: 3_500), String(repeating: "long ", count: 2_000) + "end",
    String(repeating: "[", count: 300), String(repeating: "> ", count: 50) + "deep",
  ]

  /// Every text of the files in the folder that `VIGIE_CORPORA` names: the strings of JSON files, the lines of others.
  public static func corpora() throws -> [String] {
    guard let folder = ProcessInfo.processInfo.environment["VIGIE_CORPORA"] else { return [] }
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var texts: [String] = []
    for name in names.sorted() {
      let url = URL(filePath: folder).appending(path: name)
      guard [".txt", ".json", ".csv"].contains(where: name.hasSuffix), let data = try? Data(contentsOf: url) else {
        continue
      }
      if name.hasSuffix(".json"), let json = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) {
        collect(json, into: &texts)
      } else {
        texts += data.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return texts
  }

  private static func collect(_ json: Any, into texts: inout [String]) {
    switch json {
    case let text as String: texts.append(text)
    case let list as [Any]: for item in list { collect(item, into: &texts) }
    case let object as [String: Any]:
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        texts.append(key)
        collect(value, into: &texts)
      }
    default: break
    }
  }

  /// The texts that can be the id of an account, each once; texts of blanks only are left out.
  public static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return texts.filter { text in
      let bytes = Array(text.utf8)
      return !bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } && seen.insert(bytes).inserted
    }
  }

  /// Those of the texts that can be the names of accounts and people in one portfolio: none that reads as blank, and of
  /// texts that read as the same name the first.
  public static func names(_ texts: [String]) -> [String] {
    let placeholders = ["#N/A", "N/A", "n/a", "NULL", "null", "NaN", "-", "\u{2013}", "\u{2014}"]
    var seen: Set<String> = []
    return texts.filter { text in
      let name = read(text)
      // Strings are equal here in any normal form.
      return !name.isEmpty && !placeholders.contains(name)
        && seen.insert(name.folding(options: .caseInsensitive, locale: nil)).inserted
    }
  }

  /// A text as a cell is read: without blanks at its ends, and with one space for each run of white space.
  public static func read(_ text: String) -> String {
    let invisible: Set<Unicode.Scalar> = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || invisible.contains(scalar) }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    var tidy = String.UnicodeScalarView()
    for scalar in scalars[first...last] {
      if !scalar.properties.isWhitespace { tidy.append(scalar) } else if tidy.last != " " { tidy.append(" ") }
    }
    return String(tidy)
  }
}
