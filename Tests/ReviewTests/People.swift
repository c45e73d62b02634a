import EvidenceFixture
import Health

@testable import Review

/// Judgement about the accounts of a world, and the review of both.
struct People {
  var sentiment: [(account: Int, row: Sentiment)] = []
  var risks: [(account: Int, row: Risk)] = []
  var reviews: [(account: Int, row: ReviewDecision)] = []
  var opinions: [(account: Int, row: Opinion)] = []
  var notes: [Int: String] = [:]

  mutating func flag(_ flag: Sentiment.Flag, age: Int = 0, account: Int = 0) {
    sentiment.append((account, Sentiment(date: today - age, flag: flag)))
  }

  func judgement(accounts: Int) -> Judgement {
    Judgement(
      sentiment: RowsByAccount(sentiment, accounts: accounts), risks: RowsByAccount(risks, accounts: accounts),
      reviews: RowsByAccount(reviews, accounts: accounts),
      opinions: RowsByAccount(opinions, accounts: accounts), notes: notes)
  }

  /// The review of a world by the plain model.
  func review(_ world: World, model: Model = .plain, spotCheckWeeks: Int = 13) async -> Review {
    await Review(
      world.scorer(model, expansion: Models.Expansion(measure: "score", atLeast: 80)),
      judgement: judgement(accounts: world.accounts.count), rules: Review.Rules(spotCheckWeeks: spotCheckWeeks))
  }
}

extension Model {
  /// A model in which the score is the last value of the measure `score`, however old.
  static let plain = Model(MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity), coverageFloor: 0.4)
}

extension World {
  /// Sets the score of an account from a number of days before today on.
  mutating func score(_ value: Double, from age: Int = 900, account: Int = 0) {
    observe("score", value, on: today - age, account: account)
  }
}

extension Review {
  /// The ids of the accounts on a list, in its order.
  func ids(_ list: ListID) -> [String] { self[list].map { evidence.accounts[$0.account].id.text } }
  func isOn(_ list: ListID) -> Bool { !self[list].isEmpty }
}
