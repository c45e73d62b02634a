/// Sentences for the weeks of a team that sells a planner of shifts.
enum Words {
  static let lossReasons = [
    "Merged into a group with its own planner", "Price", "Sites closed", "Never rolled out beyond two teams",
    "Payroll vendor brings a planner along",
  ]

  static let noAdditionReasons = ["Budget frozen", "No decision", "Postponed to next year"]

  static let events = [
    "rota_opened", "shift_planned", "swap_requested", "swap_approved", "timesheet_signed", "report_exported",
  ]

  static let agents = ["Mira Holtby", "Jonah Petitjean", "Signe Dahlerup", "Tariq Lowen"]

  static let areas = ["Rota", "Swaps", "Time sheets", "Mobile", "Access", "Payroll"]

  static let graveSubjects = [
    "Published rota is empty for the whole ward", "Nobody on the night shift can sign in",
    "Time sheets of last week are gone", "Swap approved twice, two people on one shift",
    "Payroll file refused, \"unknown cost centre\"", "Push messages of open shifts arrive hours late",
    "Rota of Christmas week cannot be published", "All absences moved by one day",
    "Phones show the rota of another site", "Sign-in with the staff card fails since Monday",
  ]

  static let subjects = [
    "How to copy a rota to the next month", "Colour of absences", "Add a cost centre", "New site, new calendar",
    "Change the name of a team", "Who may approve swaps?", "Export for the works council", "Holiday counted twice",
    "Report of overtime, by team and month", "Right to see wages", "Calendar feed shows the wrong hour",
    "User left, reassign open shifts", "Print layout on A3", "Half days of leave", "Message to a whole team",
    "Trainees may not be alone on a shift", "Breaks of 45 minutes", "Translation missing in the app",
    "Rota for Easter, please check", "Rules for on-call duty", "Call \"late\" \"evening\"", "Import of birthdays",
    "Jours fériés: Ascension manque", "Schichtmodell 6-2 anlegen", "Bytte av vakt på mobil", "Two-factor sign-in",
    "Sickness notes as attachments", "Where do I find the audit log?",
  ]

  /// Organisations that write to the help desk and are no customers.
  static let strangers: [(name: String, domain: String, person: String, tickets: Int, subjects: [String])] = [
    (
      "Segelclub Buhnenkopf e.V.", "buhnenkopf.example", "Torsten Riekmann", 7,
      ["Cannot find our club", "Is there a free version?", "Rota of the harbour watch", "Wrong invoice address"]
    ),
    (
      "Tidemark Staffing Ltd", "tidemark-staffing.example", "Alma Quarrie", 4,
      ["Access to the rota of our client", "Agency staff cannot see shifts", "Rates for agencies"]
    ),
  ]

  static func whys(for rag: RAG) -> [String] {
    switch rag {
    case .onTrack: greens
    case .watch: yellows
    case .atRisk: reds
    }
  }

  static func comments(for rag: RAG) -> [String] {
    switch rag {
    case .onTrack: greenComments
    case .watch: yellowComments
    case .atRisk: redComments
    }
  }

  private static let greens = [
    "Planners live in it.", "Rolled out to the last site without us.", "Shown to a neighbour, who called us.",
    "Works council on board.", "New ward leads trained by their own people.", "Quiet, in a good way.",
    "Budget of next year is through.", "EBR with their own figures.", "Swaps now run without the office.",
    "Fewer agency hours, and they say why.", "Sponsor promoted, still ours.",
    "Complained about one report, otherwise fine.",
    "Wants to be a reference.", "Très contents de l'appli mobile.",
  ]

  private static let yellows = [
    "Head of operations left, nobody named.", "Two wards are back on paper.", "Cancelled three calls in a row.",
    "Compares us with the planner of their payroll vendor.", "Price named twice in one meeting.",
    "Sponsor is friendly and decides nothing.", "Holding wants one tool for all houses.",
    "Time sheets still typed twice.", "New site manager does not know why they pay for this.",
    "Betriebsrat stellt Fragen zur Auswertung.", "Asked how to get all the history out.",
    "Rollout stands still since summer.",
  ]

  private static let reds = [
    "Told us off the record that a tender is being written.", "Notice drafted, says the planner.",
    "Escalation open, no plan agreed.", "Procurement asks for the terms of leaving.", "Only the office signs in.",
    "New owner brings a tool along.", "Sponsor gone, successor does not answer.", "Invoice disputed since September.",
    "They want out at the end of the term.", "Le directeur ne répond plus.",
  ]

  private static let greenComments = [
    "Nothing to do. Next review is dated, and they wrote the agenda themselves.",
    "Third site in January. They ask for training in French, which we have.",
    "One open wish: absences by colour. Product knows and has promised nothing.",
    "Small team, large opinion of us. Worth a story for the user day.",
  ]

  private static let yellowComments = [
    "Ask who decides now. The two names on our list have both moved on, and the assistant only says that “it is "
      + "being looked at” – which is what she said in June.",
    "Go there. Four calls have not helped, and the people who complain are not those who join the calls.",
    "Usage looks splendid because the inspection forces everybody to sign. That ends in spring; then we shall see "
      + "what is left of it, and I would not bet on more than half.",
    "Offer the payroll connection early. It is the one thing the other tool does better, and they have noticed.",
    "Wait for the budget round. Until then: no surprises, short answers, and the figures they asked for.",
  ]

  private static let redComments = [
    "Get our management to theirs before the end of the month. Everything below that level has been tried: two "
      + "visits, a plan with dates, a training that three people attended. What they miss is one person who "
      + "wants this, and since Renée's successor has not been named, there is none.",
    "Nothing to save by features. The group has decided, and the house only carries it out; keep the door open.",
    "Plan agreed, then not kept – by them and by us. New dates, in writing, and one owner on either side.",
    "Price is what they say, trust is what they mean. The outage of the night rota in September is still the first "
      + "thing in every call.",
  ]
}
