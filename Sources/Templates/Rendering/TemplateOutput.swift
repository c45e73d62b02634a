/// What a template is rendered into.
protocol TemplateOutput {
  /// Appends text of the template, or text that is finished.
  mutating func append(literal: [UInt8])
  /// Appends a value, so that a reader of the format sees it and nothing else.
  mutating func append(value: String, escapedFor format: TemplateFormat)
}

/// The page itself, with the values in it.
extension [UInt8]: TemplateOutput {
  mutating func append(literal: [UInt8]) { append(contentsOf: literal) }

  mutating func append(value: String, escapedFor format: TemplateFormat) { format.escape(value.utf8, into: &self) }
}
