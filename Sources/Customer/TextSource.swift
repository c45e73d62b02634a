/// The source of a text in a customer's document.
public enum TextSource: Hashable, Sendable {
  /// A key of `vigie.yml`.
  case settings(String)
  /// A part of `data/customer/<account_id>.md`.
  case words(Part)
  /// A table and its column, such as `plans.step`.
  case column(String)

  /// The parts of the words that are written for a customer.
  public enum Part: String, Sendable {
    case context, learned, conversation
  }
}

extension TextSource: CustomStringConvertible {
  /// The name of the source in messages, such as `data/customer context`.
  public var description: String {
    switch self {
    case .settings(let key): "vigie.yml \(key)"
    case .words(let part): "data/customer \(part.rawValue)"
    case .column(let name): name
    }
  }
}
