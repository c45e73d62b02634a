import Templates

/// A JSON value, used as a record whose fields are known only at run time.
enum JSONValue: Decodable, Sendable, Equatable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .text("\(value)")
    } else if let value = try? container.decode(Double.self) {
      self = .text("\(value)")
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var text: String { if case .text(let text) = self { text } else { "" } }
  var isTrue: Bool { self == .flag(true) }
  var elements: [JSONValue] { if case .list(let elements) = self { elements } else { [] } }

  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// How the scalars of a case are declared: as text from outside, or as HTML made by the program.
  enum Scalars: Sendable { case text, html }

  func fields(scalars: Scalars) -> TemplateFields<JSONValue> {
    guard case .object(let members) = self else { return [field(".", scalars: scalars) { $0 }] }
    // No tag can contain a name with a space, a bang or a dot, so no schema declares one.
    let names = members.keys.filter { !$0.contains { " !.".contains($0) } }.sorted()
    return TemplateFields(names.map { name in self[name].field(name, scalars: scalars) { $0[name] } })
  }

  private func field(
    _ name: String, scalars: Scalars, _ read: @escaping @Sendable (JSONValue) -> JSONValue
  ) -> TemplateField<JSONValue> {
    switch (self, scalars) {
    case (.flag, _): .flag(name) { read($0).isTrue }
    case (.list(let elements), _):
      .list(name, of: elements.first?.fields(scalars: scalars) ?? []) { read($0).elements }
    case (.object, _): .record(name, of: fields(scalars: scalars), read)
    case (.null, .text), (.text, .text): .text(name) { read($0).text }
    case (.null, .html), (.text, .html): .html(name) { read($0).text }
    }
  }
}
