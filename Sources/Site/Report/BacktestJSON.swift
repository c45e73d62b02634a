public import Review

/// The horizons of a backtest as `report.json` has them under `backtest`, as a document of its own.
///
/// - Parameter horizon: the only one to write; nil for all.
public func backtestJSON(_ backtest: Backtest, horizon: Int? = nil) -> [UInt8] {
  var json = JSONWriter()
  json.object { write(backtest.results.filter { horizon == nil || $0.horizon == horizon }, to: &$0) }
  return json.bytes + [0x0A]
}

/// Each horizon under its days, one a line.
func write(_ results: [Backtest.Result], to json: inout JSONWriter) {
  for result in results {
    json.lineBreak()
    json.object(String(result.horizon)) { write(result, to: &$0) }
  }
}
