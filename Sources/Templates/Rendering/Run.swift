/// Executes the instructions, reading from the open scopes.
func run(_ program: [Instruction], in scopes: inout [Scope], into output: inout some TemplateOutput) {
  for instruction in program {
    switch instruction {
    case .literal(let bytes):
      output.append(literal: bytes)
    case .escaped(let field, let format):
      output.append(value: scopes[field.depth].text(at: field.index), escapedFor: format)
    case .finished(let field):
      output.append(literal: scopes[field.depth].finished(at: field.index))
    case .condition(let field, let isShown, let body):
      if scopes[field.depth].isPresent(at: field.index) == isShown {
        run(body, in: &scopes, into: &output)
      }
    case .records(let field, let body):
      scopes[field.depth].visitRecords(at: field.index) { record in
        scopes.append(record)
        run(body, in: &scopes, into: &output)
        scopes.removeLast()
      }
    }
  }
}
