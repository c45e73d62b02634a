/// The customer list as a CRM exports it.
func accountsTable(_ accounts: [Account]) -> Table {
  var table = Table(
    "data/accounts.csv",
    columns: [
      "account_id", "name", "csm", "arr", "segment", "industry", "employees", "plan", "region", "seats", "started_on",
      "renews_on", "ended_on", "country", "sites", "term_months", "single_sign_on", "locale",
    ])
  for account in accounts {
    table.append(
      account.id, account.name, account.csm.rawValue, account.arr, account.segment, account.industry,
      account.employees, account.plan, account.country.region, account.seats, account.started, account.renews,
      account.ended, account.country.name, account.seats / 70 + 1, account.termInYears * 12,
      account.plan == "Team" ? "no" : "yes", account.country.name == "France" ? "fr" : nil)
  }
  return table
}
