import Health
import Portfolio
import Review
public import Tuning

/// The weights as aligned rows for a file or a terminal.
public func weightRows(_ trial: Tuning.Trial) -> [String] {
  columns(
    [["dimension", "present", "equal", "fitted"]]
      + trial.weights.map {
        [
          $0.id, plain($0.present), plain(($0.equal * 1e4).rounded() / 1e4),
          $0.isFitted ? plain($0.fitted) : "as it is",
        ]
      })
}

/// How well each set of weights predicts the newer outcomes.
public func areaRows(_ trial: Tuning.Trial) -> [String] {
  func row(_ name: String, _ auc: AUC) -> [String] { [name, fixed(auc.value, 3), range(of: auc)] }
  func row(_ name: String, _ difference: AUCDifference) -> [String] {
    [
      name, (difference.value >= 0 ? "+" : "") + fixed(difference.value, 3),
      "\(fixed(difference.interval.lowerBound, 3)) to \(fixed(difference.interval.upperBound, 3))",
    ]
  }
  return columns([
    ["on the newer outcomes", "auc", "95% interval"], row("present weights", trial.againstPresent.second),
    row("equal weights", trial.againstEqual.second), row("fitted weights", trial.againstPresent.first),
    row("fitted less present", trial.againstPresent), row("fitted less equal", trial.againstEqual),
  ])
}

/// The change that a suggestion makes to a model file, with the explanation for its reader.
func modelChange(_ suggestion: Tuning.Suggestion, of tuning: Tuning, horizon: Int) -> ModelChange {
  guard let trial = tuning.trial, let split = tuning.split else {
    return ModelChange(weights: suggestion.weights, fitted: suggestion.fitted, why: "", expected: "", comment: [])
  }
  let (present, fitted) = (fixed(trial.againstPresent.second.value, 3), fixed(trial.againstPresent.first.value, 3))
  let comment =
    [
      "", "Fitted on \(suggestion.fitted.on), from what was known \(horizon) days before each outcome:",
      "weights of the dimensions, on \(counted(trial.outcomes, "outcome")) up to \(split.until),",
      "judged by \(grouped(split.newer.count)) later ones, of which \(grouped(split.newer.count(where: \.churned))) were lost.",
      "Penalised logistic regression, never negative; penalty \(plain(trial.penalty)).", "",
    ] + weightRows(trial) + [""] + areaRows(trial) + [
      "", "Weights that are 0 said nothing that the others did not. Before you adopt it, see whose band changes:",
      "  vigie compare --model model.suggested.yml",
      "The bands are as they were, and may want other edges under other weights.",
    ]
  return ModelChange(
    weights: suggestion.weights, fitted: suggestion.fitted,
    why: "weights fitted on \(trial.outcomes) outcomes up to \(split.until)",
    expected: "an auc of about \(fitted) in place of \(present), \(horizon) days before an outcome", comment: comment)
}

/// A weight or a penalty with as many decimals as it has.
public func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}
