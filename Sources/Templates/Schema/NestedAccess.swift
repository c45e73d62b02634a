/// How the records inside a record are read, with their type closed over.
struct NestedAccess<Record>: Sendable {
  /// Names and kinds of the inner records' fields; evaluated lazily, because a record type may contain itself in a
  /// list.
  let shape: @Sendable () -> [FieldShape]
  let isEmpty: @Sendable (Record) -> Bool
  /// Calls its second argument with a scope for each inner record, in order.
  let visit: @Sendable (Record, (Scope) -> Void) -> Void

  static func elements<Element>(
    of fields: @escaping @Sendable () -> TemplateFields<Element>,
    _ read: @escaping @Sendable (Record) -> [Element]
  ) -> Self {
    Self(
      shape: { fields().shape },
      isEmpty: { read($0).isEmpty },
      visit: { record, body in
        let fields = fields()
        for element in read(record) { body(RecordScope(element, fields)) }
      }
    )
  }

  static func value<Value>(
    of fields: @escaping @Sendable () -> TemplateFields<Value>,
    _ read: @escaping @Sendable (Record) -> Value
  ) -> Self {
    Self(
      shape: { fields().shape },
      isEmpty: { _ in false },
      visit: { record, body in body(RecordScope(read(record), fields())) }
    )
  }

  static func optional<Value>(
    of fields: @escaping @Sendable () -> TemplateFields<Value>,
    _ read: @escaping @Sendable (Record) -> Value?
  ) -> Self {
    Self(
      shape: { fields().shape },
      isEmpty: { read($0) == nil },
      visit: { record, body in
        if let value = read(record) { body(RecordScope(value, fields())) }
      }
    )
  }

  func reached<Outer>(through read: @escaping @Sendable (Outer) -> Record) -> NestedAccess<Outer> {
    NestedAccess<Outer>(
      shape: shape,
      isEmpty: { isEmpty(read($0)) },
      visit: { record, body in visit(read(record), body) }
    )
  }
}
