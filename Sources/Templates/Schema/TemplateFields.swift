/// The fields of a record type, written as an array literal of ``TemplateField``.
///
/// Two fields with one name, and a name that no tag could contain, are programmer's mistakes and stop the program.
public struct TemplateFields<Record>: Sendable, ExpressibleByArrayLiteral {
  /// The declared fields, each record followed by its inner fields under their dotted names, and each list by a flag
  /// `has_` with its name, unless the record itself declares one of that name.
  let fields: [TemplateField<Record>]
  /// The same fields as the renderer reads them.
  let readers: [FieldReader]

  /// Creates fields in the order they are declared.
  public init(_ declared: [TemplateField<Record>]) {
    var fields: [TemplateField<Record>] = []
    var seen: Set<[UInt8]> = []
    for field in declared {
      let name = Array(field.name.utf8)
      precondition(TagName.isSingle(name[...]), "'\(field.name)' cannot be the name of a template field")
      precondition(seen.insert(name).inserted, "two template fields are named '\(field.name)'")
    }
    for field in declared {
      fields.append(field)
      switch field.access {
      case .record(_, let flattened): fields += flattened()
      case .list(let elements):
        let hasElements = TemplateField<Record>.flag("has_" + field.name) { !elements.isEmpty($0) }
        // No tag could contain such a name for the texts of a list, whose own name is a lone dot.
        if field.name != ".", !seen.contains(Array(hasElements.name.utf8)) { fields.append(hasElements) }
      default: break
      }
    }
    self.fields = fields
    readers = fields.map(FieldReader.init)
  }

  /// Creates fields in the order they are declared.
  public init(arrayLiteral elements: TemplateField<Record>...) {
    self.init(elements)
  }

  /// The shape that a template is checked against; a field keeps its index.
  var shape: [FieldShape] { fields.map(FieldShape.init) }
}
