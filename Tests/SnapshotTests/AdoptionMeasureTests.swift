import Customer
import Foundation
import Health
import Portfolio
import Testing

@testable import Snapshot

@Suite struct AdoptionMeasureTests {
  @Test(arguments: [
    "mrr", "MRR", "invoice_total", "annualRevenue", "montant-facture", "cost per day", "prix", "arr_eur",
  ])
  func `a name that says money counts no people`(name: String) {
    #expect(AdoptionMeasure.countsMoney(name))
  }

  @Test(arguments: [
    "weekly_active_users", "seats", "paid_seats", "carrier_logins", "feeds", "licencesUtilisees", "amounted",
    "arrivals",
  ])
  func `a name that holds letters of such a word counts`(name: String) {
    #expect(!AdoptionMeasure.countsMoney(name))
  }

  /// The model's own seat_use is the basis of adoption when the settings name none.
  @Test(arguments: [
    (
      "{of: weekly_active_users, per: seats, worst: 0, best: 1}", "{of: days_since_contact, worst: 120, best: 10}", true
    ),
    (
      "{of: weekly_active_users, per: seats, worst: 0, best: 1}",
      "{of: weekly_active_users, worst: 0, best: 1, unit: money}", false
    ),
    ("{of: weekly_active_users, per: arr, worst: 0, best: 1}", "{of: days_since_contact, worst: 120, best: 10}", false),
  ])
  func `what the model tells as money is no adoption`(seatUse: String, other: String, isTold: Bool) async throws {
    let model = try #require(
      models(
        readFrom: """
          version: "1"
          dimensions:
            usage: {weight: 1, measures: {seat_use: \(seatUse), other: \(other)}}
          """))
    let portfolio = await CanaryPortfolio(seed: 1, accounts: 6, models: model)
    let filter = CustomerFilter(portfolio.review, allowed: CustomerField.defaults, sender: nil, adoption: nil)
    let told = (0..<6).contains { filter.facts(of: $0, words: nil, plans: [], language: "en").adoption != nil }
    #expect(told == isTold)
  }
}
