/// A run as JUnit XML: one test case per guard and gate, and one per finding.
func junit(_ diagnostics: [Diagnostic], command: String) -> String {
  func count(_ level: Diagnostic.Level) -> Int { diagnostics.count { $0.level == level } }
  let suite = "name=\"vigie \(command)\" tests=\"\(diagnostics.count)\" failures=\"\(count(.error))\" errors=\"0\""
  let cases = diagnostics.map { diagnostic in
    let place = [diagnostic.line, diagnostic.column].compactMap { $0 }.map { ":\($0)" }.joined()
    let name = diagnostic.file == nil ? diagnostic.rule : "\(diagnostic.rule) at \(diagnostic.file ?? "")\(place)"
    let head = "    <testcase classname=\"\(escaped(diagnostic.file ?? "vigie"))\" name=\"\(escaped(name))\""
    let text = escaped(diagnostic.text)
    let body =
      switch diagnostic.level {
      case .passed: "/>"
      case .error:
        ">\n      <failure type=\"\(escaped(diagnostic.rule))\" message=\"\(text)\"/>\n    </testcase>"
      case .warning, .note: ">\n      <system-out>\(text)</system-out>\n    </testcase>"
      }
    return head + body + "\n"
  }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="vigie">
      <testsuite \(suite) skipped="0">
    \(cases.joined())  </testsuite>
    </testsuites>

    """
}

/// A text in an attribute or an element; characters that XML cannot hold become U+FFFD.
private func escaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
    case "\u{FFFE}", "\u{FFFF}", "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": escaped.append("\u{FFFD}")
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}
