import EvidenceFixture
import Foundation
import Health
import Review
import Testing

@testable import Tuning

@Suite struct OutcomeSplitTests {
  private func decisions(_ kinds: String, perDay: Int = 1) -> [PastDecision] {
    kinds.utf8.enumerated().map { index, kind in
      PastDecision(decidedOn: today - 500 + index / perDay, churned: kind == UInt8(ascii: "c"), dimensions: [])
    }
  }

  @Test func `six in ten of the rarer kind are old, and nothing of a day is on both sides`() throws {
    let split = try #require(OutcomeSplit(decisions(String(repeating: "ckkk", count: 50), perDay: 3)))
    #expect(split.older.count + split.newer.count == 200)
    #expect(split.older.count { $0.churned } == 30)
    #expect(split.older.allSatisfy { $0.decidedOn <= split.until })
    #expect(split.newer.allSatisfy { $0.decidedOn > split.until })
  }

  @Test func `ten of each kind are needed on each side`() {
    #expect(OutcomeSplit(decisions(String(repeating: "ck", count: 20)))?.older.count == 20)
    #expect(OutcomeSplit(decisions(String(repeating: "ck", count: 19) + "k")) == nil)
    // All on one day.
    #expect(OutcomeSplit(decisions(String(repeating: "ck", count: 100), perDay: 1000)) == nil)
    // Churned accounts come first, kept ones only at the end.
    #expect(OutcomeSplit(decisions(String(repeating: "c", count: 100) + String(repeating: "k", count: 15))) == nil)
  }

  @Test func `the order of the outcomes does not matter`() {
    let ordered = decisions(String(repeating: "ckkk", count: 50))
    #expect(OutcomeSplit(ordered)?.until == OutcomeSplit(ordered.reversed())?.until)
  }
}

