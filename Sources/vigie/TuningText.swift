import Findings
import Health
import Portfolio
import Review
import Tuning

/// What outcomes say of the weights, for the terminal.
func tuningText(_ tuning: Tuning, horizon: Int, leftOut: [String], models: Models) -> String {
  let all = tuning.decisions
  var lines = [
    "\(counted(all.count, "outcome")) of accounts that had a score \(horizon) days before, \(grouped(churned(all))) churned"
  ]
  if !leftOut.isEmpty { lines.append("not known of the past, and so left out: \(leftOut.joined(separator: ", "))") }
  if let split = tuning.split {
    lines += parts(split, learnt: tuning.trial?.outcomes)
  }
  if let trial = tuning.trial {
    lines += [""] + weightRows(trial) + [""] + areaRows(trial)
    lines.append("penalty \(plain(trial.penalty)), chosen on the older outcomes alone")
  }
  lines += ["", verdict(of: tuning)]
  if let fitted = models.fitted, let split = tuning.split, fitted.until > split.until {
    lines.append(
      "The present weights were fitted on outcomes up to \(fitted.until) and have seen some of the newer ones, so that "
        + "the comparison favours them.")
  }
  return lines.map(onOneLine).joined(separator: "\n")
}

private func churned(_ decisions: [PastDecision]) -> Int { decisions.count(where: \.churned) }

private func parts(_ split: OutcomeSplit, learnt: Int?) -> [String] {
  let others = learnt.map { split.older.count - $0 } ?? 0
  return [
    "fitted on the \(grouped(split.older.count - others)) up to \(split.until)"
      + (others > 0
        ? ", without \(grouped(others)) of models with weights of their own"
        : " (\(grouped(churned(split.older))) churned)"),
    "judged by the \(grouped(split.newer.count)) after it (\(grouped(churned(split.newer))) churned)",
  ]
}

private func weightRows(_ trial: Tuning.Trial) -> [String] {
  columns(
    [["dimension", "present", "equal", "fitted"]]
      + trial.weights.map {
        [
          $0.id, plain($0.present), plain(($0.equal * 1e4).rounded() / 1e4),
          $0.isFitted ? plain($0.fitted) : "as it is",
        ]
      })
}

private func areaRows(_ trial: Tuning.Trial) -> [String] {
  func row(_ name: String, _ auc: AUC) -> [String] { [name, fixed(auc.value, 3), range(of: auc)] }
  func row(_ name: String, _ difference: AUCDifference) -> [String] {
    [
      name, (difference.value >= 0 ? "+" : "") + fixed(difference.value, 3),
      "\(fixed(difference.interval.lowerBound, 3)) to \(fixed(difference.interval.upperBound, 3))",
    ]
  }
  return columns([
    ["on the newer outcomes", "auc", "95 % interval"], row("present weights", trial.againstPresent.second),
    row("equal weights", trial.againstEqual.second), row("fitted weights", trial.againstPresent.first),
    row("fitted less present", trial.againstPresent), row("fitted less equal", trial.againstEqual),
  ])
}

private func verdict(of tuning: Tuning) -> String {
  let stand = "The present weights stand: "
  let kept = tuning.decisions.count - churned(tuning.decisions)
  switch tuning.verdict {
  case .tooFewOutcomes:
    let fewest = 2 * AUC.fewest
    let few = min(churned(tuning.decisions), kept) < fewest
    return stand
      + (few
        ? "there are \(grouped(churned(tuning.decisions))) churned and \(grouped(kept)) kept accounts, and it takes at "
          + "least \(fewest) of each, half of them to learn from and half to judge by."
        : "no day has \(AUC.fewest) churned and \(AUC.fewest) kept accounts on both sides of it, so that one cannot be "
          + "foretold from the other.")
  case .nothingToWeigh:
    return stand + "fewer than two dimensions are known of the past, so that there is nothing to weigh."
  case .noSign: return stand + "by the older outcomes no dimension foretells who stays."
  case .noFit(let reason): return stand + "there is no fit, since \(reason)."
  case .same: return stand + "the outcomes ask for the same."
  case .worse: return stand + "the fitted ones do worse on the newer outcomes."
  case .withinNoise:
    guard let needed = tuning.newerOutcomesNeeded else {
      return stand + "the fitted ones do no better on the newer outcomes."
    }
    return stand + "the fitted ones do better, but within noise. If the difference stays what it is, it takes about "
      + "\(grouped(needed)) newer outcomes to tell, and there are \(grouped(tuning.split?.newer.count ?? 0))."
  case .better:
    let better = "The fitted weights foretell the newer outcomes better than the present ones, beyond noise."
    guard let trial = tuning.trial, trial.againstEqual.isBeyondNoise else {
      return better + " Equal weights, which need no fit, may do as well."
    }
    return better
  }
}

/// The change that a suggestion makes to a model file, with what its reader should know.
func modelChange(_ suggestion: Tuning.Suggestion, of tuning: Tuning, horizon: Int) -> ModelChange {
  guard let trial = tuning.trial, let split = tuning.split else {
    return ModelChange(weights: suggestion.weights, fitted: suggestion.fitted, why: "", expected: "", comment: [])
  }
  let (present, fitted) = (fixed(trial.againstPresent.second.value, 3), fixed(trial.againstPresent.first.value, 3))
  let comment =
    [
      "", "Fitted on \(suggestion.fitted.on), from what was known \(horizon) days before each outcome:",
      "weights of the dimensions, on \(counted(trial.outcomes, "outcome")) up to \(split.until),",
      "judged by \(grouped(split.newer.count)) later ones, of which \(grouped(churned(split.newer))) churned.",
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

private func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}
