extension TemplateProblem: CustomStringConvertible {
  /// The problem as compilers print theirs: `path:line:column: error: what is wrong`.
  public var description: String {
    "\(template):\(line):\(column): error: \(kind)"
  }
}

extension TemplateProblem.Kind: CustomStringConvertible {
  /// What is wrong, in words for the author of the template.
  public var description: String {
    switch self {
    case .unknownTemplate(let name, let nearest): "there is no template '\(name)'" + suggestion(nearest)
    case .unknownFormat(let name): "'\(name)' does not end in .md or .html, so its values cannot be escaped"
    case .unclosedTag: "this tag is not closed"
    case .malformedTag(let text): "'\(text)' is not a tag"
    case .malformedDelimiters: "new delimiters are two marks with a space between and no '=' in them, as in {{=<% %>=}}"
    case .unclosedSection(let name): "the section '\(name)' is not closed"
    case .mismatchedSection(let open, let close): "'\(close)' is closed here, but the open section is '\(open)'"
    case .tooDeep(let limit): "sections and partials are nested more than \(limit) deep"
    case .tooManyPartials(let limit): "partials are included more than \(limit) times"
    case .unopenedSection(let name): "'\(name)' is closed here, but no section is open"
    case .unknownName(let name, let nearest): "unknown name '\(name)'" + suggestion(nearest)
    case .unknownPartial(let name, let nearest): "there is no partial '\(name)'" + suggestion(nearest)
    case .recursivePartial(let name): "the partial '\(name)' includes itself"
    case .foreignPartial(let name, let format, let including):
      "the partial '\(name)' is \(format.name) and cannot be included in \(including.name)"
    case .notText(let name, let kind): "\(name) is \(kind.name); it cannot be shown by itself, only as a section"
    case .escapedHTML(let name): "\(name) is finished HTML; write {{{\(name)}}}"
    case .unescapedText(let name): "\(name) is text; it cannot be inserted unescaped"
    case .foreignFormat(let name, let finished, let file):
      "\(name) is finished \(finished.name); it cannot be inserted into \(file.name)"
    case .throughOptional(let name, let optional):
      "'\(name)' may be missing; use it inside the section {{#\(optional)}}"
    case .missing(let tag): "the file must hold \(tag) outside of all sections; without it no page is whole"
    case .throughValue(let name, let value, let kind):
      "'\(name)' looks into \(value), which is \(kind.name) and has no names to look up from here"
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}

extension TemplateFormat {
  fileprivate var name: String {
    switch self {
    case .markdown: "Markdown"
    case .html: "HTML"
    }
  }
}

extension TemplateFieldKind {
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .html: "finished HTML"
    case .flag: "a yes or no"
    case .list: "a list"
    case .record: "a record"
    case .optional: "a record that may be missing"
    case .phrases: "the language file"
    }
  }
}
