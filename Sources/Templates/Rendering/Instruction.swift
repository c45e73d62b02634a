/// One step of rendering; every name is already the place of a field.
enum Instruction: Sendable {
  case literal([UInt8])
  case escaped(FieldReference, TemplateFormat)
  case finished(FieldReference)
  /// A section that changes no scope: shown when the field is present, or when it is absent.
  case condition(FieldReference, isShown: Bool, body: [Instruction])
  /// A section over records, each of which is the innermost scope of the body.
  case records(FieldReference, body: [Instruction])
}

/// The place from which a field is read at run time.
struct FieldReference: Sendable, Equatable {
  /// The place of its record among the open ones; the page is 0.
  let depth: Int
  /// Its place among the record's fields.
  let index: Int
}
