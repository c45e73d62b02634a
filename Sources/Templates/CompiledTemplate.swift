/// A template that was checked against a record type: rendering it cannot fail.
public struct CompiledTemplate<Record>: Sendable {
  let program: [Instruction]
  let fields: TemplateFields<Record>

  /// Appends the page, as UTF-8, to the output.
  public func render(_ record: Record, into output: inout [UInt8]) {
    var scopes: [Scope] = [RecordScope(record, fields)]
    run(program, in: &scopes, into: &output)
  }
}
