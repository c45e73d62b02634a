/// Everything that is known about the made-up customers, as plain values.
///
/// The exports and Vigie's own tables are written from the same facts, so that they cannot differ.
struct Facts: Sendable {
  let accounts: [Account]
  let prospects: [Prospect]
  let deals: [Deal]
  let tickets: [Ticket]
  let usage: [UsageEvent]
  let activities: [Activity]
  let judgements: [Judgement]

  init(seed: UInt64) {
    var chance = Chance(seed: seed, topic: "order of accounts")
    let accounts = chance.shuffled((largeCustomers + middleCustomers + smallCustomers).map(\.account))
    self.accounts = accounts
    prospects = example_exports.prospects
    deals = makeDeals(accounts, example_exports.prospects, seed: seed)
    tickets = makeTickets(accounts, seed: seed)
    usage = makeUsage(accounts, seed: seed)
    activities = makeActivities(accounts, seed: seed)
    judgements = makeJudgements(accounts, seed: seed)
  }
}

/// An opportunity of the CRM.
struct Deal: Sendable {
  enum Kind: String { case renewal = "Renewal", existing = "Existing Business", new = "New Business" }

  enum Stage: String {
    case won = "Closed Won"
    case lost = "Closed Lost"
    case negotiation = "Negotiation"
    case proposal = "Proposal"
    case qualification = "Qualification"

    var probability: Int {
      switch self {
      case .won: 100
      case .lost: 0
      case .negotiation: 75
      case .proposal: 50
      case .qualification: 20
      }
    }
  }

  let name: String
  let id: SalesforceID
  let accountName: String
  let kind: Kind
  let stage: Stage
  /// The new ARR of a renewal or a first contract, what existing business adds, and of a lost renewal what was lost.
  let amount: Int?
  let close: Day
  var lossReason: String?
  /// What it did to a customer's contract; nil where it did nothing.
  var outcome: Outcome?

  struct Outcome: Sendable {
    /// Vigie's word: renewed, expanded, contracted or churned.
    let kind: String
    let before: Int
    let after: Int
  }
}

/// A ticket of the help desk.
struct Ticket: Sendable {
  let number: Int
  /// The customer; nil for an organisation that is none.
  let account: Account?
  let organization: String
  let domain: String
  let requester: String
  let requesterNumber: Int
  let agent: String
  let subject: String
  let priority: Priority?
  let type: String
  let opened: Moment
  let solved: Moment?
  /// The status while it is open.
  let openStatus: String
  let satisfaction: Satisfaction
  let replies: Int
  let firstReply: Int
  let area: String

  enum Priority: String { case urgent = "Urgent", high = "High", normal = "Normal", low = "Low" }
  enum Satisfaction: String { case good = "Good", bad = "Bad", offered = "Offered", none = "Not Offered" }
}

/// One thing that one user did on one day, at the first time of that day.
struct UsageEvent: Sendable {
  let account: Account
  let at: Moment
  let user: User
  let event: String

  enum User: Hashable, Sendable {
    case customer(Int)
    /// One of the team itself, in a workspace of their own.
    case tester(Int)

    var id: String {
      switch self {
      case .customer(let number): "u-\(number)"
      case .tester(let number): "qa\(number)"
      }
    }

    /// The workspace of testers, as events name it.
    static let ownWorkspace = "vigie-test.example"

    var isTester: Bool { if case .tester = self { true } else { false } }
  }
}

/// A line of the timeline in the tool of the CSMs.
struct Activity: Sendable {
  enum Kind: String, CaseIterable {
    case call = "Call"
    case meeting = "Meeting"
    case email = "Email"
    case review = "EBR"
    /// A note to oneself or by the tool: nobody talked with the customer.
    case update = "Update"

    /// Vigie's word; nil for what is no contact.
    var touchpoint: String? {
      switch self {
      case .call: "call"
      case .meeting: "meeting"
      case .email: "email"
      case .review: "qbr"
      case .update: nil
      }
    }
  }

  let account: Account
  let at: Moment
  let kind: Kind
  let subject: String
  let note: Note
  let author: String
}

/// A row of the workbook: what a CSM thinks of an account on a day.
struct Judgement: Sendable {
  let account: Account
  let day: Day
  let csm: CSM
  let rag: RAG
  let why: String?
  let comment: String?
  /// Whether the first sentence of the comment is bold.
  let isRich: Bool
}
