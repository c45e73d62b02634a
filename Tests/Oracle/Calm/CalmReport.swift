import Foundation

/// What the law of calm looks at in a report.
struct CalmReport {
  struct Measure {
    let counted: Double?
    let state: String
  }

  struct Member {
    let model: String
    let arr: Double?
    let exact: Double?
    let score: Double?
    let coverage: Double
    let band: String
    let uncappedBand: String
    let cappedBy: String?
    /// Fresh or ageing.
    let currentFlag: String?
    let measures: [String: Measure]
  }

  let accounts: [Name: Member]
  let atRisk: Double?
  let cohortAccounts: Double
  let cohortARR: Double
  /// Of the cohort: gross, net and by accounts.
  let rates: [String: Double]

  init(_ json: [String: Any]) {
    func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
    func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }
    var accounts: [Name: Member] = [:]
    for account in list(json["accounts"]) {
      let sentiment = object(account["sentiment"])
      let isCurrent = ["fresh", "ageing"].contains(sentiment["status"] as? String ?? "")
      var measures: [String: Measure] = [:]
      for measure in list(account["dimensions"]).flatMap({ list($0["measures"]) }) {
        measures[measure["id"] as? String ?? ""] = Measure(
          counted: number(measure["counted"]), state: measure["state"] as? String ?? "")
      }
      accounts[Name(account["id"] as? String ?? "")] = Member(
        model: account["model"] as? String ?? "", arr: number(account["arr"]), exact: number(account["exact"]),
        score: number(account["score"]), coverage: number(account["coverage"]) ?? 0,
        band: account["band"] as? String ?? "", uncappedBand: account["uncapped_band"] as? String ?? "",
        cappedBy: object(account["cap"])["measure"] as? String,
        currentFlag: isCurrent ? sentiment["flag"] as? String : nil, measures: measures)
    }
    self.accounts = accounts
    let portfolio = object(json["portfolio"])
    atRisk = number(object(portfolio["arr_at_risk"])["arr"])
    let retention = object(portfolio["retention"])
    cohortAccounts = number(retention["cohort_accounts"]) ?? 0
    cohortARR = number(retention["cohort_arr"]) ?? 0
    rates = ["grr", "nrr", "logo"].reduce(into: [:]) { rates, name in rates[name] = number(retention[name]) }
  }
}

/// Better bands are larger; unscored is no band.
func rank(_ band: String) -> Int { ["red", "yellow", "green"].firstIndex(of: band) ?? -1 }
