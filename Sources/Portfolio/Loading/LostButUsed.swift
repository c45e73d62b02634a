import Findings
import Health
import Review

extension Evidence {
  /// Warns of accounts that are no customers by their rows and look like some: lost for longer than a measure stays
  /// fresh, with revenue and with use since.
  func checkLost() -> [Finding] {
    accounts.indices.compactMap { account -> Finding? in
      guard let arr = accounts[account].arr, arr > 0 else { return nil }
      let churn = churn(of: account, on: asOf)?.date
      guard let lostOn = [churn, accounts[account].endedOn].compactMap({ $0 }).min(), lostOn <= asOf else { return nil }
      let used = series.compactMap { series in
        series.latest(of: account, onOrBefore: asOf).flatMap { $0.value > 0 ? $0.day : nil }
      }.max()
      guard let used, asOf - used <= MeasureDefinition.usualMaxAge, used - lostOn > MeasureDefinition.usualMaxAge else {
        return nil
      }
      let id = accounts[account].id.text
      let cause: Message =
        churn == nil
        ? "the account '\(id)' ended on \(lostOn)" : "the account '\(id)' churned on \(lostOn)"
      return Finding(
        .warning, file: Table.accounts.file,
        "\(cause) and has an ARR and use on \(used); if it came back, record the outcome or the new started_on",
        group: Finding.Group(.accounts, of: "started_on"))
    }
  }
}
