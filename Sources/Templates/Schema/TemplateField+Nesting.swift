extension TemplateField {
  /// Records a section shows one after the other; its inverted section is shown when there are none.
  public static func list<Element: TemplateRecord>(
    _ name: String, _ read: @escaping @Sendable (Record) -> [Element]
  ) -> Self {
    // The element's fields are evaluated lazily, because a record may contain a list of its own kind.
    Self(name: name, access: .list(.elements(of: { Element.fields }, read)))
  }

  /// Texts a section shows one after the other, each of them as `{{.}}`.
  public static func list(_ name: String, _ read: @escaping @Sendable (Record) -> [String]) -> Self {
    Self(name: name, access: .list(.elements(of: { [.text(".") { $0 }] }, read)))
  }

  /// Records whose names are known only at run time.
  public static func list<Element>(
    _ name: String, of fields: TemplateFields<Element>, _ read: @escaping @Sendable (Record) -> [Element]
  ) -> Self {
    Self(name: name, access: .list(.elements(of: { fields }, read)))
  }

  /// A record that is always present: its fields are reached as `name.field`, or inside the section `name`.
  public static func record<Value: TemplateRecord>(
    _ name: String, _ read: @escaping @Sendable (Record) -> Value
  ) -> Self {
    record(name, fields: { Value.fields }, read)
  }

  /// A record whose names are known only at run time.
  public static func record<Value>(
    _ name: String, of fields: TemplateFields<Value>, _ read: @escaping @Sendable (Record) -> Value
  ) -> Self {
    record(name, fields: { fields }, read)
  }

  /// A record that may be missing: its section is shown when it is present, its inverted section when it is not.
  public static func optional<Value: TemplateRecord>(
    _ name: String, _ read: @escaping @Sendable (Record) -> Value?
  ) -> Self {
    Self(name: name, access: .optional(.optional(of: { Value.fields }, read)))
  }

  private static func record<Value>(
    _ name: String,
    fields: @escaping @Sendable () -> TemplateFields<Value>,
    _ read: @escaping @Sendable (Record) -> Value
  ) -> Self {
    let flattened: @Sendable () -> [Self] = {
      fields().fields.map { $0.reached(through: read, prefix: name) }
    }
    return Self(name: name, access: .record(.value(of: fields, read), flattened: flattened))
  }

  /// The same field seen from a record that holds this one, named `prefix.name`.
  private func reached<Outer>(
    through read: @escaping @Sendable (Outer) -> Record, prefix: String
  ) -> TemplateField<Outer> {
    let reached: TemplateField<Outer>.Access =
      switch access {
      case .text(let inner): .text { inner(read($0)) }
      case .html(let inner): .html { inner(read($0)) }
      case .htmlBytes(let inner): .htmlBytes { inner(read($0)) }
      case .flag(let inner): .flag { inner(read($0)) }
      case .list(let inner): .list(inner.reached(through: read))
      // What a nested record holds is already among the fields that are being reached.
      case .record(let inner, _): .record(inner.reached(through: read), flattened: { [] })
      case .optional(let inner): .optional(inner.reached(through: read))
      }
    return TemplateField<Outer>(name: prefix + "." + name, access: reached)
  }
}
