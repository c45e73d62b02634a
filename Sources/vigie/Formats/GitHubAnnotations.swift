/// Workflow commands of GitHub, one per line: `::error file=data/accounts.csv,line=3,col=7,title=…::…`.
func gitHubAnnotations(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.filter { $0.level != .passed }.map { diagnostic in
    var properties: [(String, String)] = []
    if let file = diagnostic.file { properties.append(("file", file)) }
    if let line = diagnostic.line { properties.append(("line", "\(line)")) }
    if let column = diagnostic.column { properties.append(("col", "\(column)")) }
    properties.append(("title", "vigie: \(diagnostic.rule)"))
    let command = diagnostic.level == .note ? "notice" : diagnostic.level.rawValue
    let list = properties.map { "\($0.0)=\(escaped($0.1, also: [":", ","]))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escaped(diagnostic.text))\n"
  }.joined()
}

/// A text in which nothing ends the command early.
private func escaped(_ text: String, also more: [Unicode.Scalar] = []) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    if scalar == "%" || scalar == "\r" || scalar == "\n" || more.contains(scalar) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      escaped += "%" + (code.utf8.count < 2 ? "0" : "") + code
    } else {
      escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
