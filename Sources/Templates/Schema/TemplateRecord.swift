/// A value that templates can show: it declares the names they may use.
///
/// The fields are declared once per type, so a template is checked against them before any value exists.
public protocol TemplateRecord: Sendable {
  /// The names a template may use, and how each one is read.
  static var fields: TemplateFields<Self> { get }
}
