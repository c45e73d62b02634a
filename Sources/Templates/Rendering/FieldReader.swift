/// How a field is read from its scope, with the record's type closed over.
///
/// It is not generic: reading a field through generic code makes the runtime look up generic types for each field.
enum FieldReader: Sendable {
  case text(@Sendable (Scope) -> String)
  case bytes(@Sendable (Scope) -> [UInt8])
  case flag(@Sendable (Scope) -> Bool)
  case records(
    isEmpty: @Sendable (Scope) -> Bool,
    visit: @Sendable (Scope, (Scope) -> Void) -> Void
  )

  init<Record>(_ field: TemplateField<Record>) {
    switch field.access {
    case .text(let read), .html(let read): self = .text { read(Self.typed($0).record) }
    case .htmlBytes(let read): self = .bytes { read(Self.typed($0).record) }
    case .flag(let read): self = .flag { read(Self.typed($0).record) }
    case .list(let nested), .record(let nested, _), .optional(let nested):
      self = .records(
        isEmpty: { nested.isEmpty(Self.typed($0).record) },
        visit: { scope, body in nested.visit(Self.typed(scope).record, body) })
    }
  }

  /// The scope with its type: readers and record enter a scope together, from the same fields, and debug builds check
  /// it.
  ///
  /// It returns the scope, not the record, so that reading one field of a wide record does not copy the whole record.
  private static func typed<Record>(_ scope: Scope) -> RecordScope<Record> {
    unsafeDowncast(scope, to: RecordScope<Record>.self)
  }
}