@Suite struct TuningTests {
  @Test func `weights that made the outcomes are found and beat others beyond noise`() throws {
    var chance = Decisions(seed: 1)
    let decisions = chance.make(3000, weights: [6, 0, 2])
    let tuning = Tuning(decisions, models: .weighing([10, 80, 10]))
    let (verdict, trial) = (tuning.verdict, tuning.trial)
    #expect(verdict == .better)
    let weights = try #require(trial?.weights)
    #expect(weights.map(\.fitted).reduce(0, +) == 100)
    // 6 : 0 : 2 of 100 are 75, 0 and 25.
    for (weight, made) in zip(weights, [75.0, 0, 25]) { #expect(abs(weight.fitted - made) <= 8, "\(weights)") }
    let suggestion = try #require(tuning.suggestion(on: today))
    #expect(suggestion.fitted.until == tuning.split?.until)
    #expect(suggestion.fitted.outcomes == tuning.split?.older.count)
  }

  @Test func `where the model has the right weights already they stand`() {
    var chance = Decisions(seed: 2)
    let tuning = Tuning(chance.make(3000, weights: [4, 2, 2]), models: .weighing([50, 25, 25]))
    #expect(tuning.verdict == .withinNoise || tuning.verdict == .same)
    #expect(tuning.suggestion(on: today) == nil)
  }

  @Test func `newer outcomes change nothing about the fitted weights`() throws {
    var chance = Decisions(seed: 3)
    let decisions = chance.make(800, weights: [3, 1, 1])
    let tuning = Tuning(decisions, models: .weighing([20, 40, 40]))
    let until = try #require(tuning.split?.until)
    // Newer accounts that stayed have left instead, and vice versa as often, so that the parts stay as they are.
    var newer = decisions.filter { $0.decidedOn > until }
    let flags = newer.map(\.churned)
    for index in newer.indices {
      let old = newer[index]
      newer[index] = PastDecision(
        decidedOn: old.decidedOn, churned: flags[flags.count - 1 - index],
        dimensions: old.dimensions.map { $0.map { 100 - $0 } })
    }
    let changed = Tuning(decisions.filter { $0.decidedOn <= until } + newer, models: .weighing([20, 40, 40]))
    #expect(changed.split?.until == until)
    #expect(changed.trial?.weights == tuning.trial?.weights)
    #expect(changed.trial?.penalty == tuning.trial?.penalty)
    #expect(changed.trial?.againstPresent != tuning.trial?.againstPresent)
  }

  @Test func `on noise it suggests no more often than it says`() {
    // The interval is one of 95 %, of which one half suggests a change. That makes 5 of 200 portfolios, and more than
    // three standard deviations above it would occur in one of several hundred runs.
    let seeds = Int(ProcessInfo.processInfo.environment["TUNING_SEEDS"] ?? "") ?? 200
    let suggested = (0..<seeds).count { seed in
      var chance = Decisions(seed: UInt64(seed) + 100)
      return Tuning(chance.make(300, weights: [0, 0, 0, 0, 0]), models: .weighing([35, 15, 20, 15, 15])).verdict
        == .better
    }
    let expected = 0.025 * Double(seeds)
    #expect(Double(suggested) <= expected + 3 * (expected * 0.975).squareRoot(), "\(suggested) of \(seeds)")
    if seeds > 200 { print("suggested on noise: \(suggested) of \(seeds)") }
  }

  @Test func `too few outcomes are told, and how many it would take where the difference is within noise`() throws {
    var chance = Decisions(seed: 5)
    #expect(Tuning(chance.make(30, weights: [3, 1]), models: .weighing([1, 1])).verdict == .tooFewOutcomes)
    let tuning = Tuning(chance.make(300, weights: [3, 1.5, 0.5]), models: .weighing([40, 30, 30]))
    let verdict = tuning.verdict
    #expect(verdict == .withinNoise)
    let (foundTrial, foundSplit, found) = (tuning.trial, tuning.split, tuning.newerOutcomesNeeded)
    let (trial, split) = (try #require(foundTrial), try #require(foundSplit))
    let interval = trial.againstPresent.interval
    let ratio = (interval.upperBound - interval.lowerBound) / 2 / trial.againstPresent.value
    let needed = try #require(found)
    #expect(abs(Double(needed) - Double(split.newer.count) * ratio * ratio) <= 1)
    #expect(needed > split.newer.count)
  }

  @Test func `a dimension that is not known of the past keeps its weight`() throws {
    var chance = Decisions(seed: 6)
    let decisions = chance.make(2000, weights: [5, 0.5]).map {
      PastDecision(decidedOn: $0.decidedOn, churned: $0.churned, dimensions: $0.dimensions + [nil, 50])
    }
    let tuning = Tuning(decisions, models: .weighing([10, 50, 25, 15]))
    let weights = try #require(tuning.trial?.weights)
    #expect(weights.map(\.isFitted) == [true, true, false, false])
    #expect(weights[2].fitted == 25 && weights[3].fitted == 15)
    #expect(weights[0].fitted + weights[1].fitted == 60)
    #expect(weights[0].equal == 30)
  }

  @Test func `where one dimension alone is known there is nothing to weigh`() {
    var chance = Decisions(seed: 7)
    let decisions = chance.make(500, weights: [3])
    #expect(Tuning(decisions, models: .weighing([1])).verdict == .nothingToWeigh)
  }

  @Test func `where every dimension points the wrong way no weights are asked for`() {
    var chance = Decisions(seed: 8)
    #expect(Tuning(chance.make(1000, weights: [-3, -4]), models: .weighing([1, 1])).verdict == .noSign)
  }

  @Test func `accounts of a model with weights of its own teach nothing and are judged by what would change`() throws {
    var chance = Decisions(seed: 9)
    let own = chance.make(1500, weights: [5, 1])
    let others = chance.make(1500, weights: [-5, 9]).map {
      PastDecision(decidedOn: $0.decidedOn, churned: $0.churned, model: 1, dimensions: $0.dimensions)
    }
    let models = Models.weighing([20, 80], variants: [[7, 93]])
    let alone = try #require(Tuning(own, models: models).trial)
    let together = try #require(Tuning(own + others, models: models).trial)
    // The split differs, since there are more outcomes, but the same accounts are learnt from.
    #expect(together.weights[0].fitted > 60 && abs(together.weights[0].fitted - alone.weights[0].fitted) < 10)
    // The variant takes neither weight from the base model, so half of the accounts keep their scores.
    #expect(together.againstPresent.value < alone.againstPresent.value)
  }
}
