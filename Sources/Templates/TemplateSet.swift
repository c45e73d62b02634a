/// The templates of a site: any of them can be compiled, and can include the others as partials.
public struct TemplateSet: Sendable {
  private let templates: [[UInt8]: ParsedTemplate]

  /// Parses every file; of two files with one name the later one counts.
  public init(files: some Sequence<TemplateFile>) {
    templates = Dictionary(
      files.map { (Array($0.name.utf8), ParsedTemplate($0)) }, uniquingKeysWith: { _, later in later })
  }

  /// Checks a template and its partials against a record type.
  ///
  /// It throws every problem found, in the order of the text. Names inside a section of unknown name are not looked up,
  /// because nothing is known about them.
  ///
  /// - Parameter needed: fields of the record that the page is useless without; each must be outside every
  ///   section, so that it is always shown.
  public func compile<Record: TemplateRecord>(
    _ name: String, for record: Record.Type, phrases: TemplatePhrases = .none, needing needed: [String] = []
  ) throws(TemplateErrors) -> CompiledTemplate<Record> {
    let template: CompiledTemplate<Record> = try compile(name, fields: Record.fields, phrases: phrases)
    let missing = needed.filter { !template.alwaysShows($0) }
    guard missing.isEmpty else {
      let path = templates[Array(name.utf8)]?.file.displayPath ?? name
      throw TemplateErrors(
        problems: missing.map { field in
          let isHTML = Record.fields.shape.first { $0.name.elementsEqual(field.utf8) }?.kind == .html
          return TemplateProblem(
            template: path, line: 1, column: 1, kind: .missing(isHTML ? "{{{\(field)}}}" : "{{\(field)}}"))
        })
    }
    return template
  }

  /// Checks a template and its partials against fields that are known only at run time.
  public func compile<Record>(
    _ name: String, fields: TemplateFields<Record>, phrases: TemplatePhrases = .none
  ) throws(TemplateErrors) -> CompiledTemplate<Record> {
    var binder = Binder(templates: templates, names: NameScopes(root: fields.shape, phrases: phrases))
    let program = binder.bindTemplate(named: name)
    guard binder.problems.isEmpty else { throw TemplateErrors(problems: binder.problems) }
    return CompiledTemplate(program: program, fields: fields)
  }
}
