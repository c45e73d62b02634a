/// A template file and the tree it stands for.
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

  func problem(_ kind: TemplateProblem.Kind, at offset: Int) -> TemplateProblem {
    let position = SourcePosition(offset: offset, in: source)
    return TemplateProblem(template: file.displayPath, line: position.line, column: position.column, kind: kind)
  }
}
