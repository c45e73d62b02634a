/// Turns trees into instructions: every name becomes the place of a field, every partial part of the file that includes
/// it.
struct Binder {
  private let templates: [[UInt8]: ParsedTemplate]
  private var names: NameScopes
  private var faults = FaultLog()
  /// The files being bound, outermost first: a partial that is among them includes itself.
  private var including: [[UInt8]] = []
  /// How often partials may be included in one template: two of each in the next would double thirty times.
  private static let mostPartials = 10_000
  private var partials = 0

  init(templates: [[UInt8]: ParsedTemplate], names: NameScopes) {
    self.templates = templates
    self.names = names
  }

  var problems: [TemplateProblem] { faults.problems }

  mutating func bindTemplate(named name: String) -> [Instruction] {
    guard let template = templates[Array(name.utf8)] else {
      let nearest = nearestTemplate(to: Array(name.utf8))
      faults.record(TemplateProblem(template: name, line: 1, column: 1, kind: .unknownTemplate(name, nearest: nearest)))
      return []
    }
    var program = Program()
    bindFile(template, nodes: template.nodes, indentation: [], into: &program)
    return program.instructions
  }

  private mutating func bindFile(
    _ template: ParsedTemplate, nodes: [Node], indentation: [UInt8], into program: inout Program
  ) {
    for fault in template.faults { faults.record(template.problem(fault.kind, at: fault.offset)) }
    guard let format = template.file.format else {
      faults.record(template.problem(.unknownFormat(template.file.name), at: 0))
      return
    }
    including.append(Array(template.file.name.utf8))
    bind(nodes, of: Source(template: template, format: format, indentation: indentation), into: &program)
    including.removeLast()
  }

  private mutating func bind(_ nodes: [Node], of source: Source, into program: inout Program) {
    for node in nodes {
      do throws(NameFault) {
        switch node.content {
        case .lineStart: program.append(literal: source.indentation)
        case .text(let text): program.append(literal: text)
        case .escaped(let name): try bindEscaped(name, format: source.format, into: &program)
        case .unescaped(let name): try bindUnescaped(name, format: source.format, into: &program)
        case .section(let name, let inverted, let body):
          try bindSection(name, inverted: inverted, body: body, of: source, into: &program)
        case .partial(let name, let indentation):
          try bindPartial(name, indentation: indentation, of: source, into: &program)
        }
      } catch {
        faults.record(source.template.problem(error.kind, at: node.offset))
      }
    }
  }

  private func bindEscaped(
    _ name: [UInt8], format: TemplateFormat, into program: inout Program
  ) throws(NameFault) {
    switch try names.target(of: name) {
    case .phrase(let text):
      var escaped: [UInt8] = []
      format.escape(text.utf8, into: &escaped)
      program.append(literal: escaped)
    case .field(let field, let shape):
      switch shape.kind {
      case .text: program.append(.escaped(field, format))
      case .html: throw NameFault(kind: .escapedHTML(text(name)))
      case .flag, .list, .record, .optional, .phrases: throw NameFault(kind: .notText(text(name), shape.kind))
      }
    }
  }

  private func bindUnescaped(
    _ name: [UInt8], format: TemplateFormat, into program: inout Program
  ) throws(NameFault) {
    switch try names.target(of: name) {
    case .phrase(let phrase):
      guard format == .markdown else {
        throw NameFault(kind: .foreignFormat(text(name), finished: .markdown, file: format))
      }
      program.append(literal: phrase.utf8)
    case .field(let field, let shape):
      switch shape.kind {
      case .html where format == .html: program.append(.finished(field))
      case .html: throw NameFault(kind: .foreignFormat(text(name), finished: .html, file: format))
      case .text: throw NameFault(kind: .unescapedText(text(name)))
      case .flag, .list, .record, .optional, .phrases: throw NameFault(kind: .notText(text(name), shape.kind))
      }
    }
  }

  private mutating func bindSection(
    _ name: [UInt8], inverted: Bool, body: [Node], of source: Source, into program: inout Program
  ) throws(NameFault) {
    let target = try names.target(of: name)
    var inner = Program()
    switch target {
    case .phrase(let phrase):
      names.enterText(target)
      bind(body, of: source, into: &inner)
      names.leave()
      if phrase.isEmpty == inverted { program.append(inner) }
    case .field(let field, let shape):
      let opensRecords = !inverted && [.list, .record, .optional].contains(shape.kind)
      let opensText = !inverted && [.text, .html].contains(shape.kind)
      if opensRecords { names.enterRecord(shape.inner(), opener: field) }
      if opensText { names.enterText(target) }
      bind(body, of: source, into: &inner)
      if opensRecords || opensText { names.leave() }
      program.append(
        opensRecords
          ? .records(field, body: inner.instructions)
          : .condition(field, isShown: !inverted, body: inner.instructions))
    }
  }

  private mutating func bindPartial(
    _ name: [UInt8], indentation: [UInt8]?, of source: Source, into program: inout Program
  ) throws(NameFault) {
    guard let partial = templates[name] else {
      throw NameFault(kind: .unknownPartial(text(name), nearest: nearestTemplate(to: name)))
    }
    partials += 1
    guard partials <= Self.mostPartials else { throw NameFault(kind: .tooManyPartials(limit: Self.mostPartials)) }
    guard including.count <= TreeBuilder.deepest else {
      throw NameFault(kind: .tooDeep(limit: TreeBuilder.deepest))
    }
    if including.contains(name) { throw NameFault(kind: .recursivePartial(text(name))) }
    if let format = partial.file.format, format != source.format {
      throw NameFault(kind: .foreignPartial(text(name), format: format, including: source.format))
    }
    if let indentation {
      bindFile(partial, nodes: partial.nodes, indentation: source.indentation + indentation, into: &program)
    } else {
      // The line continues after the tag, so the prefix of this file's lines has already been written.
      bindFile(partial, nodes: partial.nodesWithinLine, indentation: [], into: &program)
    }
  }

  private func nearestTemplate(to name: [UInt8]) -> String? {
    nearestName(to: name, among: templates.keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

/// The file being bound, and the prefix of each of its lines.
private struct Source {
  let template: ParsedTemplate
  let format: TemplateFormat
  let indentation: [UInt8]
}
