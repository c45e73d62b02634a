import Findings
import Health
import Pipeline
import Review
import Tuning

/// What outcomes say about the weights, for the terminal.
func text(of tuned: TunedModel) -> String {
  let tuning = tuned.tuning
  let all = tuning.decisions
  var lines = [
    "\(counted(all.count, "outcome")) of accounts that had a score \(tuned.horizon) days before, \(grouped(churned(all))) lost"
  ]
  if !tuned.leftOut.isEmpty {
    lines.append("not known of the past, and so left out: \(tuned.leftOut.joined(separator: ", "))")
  }
  if let split = tuning.split {
    lines += parts(split, learnt: tuning.trial?.outcomes)
  }
  if let trial = tuning.trial {
    lines += [""] + weightRows(trial) + [""] + areaRows(trial)
    lines.append("penalty \(plain(trial.penalty)), chosen on the older outcomes alone")
  }
  lines += ["", verdict(of: tuning)]
  if let fitted = tuned.models.fitted, let split = tuning.split, fitted.until > split.until {
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
        : " (\(grouped(churned(split.older))) lost)"),
    "judged by the \(grouped(split.newer.count)) after it (\(grouped(churned(split.newer))) lost)",
  ]
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
        ? "there are \(grouped(churned(tuning.decisions))) lost and \(grouped(kept)) kept accounts, and it takes at "
          + "least \(fewest) of each, half of them to learn from and half to judge by."
        : "no day has \(AUC.fewest) lost and \(AUC.fewest) kept accounts on both sides of it, so that one cannot be "
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
