/// Notes for the weeks when nothing happens.
enum Phrases {
  static func reasons(for colour: Flag.Colour) -> [String] {
    switch colour {
    case .green: green
    case .yellow: yellow
    case .red: red
    }
  }

  private static let green = [
    "Planners rely on it daily, no open topics.",
    "QBR went well, they presented their own numbers.",
    "Asked about the mobile rollout for the second site.",
    "Maintenance lead calls us before he calls his IT.",
    "Reference call for us last week, unprompted praise.",
    "New planner trained by their own people, not by us.",
    "Budget for next year confirmed in the steering meeting.",
    "Complained about one report, otherwise content.",
    "They opened a community thread on shift handover and keep it going.",
    "Sponsor moved up a level and took us along.",
    "Downtime figure is on their board slide.",
    "Slow to answer mails, always there in the calls.",
    "Audit passed with our history export.",
    "Quiet month after the rollout, as planned.",
    "Wants to speak at the user day.",
    "The shutdown plan ran through us without a hitch.",
  ]

  private static let yellow = [
    "Half of the technicians still print their orders.",
    "Cancelled the last two calls on short notice.",
    "New site manager has not seen why they pay for this.",
    "Open import topic drags on, patience is thin.",
    "Sponsor is friendly but decides nothing.",
    "Nobody owns the product since the reorganisation.",
    "Price came up twice in one call.",
    "They keep a spreadsheet beside us for the weekend shift.",
    "Goals of the first year are not in reach.",
    "Asked for the export format of the work order history.",
    "IT wants fewer vendors, we are on the list to discuss.",
    "Training planned three times, postponed three times.",
    "Good people, no time. Adoption stuck at two crews.",
    "Mood better after the fix, trust is not back yet.",
  ]

  private static let red = [
    "No answer from the sponsor for weeks, invoice disputed.",
    "Told us plainly that the value is not there.",
    "Technicians stopped using the app, planners follow.",
    "Procurement asks for termination terms.",
    "Management wants out at the end of the term.",
    "Only the storeroom still logs in.",
    "Escalation open, no plan agreed.",
    "New owner, new tools. We are tolerated.",
  ]

  static func notes(for kind: String) -> [String] {
    switch kind {
    case "meeting": meetings
    case "qbr": businessReviews
    case "email": mails
    case "event": events
    default: calls
    }
  }

  private static let calls = [
    "Monthly call. Backlog of open orders down, planner asks for a colour per crew.",
    "Went through the overdue inspections report, two filters corrected together.",
    "Short call, all fine, next one after the shutdown.",
    "Discussed who may close safety orders; rights changed on the spot.",
    "Spare part links explained, they will clean up the catalogue themselves.",
    "Asked for usage by crew, sent the figures the same day.",
    "Talked through the tablet pilot: two crews like it, one does not.",
    "Planned the training for the night shift.",
    "Import of meter readings: their IT needs another two weeks.",
    "Checked the goals of the year, one on track, one behind.",
    "They showed how they use the history for warranty claims.",
    "Questions on the new calendar view, no complaints.",
    "Holiday cover arranged, open points moved to next month.",
    "Reviewed the escalation rules for stopped lines.",
  ]

  private static let meetings = [
    "On site. Walked the line with two technicians, offline mode is what they praise.",
    "On site with planning and stores, agreed on one way to reserve parts.",
    "Workshop on inspection rounds, twelve people, good mood.",
    "Met the new shift leader, showed the basics.",
    "Steering meeting, our part took ten minutes.",
    "Half a day with the planners, cleaned up forty recurring orders.",
    "Visit with product management, feedback on mobile search.",
    "Sat with IT on single sign-on, settled.",
  ]

  private static let businessReviews = [
    "Quarterly review. Downtime, closing times and adoption by site; two actions for them, one for us.",
    "Quarterly review. Goals updated, next one dated.",
    "Quarterly review. They led with their own slides this time.",
    "Quarterly review. Closing times improved, inspections still late in one site.",
    "Quarterly review, shortened to half an hour at their wish.",
  ]

  private static let mails = [
    "Release notes sent, question on the parts view answered.",
    "Sent the comparison of sites they asked for.",
    "Confirmed the agenda of the next review.",
    "Answered on data retention, passed to their legal.",
    "Shared the checklist for the yearly stocktaking.",
    "Sent the summary of the call and three dates.",
    "Link to the training recordings for two newcomers.",
    "Forwarded the answer of product on the barcode question.",
  ]

  private static let events = [
    "Met at the user day, joined the round on inspection planning.",
    "Webinar on mobile work orders, three people took part.",
    "Regional user group, showed their shutdown plan.",
  ]

  static func subjects(isGrave: Bool) -> [String] { isGrave ? grave : usual }

  private static let grave = [
    "Work orders missing on tablets after synchronisation",
    "Nobody on the night shift can sign in",
    "Overdue inspections not shown for one plant",
    "Import of meter readings stopped",
    "Dispatch board does not load",
    "Parts reservation books the wrong warehouse",
    "Push messages arrive hours late",
    "Safety order closed without second signature",
  ]

  private static let usual = [
    "How to copy a recurring order to another site",
    "Report shows cancelled orders",
    "Change the address of a site",
    "Add a field to the inspection form",
    "Export of last year's history",
    "Barcode not recognised on older labels",
    "Colour of crews in the calendar",
    "User leaves, reassign open orders",
    "Attachment larger than 20 MB",
    "Column widths are not kept",
    "Translation missing in the mobile app",
    "Meter reading entered twice",
    "Right to see costs",
    "Filter by asset class",
    "Duplicate supplier",
    "Where is the print layout for permits",
    "Calendar feed shows wrong hour",
    "Search does not find part numbers with a dash",
    "New crew cannot see its orders",
    "Reminder mails to a former colleague",
  ]

  static let goals: [(goal: String, unit: String, baseline: Double, target: Double)] = [
    ("Less unplanned downtime", "hours a month", 64, 40),
    ("Work orders closed on time", "% of orders", 61, 85),
    ("First-time fix rate", "% of visits", 58, 75),
    ("Inspections done by their date", "% of inspections", 72, 98),
    ("Planned share of maintenance", "% of hours", 38, 60),
    ("Emergency part orders", "orders a month", 45, 20),
    ("Paper orders replaced", "% of crews on mobile", 10, 90),
    ("Backlog of open orders", "orders", 820, 400),
    ("Audit findings on maintenance records", "findings a year", 14, 3),
  ]
}
