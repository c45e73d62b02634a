import Templates

/// The content of a customer's document.
struct CustomerPage: TemplateRecord {
  let name: String
  let lead: String
  let prepared: String
  let context: String
  let figures: String
  let met: String
  let hasGoals: Bool
  let asksForGoals: Bool
  let goals: [CustomerGoalRow]
  let adoption: String
  let line: String
  let support: String
  let open: [CustomerOpenRow]
  let moreOpen: String
  let learned: String
  let steps: [CustomerStepRow]
  let done: [CustomerStepRow]
  let conversation: String
  let asks: [String]

  static let fields: TemplateFields<CustomerPage> = [
    .text("name") { $0.name },
    .text("lead") { $0.lead },
    .text("prepared") { $0.prepared },
    .text("context") { $0.context },
    .text("figures") { $0.figures },
    .text("met") { $0.met },
    .flag("has_goals") { $0.hasGoals },
    .flag("asks_for_goals") { $0.asksForGoals },
    .list("goals") { $0.goals },
    .text("adoption") { $0.adoption },
    .text("line") { $0.line },
    .text("support") { $0.support },
    .list("open") { $0.open },
    .text("more_open") { $0.moreOpen },
    .text("learned") { $0.learned },
    .list("steps") { $0.steps },
    .list("done") { $0.done },
    .text("conversation") { $0.conversation },
    .list("asks") { $0.asks },
  ]
}

/// A goal with its figures and a chart of its progress.
struct CustomerGoalRow: TemplateRecord {
  let goal: String
  let unit: String
  let bar: String
  let baseline: String
  let latest: String
  let target: String
  let state: String

  static let fields: TemplateFields<CustomerGoalRow> = [
    .text("goal") { $0.goal },
    .text("unit") { $0.unit },
    .text("bar") { $0.bar },
    .text("baseline") { $0.baseline },
    .text("latest") { $0.latest },
    .text("target") { $0.target },
    .text("state") { $0.state },
  ]
}

/// An open request.
struct CustomerOpenRow: TemplateRecord {
  let subject: String
  let opened: String

  static let fields: TemplateFields<CustomerOpenRow> = [
    .text("subject") { $0.subject },
    .text("opened") { $0.opened },
  ]
}

/// A step of the plan, open or done.
struct CustomerStepRow: TemplateRecord {
  let step: String
  let owner: String
  let when: String

  static let fields: TemplateFields<CustomerStepRow> = [
    .text("step") { $0.step },
    .text("owner") { $0.owner },
    .text("when") { $0.when },
  ]
}

/// The headline figures.
struct CustomerFigures: TemplateRecord {
  /// One of the figures.
  struct Figure: TemplateRecord {
    let label: String
    let value: String
    let what: String

    static let fields: TemplateFields<Figure> = [
      .text("label") { $0.label },
      .text("value") { $0.value },
      .text("what") { $0.what },
    ]
  }

  let figures: [Figure]

  static let fields: TemplateFields<CustomerFigures> = [.list("figures") { $0.figures }]
}

/// The frame of a customer's document.
struct CustomerFrame: TemplateRecord {
  let language: String
  let title: String
  let sender: String
  let style: [UInt8]
  let styleHash: String
  let tool: String
  let mark: String
  let fingerprint: String
  let foot: String
  let content: [UInt8]

  static let fields: TemplateFields<CustomerFrame> = [
    .text("language") { $0.language },
    .text("title") { $0.title },
    .text("sender") { $0.sender },
    .html("style") { $0.style },
    .text("style_hash") { $0.styleHash },
    .text("tool") { $0.tool },
    .text("mark") { $0.mark },
    .text("fingerprint") { $0.fingerprint },
    .text("foot") { $0.foot },
    .html("content") { $0.content },
  ]
}
