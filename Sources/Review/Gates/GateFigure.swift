public import Health

/// A figure that a gate can be set on.
public protocol GateFigure: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == String {
  /// What has such figures, as messages name it.
  static var owner: String { get }
  /// A comparison that makes sense for the figure, such as `< 0.6`.
  var usualComparison: String { get }
  /// True for figures between 0 and 1, whether or not they are usually written in per cent.
  var isFraction: Bool { get }
  /// What its numbers are where they cannot be in per cent, such as `counts accounts`; nil where they can.
  var wordsForNoShare: String? { get }
}

/// The condition on a figure under which a gate holds.
public enum GateCondition: Hashable, Sendable {
  /// The figure compares with a number in this way.
  case compares(Comparison, Double)
  /// The figure is unknown yet.
  case isUnknown

  /// Applies it to a value.
  ///
  /// - Parameter reason: why the value is unknown, where it is.
  func answer(_ value: Double?, reason: String) -> GateAnswer {
    guard let value else { return self == .isUnknown ? .holds(nil) : .unknown(reason: reason) }
    guard case .compares(let comparison, let limit) = self else { return .passes(value) }
    return comparison.holds(value, limit) ? .holds(value) : .passes(value)
  }
}

/// The result of applying a gate.
public enum GateAnswer: Hashable, Sendable {
  /// It holds; the figure is nil when the gate holds because it is unknown.
  case holds(Double?)
  /// It does not hold, and the figure is known.
  case passes(Double)
  /// The figure is unknown yet, so the gate cannot be decided.
  case unknown(reason: String)
}

/// Why a text is not a gate, in words.
public struct GateFault: Error, Hashable, Sendable {
  /// What is wrong and what to write instead.
  public let reason: String
}
