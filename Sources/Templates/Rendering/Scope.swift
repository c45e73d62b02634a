/// An open record whose fields are read by their index.
///
/// The binder requests only what a field's kind has; anything else is a mistake in the binder.
class Scope {
  private let readers: [FieldReader]

  init(_ readers: [FieldReader]) {
    self.readers = readers
  }

  final func text(at index: Int) -> String {
    guard case .text(let read) = readers[index] else { preconditionFailure("field \(index) is not text") }
    return read(self)
  }

  final func finished(at index: Int) -> [UInt8] {
    if case .bytes(let read) = readers[index] { read(self) } else { Array(text(at: index).utf8) }
  }

  /// Whether a flag is set, a text or list is not empty, or an optional record is present.
  final func isPresent(at index: Int) -> Bool {
    switch readers[index] {
    case .text(let read): !read(self).isEmpty
    case .bytes(let read): !read(self).isEmpty
    case .flag(let read): read(self)
    case .records(let isEmpty, _): !isEmpty(self)
    }
  }

  final func visitRecords(at index: Int, _ body: (Scope) -> Void) {
    guard case .records(_, let visit) = readers[index] else { preconditionFailure("field \(index) holds no records") }
    visit(self, body)
  }
}

/// The scope that knows the record's type.
///
/// It is a class, so that a wide record is copied when its scope is opened, not with every push on the stack.
final class RecordScope<Record>: Scope {
  let record: Record

  init(_ record: Record, _ fields: TemplateFields<Record>) {
    self.record = record
    super.init(fields.readers)
  }
}
