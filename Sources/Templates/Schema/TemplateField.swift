/// One name a template may use, and how its value is read from a record.
public struct TemplateField<Record>: Sendable {
  let name: String
  let access: Access

  /// How the value is read; which case it is decides what templates may do with the name.
  enum Access: Sendable {
    case text(@Sendable (Record) -> String)
    case html(@Sendable (Record) -> String)
    case htmlBytes(@Sendable (Record) -> [UInt8])
    case flag(@Sendable (Record) -> Bool)
    case list(NestedAccess<Record>)
    case record(NestedAccess<Record>, flattened: @Sendable () -> [TemplateField<Record>])
    case optional(NestedAccess<Record>)
  }

  /// Text from outside: `{{name}}` escapes it for the format of the file the tag is in, and nothing else shows it.
  public static func text(_ name: String, _ read: @escaping @Sendable (Record) -> String) -> Self {
    Self(name: name, access: .text(read))
  }

  /// Finished HTML made by the program: `{{{name}}}` in an HTML template inserts it as it is.
  public static func html(_ name: String, _ read: @escaping @Sendable (Record) -> String) -> Self {
    Self(name: name, access: .html(read))
  }

  /// Finished HTML as UTF-8, for fragments that were never a `String`.
  public static func html(_ name: String, _ read: @escaping @Sendable (Record) -> [UInt8]) -> Self {
    Self(name: name, access: .htmlBytes(read))
  }

  /// A yes or no, which only a section or an inverted section can test.
  public static func flag(_ name: String, _ read: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(name: name, access: .flag(read))
  }
}
