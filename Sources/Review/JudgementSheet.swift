public import Health

/// The workbook in which people who know the accounts say what they think: what its columns are and how its rows are
/// known, wherever they are moved.
public enum JudgementSheet {
  /// The columns, in their order; languages have a head for each, under `sheet_<name>`.
  public enum Column: String, CaseIterable, Sendable {
    case account
    case renewsOn = "renews_on"
    case lastContact = "last_contact"
    case openRisks = "open_risks"
    case lastFlag = "last_flag"
    case lastFlagOn = "last_flag_on"
    case lastReason = "last_reason"
    case asked
    case flag, reason, note, decision
    case decisionNote = "decision_note"
    case nextStep = "next_step"
    case dueOn = "due_on"
    case riskKind = "risk_kind"
    case riskSeverity = "risk_severity"
    case riskNote = "risk_note"
    case by
    case saidOn = "said_on"
    case csm
    case accountID = "account_id"
    case key

    /// Whether people fill it in.
    public var isOpen: Bool {
      switch self {
      case .flag, .reason, .note, .decision, .decisionNote, .nextStep, .dueOn, .riskKind, .riskSeverity, .riskNote, .by,
        .saidOn:
        true
      default: false
      }
    }

    /// The key of its head in language files.
    public var phrase: String { "sheet_\(rawValue)" }
  }

  /// What a row is known by: the day of the workbook, the lists that a decision is asked for, whether it asks a second
  /// opinion, and the account.
  ///
  /// Lists and opinion are a number that says nothing to who looks at the hidden column: a bit for each list in the order
  /// of `ListID` and the highest for an opinion, mixed with a hash of day and account. For `renewals` of A-001 on 2026-11-16 the key is
  /// `2026-11-16 47b5 A-001`.
  public struct Key: Hashable, Sendable {
    /// The day as of which the workbook was made.
    public let day: Day
    /// The account's id on that day.
    public let account: String
    /// The lists that waited for a decision about it, in their order.
    public let lists: [ListID]
    /// Whether a colleague was asked what flag the account should have.
    public let isSecondOpinion: Bool

    /// Creates a key.
    public init(day: Day, account: String, lists: [ListID], isSecondOpinion: Bool = false) {
      self.day = day
      self.account = account
      self.lists = lists
      self.isSecondOpinion = isSecondOpinion
    }

    /// Reads a key; nil for any other text.
    public init?(_ text: String) {
      let parts = text.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let day = Day(iso: String(parts[0])), parts[1].utf8.count == Self.digits,
        let mixed = UInt16(parts[1], radix: 16)
      else { return nil }
      let account = String(parts[2])
      let all = mixed ^ Self.mask(day, account)
      let bits = all & ~Self.opinion
      guard bits >> ListID.allCases.count == 0 else { return nil }
      self.init(
        day: day, account: account,
        lists: ListID.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element),
        isSecondOpinion: all != bits)
    }

    /// The text in the hidden column.
    public var text: String {
      let bits = ListID.allCases.enumerated().filter { lists.contains($0.element) }.reduce(
        isSecondOpinion ? Self.opinion : 0
      ) {
        $0 | 1 << $1.offset
      }
      let code = String(bits ^ Self.mask(day, account), radix: 16)
      return "\(day) \(String(repeating: "0", count: Self.digits - code.utf8.count))\(code) \(account)"
    }

    private static let digits = 4
    private static let opinion: UInt16 = 1 << 15

    private static func mask(_ day: Day, _ account: String) -> UInt16 {
      UInt16(truncatingIfNeeded: fnv1a("\(day) \(account)"))
    }
  }
}

/// An account whose judgement is asked for.
public struct AskedJudgement: Sendable {
  /// The account.
  public let account: AccountReview
  /// Whether a flag is due within a week, overdue or missing.
  public let wantsFlag: Bool
  /// The lists that wait for a decision about it, in their order.
  public let lists: [ListID]
  /// Whether a colleague is asked, who must not see the flag that the account has.
  public let isSecondOpinion: Bool
}

extension Review {
  /// The accounts whose judgement is asked for, those that renew first at the top.
  ///
  /// - Parameter isWanted: whether an account, by its position in the evidence, belongs to who is asked.
  public func judgementsAsked(where isWanted: (Int) -> Bool) -> [AskedJudgement] {
    accounts.compactMap { account in
      guard isWanted(account.account) else { return nil }
      let wantsFlag = owed(for: account).contains { if case .flag = $0.matter { true } else { false } }
      let lists = decisionDue(about: account)?.items.map(\.list) ?? []
      guard wantsFlag || !lists.isEmpty else { return nil }
      return AskedJudgement(account: account, wantsFlag: wantsFlag, lists: lists, isSecondOpinion: false)
    }.inOrder
  }
}
