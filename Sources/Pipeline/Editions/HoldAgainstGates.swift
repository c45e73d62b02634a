import Portfolio
public import Review

extension Workspace {
  /// Says the answer of every gate, and refuses where one holds.
  func hold(_ gates: [EditionGate], against review: Review) throws {
    let held = gates.compactMap { gate in
      let (figure, rows) = (gate.figure, portfolio.quality.rows)
      return reporter.tell(gate.answer(review, rows: rows), to: gate.text, about: (figure.rawValue, figure.rawValue)) {
        figure.isShare ? percent($0) : grouped(Int($0.rounded()))
      }
    }
    guard held.isEmpty else { throw Refusal.nothingWritten(held.joined(separator: "; ")) }
  }
}

extension Reporter {
  /// Says the answer of a gate.
  ///
  /// - Parameters:
  ///   - text: the gate as it was written.
  ///   - figure: the name of its figure, and the figure as a sentence names it.
  ///   - written: a value of the figure in the format of the terminal.
  /// - Returns: what it says, where the gate holds.
  public func tell(
    _ answer: GateAnswer, to text: String, about figure: (name: String, words: String), written: (Double) -> String
  ) -> String? {
    let (holds, words): (Bool?, String) =
      switch answer {
      case .holds(let value?): (true, "'\(text)' holds: \(figure.words) is \(written(value))")
      case .holds(nil): (true, "'\(text)' holds: \(figure.words) cannot be known yet")
      case .passes(let value): (false, "'\(text)' does not hold: \(figure.words) is \(written(value))")
      case .unknown(let reason): (nil, "'\(text)' cannot be told: \(figure.words) is not known yet (\(reason))")
      }
    tell(.gate(figure: figure.name, holds: holds, words: words))
    return holds == true ? words : nil
  }
}

/// A share in per cent.
public func percent(_ share: Double) -> String { fixed(100 * share, 1) + "%" }
