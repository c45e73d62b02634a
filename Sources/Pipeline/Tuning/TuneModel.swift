import Files
import FoundationEssentials
public import Health
public import Portfolio
import Review
public import Tuning

/// What the outcomes of a portfolio say about the weights of its model.
public struct TunedModel: Sendable {
  /// The judgement of the weights and its result.
  public let tuning: Tuning
  /// Days before each outcome.
  public let horizon: Int
  /// The dimensions whose past values are unknown.
  public let leftOut: [String]
  /// The active models.
  public let models: Models
  private let modelText: String
  private let asOf: Day

  /// The result of writing a suggestion.
  public enum Suggestion: Sendable {
    /// There is no suggestion, and no file of an earlier one.
    case none
    /// There is no suggestion, and the file of an earlier one was left as it is.
    case olderLeft
    /// The file already contains it.
    case known
    /// The file was written.
    case written
  }

  /// Fits the weights and judges them; nil when no account has an outcome.
  public init?(_ portfolio: Portfolio, horizon: Int, reporter: Reporter = .silent) {
    reporter.begin(.scoring)
    guard let result = portfolio.backtest()[horizon] else { return nil }
    reporter.begin(.fitting)
    tuning = Tuning(PastDecision.all(in: result, models: portfolio.models), models: portfolio.models)
    self.horizon = horizon
    leftOut = result.leftOut
    models = portfolio.models
    modelText = portfolio.modelText
    asOf = portfolio.evidence.asOf
  }

  /// Writes a model file with the weights that the outcomes suggest, if they are better beyond noise.
  public func writeSuggestion(to file: String) throws -> Suggestion {
    guard let suggestion = tuning.suggestion(on: asOf) else {
      return try isThere(file) ? .olderLeft : .none
    }
    guard let text = modelChange(suggestion, of: tuning, horizon: horizon).applied(to: modelText) else {
      throw Refusal.nothingWritten(
        "the weights cannot be put into the text of model.yml so that nothing else changes; write them yourself, as "
          + "plain 'weight: number' lines")
    }
    let sealed = SealedSuggestion.sealed(text)
    if let old = try contentsIfThere(file).map({ Data($0) }) {
      // Somebody may have written a model of that name, or edited the last suggestion; Vigie may replace neither.
      guard SealedSuggestion.isSuggestion(old) else {
        throw Refusal("\(file) is there and is not a suggestion of vigie tune; name another file with --out")
      }
      guard SealedSuggestion.isUntouched(old) else {
        throw Refusal("\(file) was edited since vigie tune wrote it and stays as it is; name another file with --out")
      }
      guard old != sealed else { return .known }
    }
    do {
      try replaceFile(Array(sealed), at: file)
    } catch {
      throw Refusal("cannot write '\(file)': \(error.reason)")
    }
    return .written
  }
}
