import Findings
public import Health

/// A condition on the backtest that should stop somebody: `auc < 0.6`, `missed > 20% at 180`, `auc unknown`.
public struct BacktestGate: Hashable, Sendable {
  /// The condition on the figure under which the gate holds.
  public enum Condition: Hashable, Sendable {
    /// The figure compares with a number in this way.
    case compares(Comparison, Double)
    /// The figure is unknown yet.
    case isUnknown
  }

  /// The figure.
  public let figure: BacktestFigure
  /// The condition on it.
  public let condition: Condition
  /// Days before the outcome.
  public let horizon: Int

  /// The result of applying a gate to a backtest.
  public enum Answer: Hashable, Sendable {
    /// It holds; the figure is nil when the gate holds because it is unknown.
    case holds(Double?)
    /// It does not hold, and the figure is known.
    case passes(Double)
    /// The figure is unknown yet, so the gate cannot be decided.
    case unknown(reason: String)
  }

  /// Why a text is not a gate, in words.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong and what to write instead.
    public let reason: String
  }

  /// Reads `FIGURE OP NUMBER` or `FIGURE unknown`, with `at HORIZON` if it is not the given one.
  ///
  /// A number may be in per cent: `missed > 20%` and `missed > 20 %` are `missed > 0.2`.
  public init(_ text: String, horizon: Int) throws(Fault) {
    var rest = Substring(text)
    let name = rest.take { $0 != " " && !"<>=".unicodeScalars.contains($0) }
    guard !name.isEmpty else { throw Fault(reason: "'\(text)' names no figure; write a gate such as 'auc < 0.6'") }
    guard let figure = BacktestFigure(rawValue: name) else {
      let known = BacktestFigure.allCases.map(\.rawValue)
      let nearest = nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
      throw Fault(
        reason: "'\(name)' is no figure of the backtest; \(nearest ?? "known: " + known.joined(separator: ", "))")
    }
    self.figure = figure
    if let comparison = Comparison.allCases.first(where: { rest.dropBlanks().hasPrefix($0.rawValue) }) {
      rest = rest.dropBlanks().dropFirst(comparison.rawValue.unicodeScalars.count)
      var number = rest.take { $0 != " " }
      // `20 %` with a space, as in French and in careful typography.
      if !number.isEmpty, rest.dropBlanks().unicodeScalars.first == "%" { number += rest.take { $0 == "%" } }
      let isPercent = number.hasSuffix("%")
      guard let value = Double(isPercent ? String(number.dropLast()) : number), value.isFinite else {
        throw Fault(reason: "'\(number)' in '\(text)' is no number; write one such as 0.6 or 20%")
      }
      let limit = isPercent ? value / 100 : value
      guard !figure.isCount || !isPercent else {
        let what = figure == .leadTime ? "is in days" : "counts accounts"
        throw Fault(reason: "\(name) \(what); write \(number.dropLast()) without the per cent sign")
      }
      guard !figure.isFraction || (0...1).contains(limit) else {
        let hint = !isPercent && (1...100).contains(value) ? "; did you mean \(number)%?" : ""
        throw Fault(reason: "\(name) is a share between 0 and 1, and '\(number)' is not\(hint)")
      }
      let range = figure.isFraction ? 0...1 : 0...Double.infinity
      guard comparison.canHold(in: range, limit) else {
        throw Fault(
          reason: "'\(text)' never holds, since \(name) is never \(limit > 0 ? "above 1" : "below 0")")
      }
      condition = .compares(comparison, limit)
    } else if rest.take(while: { $0 != " " }) == "unknown" {
      condition = .isUnknown
    } else {
      throw Fault(reason: "'\(text)' compares with nothing; write one such as '\(name) < 0.6' or '\(name) unknown'")
    }
    switch rest.take(while: { $0 != " " }) {
    case "": self.horizon = horizon
    case "at":
      let days = rest.take { $0 != " " }
      guard let known = Int(days), Backtest.horizons.contains(known) else {
        throw Fault(reason: "'\(days)' in '\(text)' is no horizon; write \(Backtest.horizonWords)")
      }
      self.horizon = known
    case let word:
      throw Fault(reason: "'\(word)' in '\(text)' is not understood; after the number only 'at 180' can stand")
    }
    let excess = rest.take { _ in true }
    guard excess.isEmpty else { throw Fault(reason: "'\(excess)' in '\(text)' is too much") }
  }

  /// Applies the gate to the backtest of models; for fitted ones it uses only the outcomes since the fit.
  public func answer(_ backtest: Backtest, of models: Models) -> Answer {
    let result = backtest[horizon]?.proving(models)
    guard let result, let value = figure.value(in: result) else {
      if condition == .isUnknown { return .holds(nil) }
      return .unknown(reason: result.map(figure.reasonUnknown) ?? "")
    }
    guard case .compares(let comparison, let limit) = condition else { return .passes(value) }
    return comparison.holds(value, limit) ? .holds(value) : .passes(value)
  }
}

extension Backtest {
  /// The horizons as a sentence lists them: `30, 90 or 180`.
  public static var horizonWords: String {
    horizons.dropLast().map(String.init).joined(separator: ", ") + " or " + (horizons.last.map(String.init) ?? "")
  }
}

extension Substring {
  func dropBlanks() -> Substring {
    var rest = unicodeScalars
    while rest.first == " " { rest.removeFirst() }
    return Substring(rest)
  }

  /// Removes blanks and then the matching characters from the front, and returns the latter.
  fileprivate mutating func take(while matches: (Unicode.Scalar) -> Bool) -> String {
    let rest = dropBlanks().unicodeScalars
    let end = rest.firstIndex { !matches($0) } ?? rest.endIndex
    self = Substring(rest[end...])
    return String(rest[..<end])
  }
}
