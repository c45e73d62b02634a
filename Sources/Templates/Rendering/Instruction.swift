/// One step of rendering; every name has become the place of a field.
enum Instruction: Sendable {
  case literal([UInt8])
  case escaped(FieldReference, TemplateFormat)
  case finished(FieldReference)
  /// A section that changes no scope: shown when the field is there, or when it is not.
  case condition(FieldReference, isShown: Bool, body: [Instruction])
  /// A section over records, each of which is the innermost scope of the body.
  case records(FieldReference, body: [Instruction])
}

/// Where a field is read at run time.
struct FieldReference: Sendable, Equatable {
  /// Its record's place among the open ones; the page is 0.
  let depth: Int
  /// Its place among the record's fields.
  let index: Int
}
