import Health
import Review

// What scoring and the editions say of an account, each with everything in it.
extension InputBytes {
  mutating func add(_ score: Score) {
    add(score.exact)
    add(score.published)
    add(score.low)
    add(score.high)
    add(score.coverage)
    add(score.band)
    add(score.uncappedBand)
    add(score.cap)
  }

  mutating func add(_ detail: ScoreDetail) {
    add(detail.score)
    add(detail.dimensions) { bytes, dimension in
      bytes.add(dimension) {
        $0.add($1.score)
        $0.add($1.contribution)
        $0.add($1.coverage)
      }
    }
    add(detail.measures) { bytes, measure in
      bytes.add(measure) {
        $0.add($1.observation)
        $0.add($1.score)
        $0.add($1.counted)
      }
    }
  }

  mutating func add(_ observation: Observation) {
    add(observation.value)
    add(observation.state)
    add(observation.observedOn)
  }

  mutating func add(_ score: TrendScore) {
    add(score.published)
    add(score.band)
    add(score.usage)
    add(score.meetsExpansion)
  }

  /// The definition is one of the model's, which its key names.
  mutating func add(_ move: MeasureMove) {
    add(move.definition.key)
    add(move.points)
    add(move.before)
    add(move.after)
  }

  mutating func add(_ window: ScoreWindow) {
    add(window.weeks)
    add(window.before) { $0.add($1) }
    add(window.after)
    add(window.moves) { $0.add($1) }
  }

  mutating func add(_ mover: Mover) {
    add(mover.weeks)
    add(mover.change)
    add(mover.driver) { $0.add($1) }
  }

  mutating func add(_ rank: PeerRank) {
    add(rank.percentile)
    add(rank.count)
    add(rank.isSegment)
  }

  mutating func add(_ shift: RhythmShift) {
    add(shift.measure)
    add(shift.before)
    add(shift.after)
    add(shift.since)
  }

  mutating func add(_ item: ListItem) {
    add(item.list)
    add(item.since)
    add(item.weeks)
    add(item.state)
    add(item.isOverdue)
    add(item.decision) { $0.add($1) }
    add(item.decisionDueOn)
  }

  mutating func add(_ recorded: RecordedScore) {
    add(recorded.score)
    add(recorded.band)
    add(recorded.parts.parts) { bytes, part in
      bytes.add(part.id)
      bytes.add(part.weight)
      bytes.add(part.score)
    }
    add(recorded.arr)
  }

  mutating func add(_ change: EditionComparison.AccountChange) {
    add(change.before) { $0.add($1) }
    add(change.after) { $0.add($1) }
    add(change.restatedBand)
    add(change.remodelledBand)
    for cap in [change.caps.before, change.caps.after] {
      add(cap?.measure)
      add(cap?.band)
    }
    add(change.why) {
      $0.add($1.lateData)
      $0.add($1.behaviour)
      $0.add($1.model)
    }
    add(change.modelShift?.dimension)
    add(change.modelShift?.points)
    add(change.moves) { $0.add($1) }
  }
}
