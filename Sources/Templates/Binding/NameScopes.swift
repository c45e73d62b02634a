/// The scopes open at a place in a template, and the meaning of names there.
///
/// Whether a name is found depends on the declared fields alone, so no data can make a row take a name of its page.
struct NameScopes {
  /// The meaning of a name.
  enum Target {
    case field(FieldReference, FieldShape)
    case phrase(String)
  }

  private enum Names {
    /// A record, by its place on the stack the renderer keeps; opened by a field, except for the page itself.
    case record([FieldShape], depth: Int, opener: FieldReference?)
    /// A section over a text, inside which a lone dot is that text. The renderer keeps no scope for it.
    case text(Target)
  }

  private var open: [Names]
  private var depth = 1
  private let phrases: TemplatePhrases

  init(root: [FieldShape], phrases: TemplatePhrases) {
    open = [.record(root, depth: 0, opener: nil)]
    self.phrases = phrases
  }

  mutating func enterRecord(_ shape: [FieldShape], opener: FieldReference) {
    open.append(.record(shape, depth: depth, opener: opener))
    depth += 1
  }

  mutating func enterText(_ target: Target) {
    open.append(.text(target))
  }

  mutating func leave() {
    if case .record = open.removeLast() { depth -= 1 }
  }

  /// The meaning of a name here: the innermost scope that has its first part decides, whatever comes after the dot.
  func target(of name: [UInt8]) throws(NameFault) -> Target {
    if name == [Byte.dot] { return try currentItem() }
    let first = Array(name.prefix { $0 != Byte.dot })
    for case .record(let fields, let depth, _) in open.reversed() where fields.contains(where: { $0.name == first }) {
      return try target(of: name, in: fields, depth: depth)
    }
    guard first == phrases.name else { throw unknown(name) }
    guard name != first else { throw NameFault(kind: .notText(text(name), .phrases)) }
    guard let phrase = phrases.texts[Array(name.dropFirst(first.count + 1))] else { throw unknown(name) }
    return .phrase(phrase)
  }

  private func currentItem() throws(NameFault) -> Target {
    switch open.last {
    case .text(let target): return target
    case .record(let fields, let depth, _):
      if let index = fields.firstIndex(where: { $0.name == [Byte.dot] }) {
        return .field(FieldReference(depth: depth, index: index), fields[index])
      }
    case nil: break
    }
    throw NameFault(kind: .unknownName(".", nearest: nil))
  }

  private func target(of name: [UInt8], in fields: [FieldShape], depth: Int) throws(NameFault) -> Target {
    if let index = fields.firstIndex(where: { $0.name == name }) {
      return .field(FieldReference(depth: depth, index: index), fields[index])
    }
    // The longest known part of the name explains why the whole is unknown: ends of parts, longest first.
    for end in name.indices.reversed() where name[end] == Byte.dot {
      guard let index = fields.firstIndex(where: { $0.name.elementsEqual(name[..<end]) }) else { continue }
      let value = fields[index]
      switch value.kind {
      case .record: throw unknown(name)
      case .optional:
        let opener = FieldReference(depth: depth, index: index)
        return try target(of: Array(name[(end + 1)...]), fullName: name, throughOptional: value, opener: opener)
      default: throw NameFault(kind: .throughValue(text(name), value: text(value.name), value.kind))
      }
    }
    throw unknown(name)
  }

  /// Resolves the fields of an optional record, which may also be named in full inside its section.
  private func target(
    of rest: [UInt8], fullName: [UInt8], throughOptional value: FieldShape, opener: FieldReference
  ) throws(NameFault) -> Target {
    for case .record(let fields, let depth, let origin) in open.reversed() where origin == opener {
      return try target(of: rest, in: fields, depth: depth)
    }
    throw NameFault(kind: .throughOptional(text(fullName), optional: text(value.name)))
  }

  private func unknown(_ name: [UInt8]) -> NameFault {
    let fieldNames = open.reversed().flatMap { names -> [[UInt8]] in
      if case .record(let fields, _, _) = names { fields.map(\.name) } else { [] }
    }
    let phraseNames = phrases.texts.keys.map { phrases.name + [Byte.dot] + $0 }
    // Sorted, so that of two equally close keys the same one is always suggested.
    let known = fieldNames + phraseNames.sorted { $0.lexicographicallyPrecedes($1) }
    return NameFault(kind: .unknownName(text(name), nearest: nearestName(to: name, among: known)))
  }

  private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

/// Why a name has no meaning at its place.
struct NameFault: Error {
  let kind: TemplateProblem.Kind
}
