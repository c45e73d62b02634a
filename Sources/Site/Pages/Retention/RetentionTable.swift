import Health
import Publishing
import Review

/// Every step of the bridges of the page about retention, as CSV for a spreadsheet: the page names the largest alone.
struct RetentionTable: Composer {
  static let path = "retention.csv"

  let tell: Telling

  var file: OutputFile {
    var csv = SpreadsheetTable(
      header: [
        "since", "kind", "account_id", "name", "arr_before", "arr_after", "change", "outcome", "outcome_date",
      ], hasDecimalComma: words(.decimal) == ",")
    for bridge in [review.bridgeFromLastEdition, review.bridgeOfYear].compactMap(\.self) {
      for step in bridge.steps {
        csv.begin()
        csv.add(day: bridge.from)
        csv.add(text: step.kind.rawValue)
        // Of an account that the data no longer contain only the id is known.
        csv.add(id: step.account.map { evidence.accounts[$0].id.text } ?? step.name)
        csv.add(text: step.name)
        csv.add(number: step.before)
        csv.add(number: step.after)
        csv.add(number: step.isUnknown ? nil : RevenueBridge.hundredths(step.change))
        csv.add(text: step.outcome?.kind.rawValue)
        csv.add(day: step.outcome?.date)
      }
    }
    return OutputFile(path: Self.path, bytes: csv.bytes)
  }
}
