import Health
import Review

extension Dimension {
  /// True when the dimension and at least one of its measures have a weight.
  var isWeighted: Bool { weight > 0 && measures.contains { $0.weight > 0 } }
}

/// Writes an account's line of `report.json`.
func write(_ account: AccountReview, of review: Review, to json: inout JSONWriter) {
  let facts = review.evidence.accounts[account.account]
  let score = account.score
  json.object { json in
    json.field("id", facts.id.text)
    json.field("name", facts.name)
    json.field("segment", review.models.segments[account.segment].id)
    json.field("model", account.model.id)
    json.field("csm", facts.csm)
    json.field("arr", facts.arr)
    json.field("renews_on", facts.renewsOn?.description)
    json.field("score", score.published)
    json.field("exact", score.exact)
    json.field("low", score.low)
    json.field("high", score.high)
    json.field("coverage", score.coverage)
    json.field("band", score.band.rawValue)
    json.field("uncapped_band", score.uncappedBand.rawValue)
    if let cap = score.cap.map({ account.model.caps[$0] }) {
      json.object("cap") { json in
        json.field("measure", cap.measure)
        json.field("band", cap.band.rawValue)
        json.field("why", cap.why)
      }
    } else {
      json.field("cap", String?.none)
    }
    json.field("direction", account.direction.rawValue)
    json.field("change_1w", account.changes.week)
    json.field("change_4w", account.changes.fourWeeks)
    json.field("change_13w", account.changes.thirteenWeeks)
    json.object("sentiment") { json in
      json.field("flag", account.sentiment?.flag.rawValue)
      json.field("date", account.sentiment?.date.description)
      json.field("status", account.sentimentStatus.rawValue)
    }
    json.field("points", account.points.total)
    json.field("exposure", account.exposure)
    json.array("dimensions") { writeDimensions(account, to: &$0) }
  }
}

private func writeDimensions(_ account: AccountReview, to json: inout JSONWriter) {
  var position = 0
  for (index, dimension) in account.model.dimensions.enumerated() {
    defer { position += dimension.measures.count }
    guard dimension.isWeighted, let score = account.detail.dimensions[index] else { continue }
    json.object { json in
      json.field("id", dimension.id)
      json.field("weight", dimension.weight)
      json.field("score", score.score)
      json.field("contribution", score.contribution)
      json.field("coverage", score.coverage)
      json.array("measures") { json in
        for (offset, definition) in dimension.measures.enumerated() where definition.weight > 0 {
          guard let measure = account.detail.measures[position + offset] else { continue }
          json.object { json in
            json.field("id", definition.key)
            json.field("value", measure.observation.value)
            json.field("score", measure.score)
            json.field("counted", measure.counted)
            json.field("state", measure.observation.state.rawValue)
            json.field("observed_on", measure.observation.observedOn?.description)
          }
        }
      }
    }
  }
}
