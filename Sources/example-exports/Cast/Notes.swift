/// What the CSMs write down after they talked with somebody, and what the tool notes by itself.
enum Notes {
  static func all(_ kind: Activity.Kind) -> [(String, Note)] {
    switch kind {
    case .call: calls
    case .meeting: meetings
    case .email: emails
    case .review: reviews
    case .update: updates
    }
  }

  private static func note(_ texts: String..., next: String? = nil, points: [String] = []) -> Note {
    Note(
      parts: texts.map { Note.Part(text: $0) } + points.map { Note.Part(text: $0, isPoint: true) }
        + (next.map { [Note.Part(lead: "Next:", text: $0)] } ?? []))
  }

  private static let calls = [
    ("Monthly call", note("Two wards plan four weeks ahead now.", next: "figures on overtime & agency hours")),
    ("Monthly call", note("Short and calm. The new planner was there and asked the right things.")),
    ("Call on swaps", note("Swaps without the office: works for < 10 people, not yet for the large teams.")),
    ("Question on the board", note("Wants a \"traffic light\" for each ward; sent them an example.")),
    ("Call with IT", note("Single sign-on waits for a certificate.", next: "they send it by Friday")),
    ("Question on payroll", note("Cost centres differ between “rota” and payroll.", "They clean up on their side.")),
    ("Check-in", note("Everything runs; they would like absences in colour…")),
    ("Call after the outage", note("Explained what happened.", "They took it well; the night shift less so.")),
    (
      "Call with the planner",
      note("Showed how to copy a month.", points: ["rules kept", "absences kept", "notes lost"])
    ),
    ("Renewal, first talk", note("Terms sent. Price was named once, politely.", next: "answer in two weeks")),
    ("Point téléphonique", note("L’équipe de nuit s’y est mise – enfin.", "Formation à prévoir en janvier.")),
    ("Kurzer Anruf", note("Dienstplan für Dezember steht.", "Frage zu Zuschlägen; Antwort folgt.")),
  ]

  private static let meetings = [
    ("On site", note("Walked through the wards with two planners.", "Paper hangs beside the screen in one of them.")),
    ("Training", note("Nine people, three of them new.", next: "second date for the night shift")),
    (
      "Workshop on rules", note("Wrote the rules down:", points: ["11 hours of rest", "no 3 nights in a row"])
    ),
    ("Steering meeting", note("We had ten minutes at the end. Nobody objected; nobody was keen, either.")),
    ("Visit with product", note("They showed where they click twice. Product took eleven photos.")),
    ("Meeting with the works council", note("Reports by name stay off. Put into the contract.")),
    ("Réunion de suivi", note("Déploiement sur 2 sites de plus – budget à voir (12 000 €).")),
  ]

  private static let emails = [
    ("Figures sent", note("Overtime by team, as asked for in the call.")),
    ("Release notes", note("Sent, with a line on the new view of absences.")),
    ("Dates for a review", note("Three dates offered; they took the last one.")),
    ("Answer on data retention", note("Passed on to their data protection officer.")),
    ("Terms of the renewal", note("Offer attached: same users, 3 % more.")),
    ("Thanks", note("They thanked us for the quick help at Easter.")),
    ("Checklist", note("For the change of the year:", points: ["holidays", "balances", "new joiners & leavers"])),
    ("Guide sent", note("")),
  ]

  private static let reviews = [
    (
      "Quarterly review",
      note(
        "Goals:", next: "a date with the sponsor",
        points: ["agency hours down by 8 %", "time sheets by the 3rd: not yet"])
    ),
    ("Quarterly review", note("They led, with slides of their own.", next: "rollout to the kitchen")),
    ("Quarterly review", note("Cut to half an hour at their wish.", "Sponsor joined for five minutes.")),
    ("Business review", note("Good figures, no questions. “Keep it like that” was all they said.")),
    ("Revue trimestrielle", note("Objectifs tenus sauf un : l’absentéisme n’a pas bougé.")),
  ]

  private static let updates = [
    ("Health score calculated", note("Score changed by the nightly run.")),
    ("Owner changed", note("New owner of the account on our side.")),
    ("Licences counted", note("Count of users taken over from the product.")),
    ("Note to myself", note("Ask about the kitchen before the next review.")),
    ("Press", note("Their second house is in the local paper; nothing on us.")),
  ]
}
