/// A template that was checked against a record type: rendering it cannot fail.
public struct CompiledTemplate<Record>: Sendable {
  let program: [Instruction]
  let fields: TemplateFields<Record>

  /// A template that shows nothing.
  public static var empty: Self { Self(program: [], fields: []) }

  /// Appends the page, as UTF-8, to the output.
  public func render(_ record: Record, into output: inout [UInt8]) {
    var scopes: [Scope] = [RecordScope(record, fields)]
    run(program, in: &scopes, into: &output)
  }

  /// The page with its values apart.
  public func marked(_ record: Record) -> MarkedText {
    var scopes: [Scope] = [RecordScope(record, fields)]
    var text = MarkedText()
    run(program, in: &scopes, into: &text)
    return text
  }

  /// Whether a field of the page itself is always shown, whatever the record contains.
  func alwaysShows(_ name: String) -> Bool {
    program.contains { instruction in
      switch instruction {
      case .escaped(let field, _), .finished(let field):
        field.depth == 0 && fields.fields[field.index].name.utf8.elementsEqual(name.utf8)
      case .literal, .condition, .records: false
      }
    }
  }
}
