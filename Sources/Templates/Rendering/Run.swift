/// Executes the instructions, reading from the open scopes.
func run(_ program: [Instruction], in scopes: inout [Scope], into output: inout [UInt8]) {
  for instruction in program {
    switch instruction {
    case .literal(let bytes):
      output.append(contentsOf: bytes)
    case .escaped(let field, let format):
      format.escape(scopes[field.depth].text(at: field.index).utf8, into: &output)
    case .finished(let field):
      scopes[field.depth].appendFinished(at: field.index, to: &output)
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
