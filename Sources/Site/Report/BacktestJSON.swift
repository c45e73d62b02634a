public import Health
public import Review

/// A backtest as a separate document: the horizons as in `report.json`, with the model they belong to.
///
/// `fitted` is the mark in model.yml, or null. `in_sample` gives for each horizon the number of its accounts that the
/// model was fitted to, and `since_fit`, if there are any, the same figures over the others.
///
/// - Parameters:
///   - since: the first decision day that counts; nil for all.
///   - horizon: the only one to write; nil for all.
public func backtestJSON(
  _ backtest: Backtest, of models: Models, asOf: Day, since: Day? = nil, horizon: Int? = nil
) -> [UInt8] {
  let results = backtest.results.filter { horizon == nil || $0.horizon == horizon }
  var json = JSONWriter()
  json.object { json in
    json.field("as_of", asOf.description)
    json.field("since", since?.description)
    json.object("model") { json in
      json.field("version", models.version)
      if let fitted = models.fitted {
        json.object("fitted") { json in
          json.field("on", fitted.on.description)
          json.field("outcomes", fitted.outcomes)
          json.field("until", fitted.until.description)
        }
      } else {
        json.field("fitted", String?.none)
      }
    }
    json.object("in_sample") { json in
      for result in results {
        json.field(String(result.horizon), models.fitted.map { result.seen(by: $0).n } ?? 0)
      }
    }
    json.lineBreak()
    json.object("backtest") { write(results, to: &$0) }
    json.lineBreak()
    if let fitted = models.fitted, results.contains(where: { $0.isInSample(for: models) }) {
      json.object("since_fit") { write(results.map { $0.unseen(by: fitted) }, to: &$0) }
    } else {
      json.field("since_fit", String?.none)
    }
  }
  return json.document
}

/// Writes each horizon under its days, one per line.
func write(_ results: [Backtest.Result], to json: inout JSONWriter) {
  for result in results {
    json.lineBreak()
    json.object(String(result.horizon)) { write(result, to: &$0) }
  }
}
