/// A template file and its tree.
struct ParsedTemplate: Sendable {
  let file: TemplateFile
  let source: [UInt8]
  let nodes: [Node]
  let faults: [SyntaxFault]

  init(_ file: TemplateFile) {
    let source = Array(file.text.utf8)
    var scanner = Scanner(source)
    scanner.scan()
    var builder = TreeBuilder(faults: scanner.faults)
    for token in scanner.tokens { builder.append(token) }
    builder.finish()
    self.file = file
    self.source = source
    nodes = builder.nodes
    faults = builder.faults
  }

  /// The tree without the line break at the end of the file: editors add one there, and in the middle of a line, such
  /// as a row of a table, it would end the line.
  var nodesWithinLine: [Node] {
    guard let last = nodes.last, case .text(let text) = last.content, text.last == Byte.lineFeed else { return nodes }
    var kept = text.dropLast()
    if kept.last == Byte.carriageReturn { kept.removeLast() }
    return nodes.dropLast() + [Node(content: .text(kept), offset: last.offset)]
  }

  func problem(_ kind: TemplateProblem.Kind, at offset: Int) -> TemplateProblem {
    let position = SourcePosition(offset: offset, in: source)
    return TemplateProblem(template: file.displayPath, line: position.line, column: position.column, kind: kind)
  }
}
