/// A sentence and its values, kept apart so that the sentence can be translated.
///
/// It is written as an interpolated text. For `"no account has the id '\(id)'"` the pattern is `no account has the id
/// '{1}'`.
public struct Message: Sendable {
  fileprivate enum Value: Sendable {
    case text(String)
    case message(Message)
  }

  /// The sentence in English, with `{1}`, `{2}` and so on in place of its values.
  public let pattern: String
  private let values: [Value]

  /// Creates a message that is the same in every language, such as an error of the system.
  public init(verbatim text: String) {
    pattern = "{1}"
    values = [.text(text)]
  }

  /// The sentence with its values; `translation` returns the translated pattern for a pattern, if there is one.
  public func text(_ translation: (String) -> String?) -> String {
    var told = String.UnicodeScalarView()
    var rest = (translation(pattern) ?? pattern).unicodeScalars[...]
    while let open = rest.firstIndex(of: "{") {
      told.append(contentsOf: rest[..<open])
      rest = rest[rest.index(after: open)...]
      let digits = rest.prefix { ("0"..."9").contains($0) }
      // A brace that begins no placeholder represents itself.
      guard let number = Int(String(digits)), values.indices.contains(number - 1), digits.endIndex < rest.endIndex,
        rest[digits.endIndex] == "}"
      else {
        told.append("{")
        continue
      }
      switch values[number - 1] {
      case .text(let text): told.append(contentsOf: text.unicodeScalars)
      case .message(let message): told.append(contentsOf: message.text(translation).unicodeScalars)
      }
      rest = rest[rest.index(after: digits.endIndex)...]
    }
    told.append(contentsOf: rest)
    return String(told)
  }
}

extension Message {
  /// Which sentence it is, whatever its values are: its pattern and those of the sentences in it.
  var shape: String {
    values.reduce(pattern) { shape, value in
      if case .message(let part) = value { shape + "\u{0}" + part.shape } else { shape }
    }
  }

  /// The first value that stands in quotes, which is what somebody wrote; nil where none does.
  var offender: String? {
    for (index, value) in values.enumerated() {
      switch value {
      case .text(let text): if pattern.contains("'{\(index + 1)}'") { return text }
      case .message(let part): if let offender = part.offender { return offender }
      }
    }
    return nil
  }

  /// Joins two parts of a sentence.
  public static func + (first: Message, second: Message) -> Message { "\(first)\(second)" }
}

extension Message: Hashable {
  /// True when both read the same in English.
  public static func == (left: Message, right: Message) -> Bool { left.description == right.description }

  /// Hashes the English text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Message: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { text { _ in nil } }
}

extension Message: ExpressibleByStringInterpolation {
  /// The parts of a sentence as the compiler passes them.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [Value] = []

    /// Creates an empty interpolation.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Adds a value.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      add(.text(value.description))
    }

    /// Adds an error's description.
    public mutating func appendInterpolation(_ error: any Error) { add(.text("\(error)")) }

    /// Adds a sentence or a part of one, which is translated as well.
    public mutating func appendInterpolation(_ message: Message) {
      add(.message(message))
    }

    private mutating func add(_ value: Value) {
      values.append(value)
      pattern += "{\(values.count)}"
    }
  }

  /// Creates a sentence without values.
  public init(stringLiteral value: String) {
    pattern = value
    values = []
  }

  /// Creates a sentence with its values.
  public init(stringInterpolation parts: StringInterpolation) {
    pattern = parts.pattern
    values = parts.values
  }
}
