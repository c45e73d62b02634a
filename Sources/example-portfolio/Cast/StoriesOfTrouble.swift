/// The accounts in sudden trouble, the new ones and the capped one.
var suddenStories: [Account] {
  [
    // Trouble paying: a textile mill in a currency crisis.
    Account(
      "C1069", "Yıldızova Tekstil A.Ş.", "Textiles", .turkey, employees: 900, seats: 260, arr: 68_000,
      started: "2023-02-15", .tomas, .weak
    ) {
      $0.contacts = [
        Contact(name: "Emre Aydın", role: "sponsor", since: "2023-02-15"),
        Contact(name: "Zeynep Kaplan", role: "user", since: "2023-03-20"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-08-27", kind: "email", with: "Zeynep Kaplan",
          note: "Reminder of the open invoice answered with thanks and a request for patience."),
        Touchpoint(
          day: "2026-10-21", kind: "call", with: "Emre Aydın",
          note: "Two invoices open, one shift closed. Wants instalments over ten months."),
      ]
      $0.profile.usage = ["2025-11-30": 0.48, "2026-04-26": 0.21]
      $0.profile.invoice = ["2026-05-31": 10, "2026-09-27": 74, "2026-11-15": 118]
      $0.profile.features = ["2025-11-30": 6.2, "2026-04-26": 3.2]
      $0.flags = [
        .yellow("2026-06-03", "Pays late, says so openly. Exports down by a third."),
        .red("2026-10-21", "Two invoices open, one shift closed. They want to stay and cannot pay."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-06-03", kind: "budget_pressure", severity: 5,
          note: "Third quarter of losses, credit line cut.", source: "call")
      ]
      $0.reviews = [
        Review(
          day: "2026-10-26", list: "renewals", decision: "csm_right",
          note: "Instalments agreed over ten months, licences of the closed shift paused.",
          nextStep: "Finance confirms the plan", due: "2026-11-20")
      ]
    },

    // The sharp fall: a sign-in change went wrong ten days ago, and most users have been locked out since.
    Account(
      "C1071", "Otter Creek Packaging LLC", "Packaging", .unitedStates, employees: 640, seats: 260, arr: 91_000,
      started: "2024-06-15", .tomas, .sound
    ) {
      $0.contacts = [
        Contact(name: "Trevor Grady", role: "champion", since: "2024-06-15"),
        Contact(name: "Denise Osgood", role: "economic_buyer", since: "2024-06-15"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-10-15", kind: "call", with: "Trevor Grady",
          note: "Directory move planned for 6 November. Sent him the checklist."),
        Touchpoint(
          day: "2026-11-09", kind: "call", with: "Trevor Grady",
          note: "User names changed with the move, four in five people locked out."),
        Touchpoint(
          day: "2026-11-13", kind: "call", with: "Denise Osgood",
          note: "Third call of the week. She wants a date."),
      ]
      $0.profile.usage = ["2026-11-01": 0.57, "2026-11-08": 0.40, "2026-11-15": 0.12]
      $0.profile.features = ["2026-11-01": 8, "2026-11-15": 3.5]
      $0.tickets = [
        Ticket(opened: "2026-11-06", severity: "high", subject: "Sign-in fails since our move to the new directory"),
        Ticket(
          opened: "2026-11-09", closed: "2026-11-12", severity: "urgent", csat: 1,
          subject: "Nobody on the night shift can sign in"),
        Ticket(opened: "2026-11-10", severity: "urgent", subject: "Sign-in fails, second plant"),
        Ticket(
          opened: "2026-11-11", closed: "2026-11-13", severity: "high", csat: 2, subject: "Orders printed by hand"),
        Ticket(opened: "2026-11-13", severity: "urgent", subject: "When will this be solved? Plant manager asks"),
        Ticket(opened: "2026-11-13", severity: "high", subject: "Tablets ask for a password nobody has"),
      ]
      $0.flags = [
        .green("2026-10-15", "Directory move in November, their IT has done it before."),
        .yellow(
          "2026-11-12",
          "Locked out for days after their directory move. The plant manager wants a date, whoever is at fault."),
      ]
    },

    // The onboarding: seven weeks in, and going well.
    Account(
      "C1097", "Rua Nova Bicicletas Lda", "Bicycles", .portugal, employees: 85, seats: 40, arr: 13_800,
      started: "2026-09-21", .tomas, .sound
    ) {
      $0.profile.usage = ["2026-09-27": 0.12, "2026-10-25": 0.48, "2026-11-15": 0.61]
      $0.profile.features = ["2026-09-27": 2.5, "2026-11-15": 7]
      $0.profile.contactEvery = 9
      $0.goals = [
        Goal(
          goal: "Work orders closed on time", unit: "% of orders", baseline: 52, target: 80, latest: 63,
          due: "2027-03-31")
      ]
      $0.flags = [
        .green("2026-10-12", "Workshop live after two weeks, warehouse follows."),
        .green("2026-11-12", "Both teams live. First report to the owners on Friday."),
      ]
    },

    // Nothing to score: it came with a product that we bought, and is not connected yet.
    Account(
      "C1091", "Santorio Ascensori S.r.l.", "Lift maintenance", .italy, employees: 60, seats: 35, arr: 12_400,
      started: "2026-07-01", .tomas, .sound
    ) {
      $0.hasTelemetry = false
      $0.lastContact = "2026-08-20"
      $0.contacts = [Contact(name: "Matteo Bellandi", role: "economic_buyer", since: "2026-07-01")]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-08-20", kind: "email", with: "Matteo Bellandi",
          note: "Welcome mail after the takeover of their former vendor. No answer yet.")
      ]
    },

    // The capped one: good figures, and nobody has spoken with it since July.
    Account(
      "C1083", "Ó Súilleabháin Bakeries", "Food", .ireland, employees: 130, seats: 60, arr: 19_500,
      started: "2023-11-15", .aisha, .strong
    ) {
      $0.lastContact = "2026-07-08"
      $0.lastFlag = "2026-08-05"
    },
  ]
}
