/// The fields of a record type, written as an array literal of ``TemplateField``.
///
/// Two fields of one name, and a name that no tag could hold, are programmer's mistakes and stop the program.
public struct TemplateFields<Record>: Sendable, ExpressibleByArrayLiteral {
  /// The declared fields, and after each record the fields inside it under their dotted names.
  let fields: [TemplateField<Record>]
  /// The same fields as the renderer reads them.
  let readers: [FieldReader]

  /// Fields in the order they are declared.
  public init(_ declared: [TemplateField<Record>]) {
    var fields: [TemplateField<Record>] = []
    var seen: Set<[UInt8]> = []
    for field in declared {
      let name = Array(field.name.utf8)
      precondition(TagName.isSingle(name[...]), "'\(field.name)' cannot be the name of a template field")
      precondition(seen.insert(name).inserted, "two template fields are named '\(field.name)'")
      fields.append(field)
      if case .record(_, let flattened) = field.access { fields += flattened() }
    }
    self.fields = fields
    readers = fields.map(FieldReader.init)
  }

  /// Fields in the order they are declared.
  public init(arrayLiteral elements: TemplateField<Record>...) {
    self.init(elements)
  }

  /// What a template can be checked against; a field keeps its index.
  var shape: [FieldShape] { fields.map(FieldShape.init) }
}
