/// The two reports of the CRM: every value in quotes, days and money as in the United States, a footer, ISO-8859-1.
enum CRMReports {
  static let accountHeader = [
    "Account ID", "Account Name", "Account Owner", "Type", "Industry", "Employees", "Annual Recurring Revenue",
    "Renewal Date", "Customer Since", "Website", "Billing Country", "Churn Date",
  ]

  static func accounts(_ facts: Facts) -> [UInt8] {
    var rows = Rows(accountHeader, quoting: .all)
    var prospects = facts.prospects
    for (index, account) in facts.accounts.enumerated() {
      rows.append(
        account.id.long, account.name, account.csm.rawValue, "Customer", account.industry.rawValue,
        thousands(account.employees), account.name == withoutARR ? nil : money(account.arr),
        account.renews.monthFirst, account.started.monthFirst, account.website, account.country.rawValue,
        account.ended?.monthFirst)
      if index % 13 == 7, let prospect = prospects.popLast() {
        rows.append(
          prospect.id.long, prospect.name, prospect.owner.rawValue, "Prospect", prospect.industry.rawValue,
          thousands(prospect.employees), nil, nil, nil, "https://www.\(prospect.domain)", prospect.country.rawValue,
          nil)
      }
    }
    precondition(prospects.isEmpty, "a prospect is left over")
    rows.appendLine()
    rows.appendLine(["Grand Totals (\(facts.accounts.count + facts.prospects.count) records)"])
    return Encoding.latin1(rows.text + footer("\u{A9} 2000-2026"))
  }

  static let opportunityHeader = [
    "Opportunity Name", "Account ID", "Account Name", "Type", "Stage", "Amount", "Close Date", "Probability (%)",
    "Loss Reason",
  ]

  static func opportunities(_ facts: Facts) -> [UInt8] {
    var rows = Rows(opportunityHeader, quoting: .all)
    for deal in facts.deals {
      rows.append(
        deal.name, deal.id.short, deal.accountName, deal.kind.rawValue, deal.stage.rawValue, deal.amount.map(money),
        deal.close.monthFirst, "\(deal.stage.probability)%", deal.lossReason)
    }
    let total = money(facts.deals.compactMap(\.amount).reduce(0, +))
    rows.appendLine()
    rows.append("Grand Totals (\(facts.deals.count) records)", nil, nil, nil, nil, total, nil, nil, nil)
    return Encoding.latin1(rows.text + footer("(c) 2000-2026"))
  }

  private static func footer(_ years: String) -> String {
    "\n\"Confidential Information - Do Not Distribute\"\n\"Copyright \(years) the maker of the CRM. "
      + "All rights reserved.\"\n"
  }

  static func money(_ amount: Int) -> String { "$\(thousands(amount)).00" }

  static func thousands(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().reduce("") { text, digit in
      let isGroup = digit.offset > 0 && (digits.count - digit.offset) % 3 == 0
      return text + (isGroup ? "," : "") + String(digit.element)
    }
  }
}
