/// A field without its record type: everything needed to check a template.
struct FieldShape {
  /// The name in UTF-8, because two canonically equivalent spellings are two names.
  let name: [UInt8]
  let kind: TemplateFieldKind
  /// The fields inside, for a list, a record and an optional record.
  let inner: () -> [FieldShape]

  init<Record>(_ field: TemplateField<Record>) {
    name = Array(field.name.utf8)
    switch field.access {
    case .text: (kind, inner) = (.text, { [] })
    case .html, .htmlBytes: (kind, inner) = (.html, { [] })
    case .flag: (kind, inner) = (.flag, { [] })
    case .list(let nested): (kind, inner) = (.list, nested.shape)
    case .record(let nested, _): (kind, inner) = (.record, nested.shape)
    case .optional(let nested): (kind, inner) = (.optional, nested.shape)
    }
  }
}
