/// The accounts that turn: renewals, growth, recoveries, and a competitor.
var turningStories: [Account] {
  [
    // The CSM is more confident than the score: a factory mid-migration whose sponsor signs everything.
    Account(
      "C1043", "Suomen Lukkopaja Oyj", "Building hardware", .finland, employees: 1150, seats: 330, arr: 108_000,
      started: "2024-05-15", .maud, .middling
    ) {
      $0.profile.contactEvery = 20
      $0.flags = [
        .green(
          "2026-11-06",
          "Usage is low because they move plant by plant; Tampere went live last week, Oulu follows in January. "
            + "Sponsor signed the plan.")
      ]
    },

    // The strategy turned: central purchasing was announced, and the decision is put off to December.
    Account(
      "C1048", "Cordillera Papel S.A. de C.V.", "Paper", .mexico, employees: 2900, seats: 700, arr: 224_000,
      started: "2023-10-01", .tomas, .strong
    ) {
      $0.contacts = [
        Contact(name: "Ximena Olvera", role: "champion", since: "2023-10-01"),
        Contact(name: "Arturo Rentería", role: "economic_buyer", since: "2023-10-01"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-10", kind: "call", with: "Ximena Olvera",
          note: "All mills live. Talked about the winter stop in Durango."),
        Touchpoint(
          day: "2026-10-20", kind: "call", with: "Ximena Olvera",
          note: "Read us the announcement of central purchasing. She has not been asked either."),
        Touchpoint(
          day: "2026-11-03", kind: "call", with: "Arturo Rentería",
          note: "Group purchasing lead starts on 1 December. He will introduce us."),
      ]
      $0.flags = [
        .green("2026-09-10", "All mills live, nothing to report."),
        .yellow(
          "2026-10-22",
          "Group announces central purchasing of all plant software. Our mills want us, the group has not been asked."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-10-20", kind: "strategic_pivot", severity: 3,
          note: "Purchasing of plant software goes to the group from April.", source: "press")
      ]
      $0.reviews = [
        Review(
          day: "2026-11-03", list: "green-but-yellow", decision: "defer",
          note: "The group's purchasing lead starts on 1 December. Nothing to decide before.",
          nextStep: "Introduction through the mill in Durango", due: "2026-12-07"),
        Review(
          day: "2026-11-03", list: "green-with-risks", decision: "defer", note: "See green-but-yellow.",
          due: "2026-12-07"),
      ]
    },

    // Ready to grow: nine seats in ten are used, and a second site is interested.
    Account(
      "C1052", "Björkö Pharma AB", "Pharmaceuticals", .sweden, employees: 1400, seats: 520, arr: 214_000,
      started: "2023-05-01", .maud, .strong
    ) {
      $0.contacts = [
        Contact(name: "Elin Hedlund", role: "champion", since: "2023-05-01"),
        Contact(name: "Oskar Åkesson", role: "sponsor", since: "2023-05-01"),
        Contact(name: "Gustav Nyström", role: "user", since: "2024-02-12"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-17", kind: "call", with: "Elin Hedlund",
          note: "Third inspection round planned by themselves. Seats are tight."),
        Touchpoint(
          day: "2026-10-08", kind: "meeting", with: "Gustav Nyström",
          note: "On site. Two crews share logins since August."),
        Touchpoint(
          day: "2026-11-02", kind: "qbr", with: "Oskar Åkesson",
          note: "They led with their own slide: audit findings from twelve to one. Södertälje asks to join."),
      ]
      $0.profile.usage = ["2026-03-01": 0.78, "2026-07-01": 0.90]
      $0.profile.features = 10.4
      $0.goals = [
        Goal(
          goal: "Audit findings on maintenance records", unit: "findings a year", baseline: 12, target: 3, latest: 1,
          due: "2026-06-30", met: "2026-05-22"),
        Goal(
          goal: "Planned share of maintenance", unit: "% of hours", baseline: 41, target: 60, latest: 66,
          due: "2026-09-30", met: "2026-08-28"),
      ]
      $0.seatsUntil = ("2026-03-01", 460)
      $0.outcomes = [
        Outcome(
          day: "2026-03-02", kind: "expanded", before: 189_000, after: 214_000,
          reason: "Filling and packing lines added")
      ]
      $0.flags = [.green("2026-11-02", "Södertälje asks when they can have it too. We are out of seats.")]
    },

    // The seats are full here too, and the team put the question off until the spring.
    Account(
      "C1057", "De Groene Kade B.V.", "Horticulture", .netherlands, employees: 410, seats: 120, arr: 43_200,
      started: "2024-03-01", .claire, .strong
    ) {
      $0.profile.usage = 0.87
      $0.reviews = [
        Review(
          day: "2026-11-09", list: "expansion", decision: "defer",
          note: "Seasonal crews leave in December and seats are free again until the spring.",
          nextStep: "Ask about the crews of the new season", due: "2027-03-01")
      ]
    },

    // The recovered one: red in June after a failed migration, green again by its own figures and its CSM's flag.
    Account(
      "C1060", "Ateliers Peyrac SAS", "Aerospace parts", .france, employees: 780, seats: 240, arr: 88_000,
      started: "2024-07-01", .claire, .sound
    ) {
      $0.goals = [
        Goal(
          goal: "Ordres en attente", unit: "ordres", baseline: 815, target: 400, latest: 362, due: "2026-06-29",
          met: "2026-05-16"),
        Goal(
          goal: "Ordres clos à temps", unit: "% des ordres", baseline: 59, target: 85, latest: 87, due: "2026-05-17",
          met: "2026-05-05"),
        Goal(
          goal: "Part de maintenance planifiée", unit: "% des heures", baseline: 38, target: 60, latest: 47,
          due: "2026-08-18"),
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-07-01", kind: "renewed", before: 88_000, after: 88_000,
          reason: "One year at the old price, once the repair plan was signed")
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-10-02", kind: "meeting", with: "Julien Rousselot",
          note: "Walked the hall. All crews back, tablets on every bench."),
        Touchpoint(
          day: "2026-10-20", kind: "event", with: "Hélène Garnier",
          note: "They presented their recovery at the user group in Lyon."),
        Touchpoint(
          day: "2026-11-06", kind: "call", with: "Hélène Garnier",
          note: "Weekly call ended by mutual consent, monthly from now on."),
      ]
      $0.profile.usage = [
        "2026-03-29": 0.54, "2026-05-10": 0.10, "2026-07-12": 0.15, "2026-09-20": 0.44, "2026-11-15": 0.66,
      ]
      $0.profile.features = ["2026-03-29": 8.0, "2026-05-10": 2.4, "2026-07-12": 3.0, "2026-10-18": 8.4]
      $0.profile.tickets = ["2026-04-19": 0.02, "2026-05-10": 0.2, "2026-07-05": 0.14, "2026-08-23": 0.02]
      $0.profile.urgent = ["2026-04-19": 0.1, "2026-05-10": 0.6, "2026-07-05": 0.4, "2026-08-23": 0.05]
      $0.profile.csat = ["2026-04-19": 4.3, "2026-05-17": 1.6, "2026-07-05": 2.4, "2026-09-06": 4.6]
      $0.profile.closing = ["2026-04-19": 4, "2026-05-17": 14, "2026-07-26": 9, "2026-09-06": 3]
      $0.profile.survey = ["2026-03-10": 8.0, "2026-06-10": 3.1, "2026-09-10": 7.9]
      $0.profile.invoice = ["2026-04-19": 0, "2026-06-28": 68, "2026-07-19": 68, "2026-08-09": 0]
      $0.profile.contactEvery = ["2026-05-17": 30, "2026-06-07": 12, "2026-10-02": 12, "2026-11-01": 28]
      $0.contacts = [
        Contact(name: "Maëlle Charpentier", role: "champion", since: "2024-07-01", left: "2026-05-29"),
        Contact(name: "Julien Rousselot", role: "sponsor", since: "2024-07-01"),
        Contact(name: "Hélène Garnier", role: "champion", since: "2026-08-24"),
      ]
      $0.flags = [
        .green("2026-04-02", "Server move planned for May, their IT is confident."),
        .red("2026-05-19", "The move failed, a week of orders is lost. They stopped paying until it is repaired."),
        .red("2026-06-16", "Trust gone on the shop floor. Weekly calls with the plant manager, at six in the morning."),
        .yellow("2026-07-22", "Data restored in full, invoice paid. People come back crew by crew."),
        .yellow("2026-08-27", "All crews back, still fragile."),
        .green("2026-10-02", "Plant manager: \"You stayed until it worked.\" They present at the user group."),
        .green("2026-11-06", "Better than before the accident."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-05-18", kind: "silent_dissatisfaction", severity: 5, note: "Payment stopped, board informed.",
          source: "letter", closed: "2026-08-27")
      ]
      $0.reviews = [
        Review(
          day: "2026-08-31", list: "csm-more-confident", decision: "both",
          note: "Score lags the repair by a quarter, as it should.", nextStep: "Keep the weekly call until October")
      ]
    },

    // Another renewal with unmet goals, and this one gets a plan.
    Account(
      "C1064", "Finca Los Almendros S.L.", "Food", .spain, employees: 350, seats: 95, arr: 34_500,
      started: "2025-01-31", .tomas, .middling
    ) {
      $0.profile.goalsMet = 0
      $0.profile.flag = .green
      $0.lastFlag = "2026-09-22"
      $0.contacts = [
        Contact(name: "Nuria Castaño", role: "sponsor", since: "2025-01-31"),
        Contact(name: "Álvaro Robles", role: "user", since: "2025-03-10"),
      ]
    },

    // A competitor in the account: a pilot in two hotels, and three weeks later nobody has decided what to do.
    Account(
      "C1066", "Silvermere Hotels Ltd", "Hospitality", .unitedKingdom, employees: 720, seats: 210, arr: 72_000,
      started: "2023-08-01", .aisha, .strong
    ) {
      $0.contacts = [
        Contact(name: "Imogen Ashdown", role: "champion", since: "2023-08-01"),
        Contact(name: "Rhys Lowe", role: "economic_buyer", since: "2024-01-15"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-08", kind: "call", with: "Imogen Ashdown",
          note: "Season over. Winter refits planned in the product, hotel by hotel."),
        Touchpoint(
          day: "2026-10-13", kind: "meeting", with: "Imogen Ashdown",
          note: "Visit in Windermere. Another product is on trial in two hotels, free until Christmas."),
        Touchpoint(
          day: "2026-11-03", kind: "call", with: "Rhys Lowe",
          note: "Trial goes on. He asked what a room map would cost with us."),
      ]
      $0.flags = [
        .green("2026-09-08", "Season over, they want to plan the winter refits with us."),
        .yellow(
          "2026-10-13",
          "A competitor runs a free pilot in two of the four hotels. Front desk likes its room map, which we do not "
            + "have."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-10-12", kind: "competitive_threat", severity: 4,
          note: "Pilot of another product in Keswick and Bowness until Christmas.", source: "visit")
      ]
    },
  ]
}
