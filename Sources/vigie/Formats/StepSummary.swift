/// A run in Markdown, for the page of a workflow: how it went, guards and gates, and where most is wrong.
func stepSummary(_ diagnostics: [Diagnostic], command: String, lines: [String]) -> String {
  let errors = diagnostics.count { $0.level == .error }
  let warnings = diagnostics.count { $0.level == .warning }
  var text = "## vigie \(command): \(errors == 0 ? "passed" : "needs a look")\n\n"
  for line in lines { text += "\(escaped(line))\n\n" }
  if errors + warnings > 0 {
    text += "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")\n\n"
    text += "| level | where | what |\n|---|---|---|\n"
    let told = diagnostics.filter { $0.level == .error } + diagnostics.filter { $0.level == .warning }
    for diagnostic in told.prefix(mostRows) {
      let place = [diagnostic.line, diagnostic.column].compactMap { $0 }.map { ":\($0)" }.joined()
      let whereabouts = diagnostic.file.map { $0 + place } ?? diagnostic.rule
      text += "| \(diagnostic.level.rawValue) | \(escaped(whereabouts)) | \(escaped(diagnostic.text)) |\n"
    }
    if told.count > mostRows { text += "\n\(told.count - mostRows) more\n" }
    text += "\n"
  }
  return text
}

/// As many rows as somebody reads.
private let mostRows = 50

/// A text of data in which nothing is markup.
private func escaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if "\\`*_{}[]()<>#+-.!|~&:@$".unicodeScalars.contains(scalar) { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}
