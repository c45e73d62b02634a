// The accounts that left in the last eighteen months, and who saw it coming.

var lostAccounts: [Account] { lostSeenByOne + lostSeenByBothOrNobody }

/// Those that the score saw, or the CSM, and not both.
private var lostSeenByOne: [Account] {
  [
    // The CSM saw it, the score did not: flagged yellow in May, green by its figures until the notice and after.
    Account(
      "C1011", "Gustavsholm Frakt AB", "Road transport", .sweden, employees: 1300, seats: 350, arr: 117_000,
      started: "2022-11-14", .maud, .strong
    ) {
      $0.profile.usage = ["2026-08-30": 0.66, "2026-11-08": 0.45]
      $0.flags = [
        .green("2026-03-18", "Winter season done without a stop."),
        .yellow("2026-04-29", "New finance chief brings the tool of her last company up in every meeting."),
        .yellow("2026-06-10", "They asked our technicians how the competitor's import works."),
        .red("2026-07-22", "I think it is decided. Every figure we have is still fine."),
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-11-13", kind: "churned", before: 117_000, after: 0, notice: "2026-08-17",
          reason: "Moved to the tool the new finance chief knew", avoidable: "yes")
      ]
      $0.reviews = [
        Review(
          day: "2026-06-22", list: "green-but-yellow", decision: "score_right",
          note: "Usage at a record. Maud disagrees and says so.")
      ]
    },
    // The same, a few months before.
    Account(
      "C1054", "Pellworth Facilities Ltd", "Facility services", .unitedKingdom, employees: 680, seats: 190, arr: 64_000,
      started: "2023-04-01", .maud, .strong
    ) {
      $0.flags = [
        .green("2025-08-20", "Content, a little dull."),
        .yellow("2025-09-24", "Contract lead changed, the new one has never opened the product."),
        .yellow("2025-11-12", "Our name is missing in their tender plans for next year."),
        .yellow("2026-01-07", "Three people I knew are gone. The crews still work with us every day."),
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-03-31", kind: "churned", before: 64_000, after: 0, notice: "2026-01-15",
          reason: "Tender won by a bundle of another vendor", avoidable: "yes")
      ]
    },
    // The CSM did not see it: flagged green while the score was yellow for half a year.
    Account(
      "C1068", "Bodegas Valdecierzo S.A.", "Wine", .spain, employees: 290, seats: 100, arr: 36_000,
      started: "2024-07-01", .tomas, .middling
    ) {
      $0.profile.flag = .green
      $0.lastFlag = "2026-04-23"
      $0.outcomes = [
        Outcome(
          day: "2026-06-30", kind: "churned", before: 36_000, after: 0, notice: "2026-05-11",
          reason: "Crews never adopted it", avoidable: "yes")
      ]
    },
    // Nor this one: flagged green to the last day, notice by registered letter.
    Account(
      "C1074", "Tessonnier Cartonnage SAS", "Packaging", .france, employees: 430, seats: 125, arr: 41_500,
      started: "2024-02-28", .tomas, .middling
    ) {
      $0.profile.flag = .green
      $0.lastFlag = "2025-12-12"
      $0.outcomes = [
        Outcome(
          day: "2026-02-28", kind: "churned", before: 41_500, after: 0, notice: "2025-12-18",
          reason: "Central tool of the new parent company", avoidable: "yes")
      ]
    },
    // The CSM saw it and the team believed her; the offer came too late all the same.
    Account(
      "C1031", "Thorncombe Estates Ltd", "Property", .unitedKingdom, employees: 540, seats: 160, arr: 38_000,
      started: "2023-09-30", .aisha, .strong
    ) {
      $0.flags = [
        .green("2026-01-28", "Heating season without a complaint."),
        .yellow(
          "2026-03-11", "The owner has put two of the five estates up for sale. The buyers bring their own systems."),
        .yellow("2026-04-29", "Third estate for sale. The caretakers who stay like us; they do not sign."),
        .red("2026-06-17", "Sale of four estates agreed for the autumn."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-03-10", kind: "strategic_pivot", severity: 4, note: "Two of five estates for sale.",
          source: "press")
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-09-30", kind: "churned", before: 38_000, after: 0, notice: "2026-07-01",
          reason: "Four of five estates sold", avoidable: "no",
          evidence: "Public register of the sales of 25 June 2026, copy in the CRM")
      ]
      $0.reviews = [
        Review(
          day: "2026-03-30", list: "green-but-yellow", decision: "csm_right",
          note: "The figures are those of estates that will not be ours to count. Go to the buyers.",
          nextStep: "Introduction to the buyers of the first two estates", due: "2026-05-15")
      ]
    },
    // The CSM saw it and the decision was put off until it was taken by others.
    Account(
      "C1063", "Menuiseries du Sillon SAS", "Joinery", .france, employees: 260, seats: 80, arr: 19_000,
      started: "2024-02-28", .claire, .sound
    ) {
      $0.profile.usage = 0.55
      $0.flags = [
        .green("2025-07-16", "Two crews more since June."),
        .yellow("2025-08-28", "Their ERP vendor gives maintenance planning away with the next release."),
        .yellow("2025-10-15", "Two of their planners are in the vendor's pilot."),
        .red("2025-11-26", "The pilot has become the plan."),
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-02-28", kind: "churned", before: 19_000, after: 0, notice: "2025-12-01",
          reason: "Maintenance module of their ERP, included in its price", avoidable: "yes")
      ]
      $0.reviews = [
        Review(
          day: "2025-09-08", list: "green-but-yellow", decision: "defer",
          note: "Release is due in spring. Nothing to decide before they have seen it.",
          nextStep: "Comparison with the module", due: "2025-12-15")
      ]
    },
    // The score saw it and the CSM did not, and the review believed the CSM.
    Account(
      "C1090", "Kōwhai Cabinetry Ltd", "Furniture", .newZealand, employees: 140, seats: 45, arr: 9800,
      started: "2024-10-15", .aisha, .middling
    ) {
      $0.profile.flag = .green
      $0.lastFlag = "2026-08-05"
      $0.outcomes = [
        Outcome(
          day: "2026-10-15", kind: "churned", before: 9800, after: 0, notice: "2026-08-10",
          reason: "Workshop went back to paper", avoidable: "yes")
      ]
      $0.reviews = [
        Review(
          day: "2026-05-25", list: "csm-more-confident", decision: "csm_right",
          note: "Owner writes every week and is full of plans. The score is too hard on small workshops.")
      ]
    },
  ]
}

/// Those that both saw, or nobody.
private var lostSeenByBothOrNobody: [Account] {
  [
    // Everybody saw it: red for both, and judged unavoidable without saying why, so it counts as avoidable.
    Account(
      "C1059", "Kappelmoor Möbel GmbH", "Furniture", .germany, employees: 560, seats: 150, arr: 48_000,
      started: "2023-05-01", .jonas, .weak
    ) {
      $0.outcomes = [
        Outcome(
          day: "2026-04-30", kind: "churned", before: 48_000, after: 0, notice: "2026-02-02",
          reason: "No value seen after three years", avoidable: "no")
      ]
    },
    // The unavoidable one: a fishing company that no longer exists.
    Account(
      "C1086", "Ulvsund Trål AS", "Fisheries", .norway, employees: 170, seats: 70, arr: 23_500,
      started: "2023-08-01", .maud, .sound
    ) {
      $0.profile.usage = ["2026-04-26": 0.57, "2026-06-28": 0.05]
      $0.flags = [
        .green("2026-04-15", "Best season in years, they say."),
        .red("2026-06-11", "Bankruptcy filed after the loss of the quota. Nothing left to save."),
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-07-31", kind: "churned", before: 23_500, after: 0, notice: "2026-06-10",
          reason: "Bankruptcy", avoidable: "no",
          evidence: "Opening of bankruptcy proceedings of 10 June 2026, district court, copy in the CRM")
      ]
    },
    // Nobody saw it: bought by a group in spring, and the notice came by registered letter.
    Account(
      "C1047", "Corrib Precast Ltd", "Building materials", .ireland, employees: 610, seats: 170, arr: 34_000,
      started: "2023-07-31", .aisha, .strong
    ) {
      $0.outcomes = [
        Outcome(
          day: "2026-07-31", kind: "churned", before: 34_000, after: 0, notice: "2026-05-21",
          reason: "Bought by a group that has its own tool", avoidable: "yes")
      ]
      $0.reviews = [
        Review(
          day: "2026-03-18", list: "spot-check", decision: "score_right",
          note: "Called the works manager. Full order book, nothing open.")
      ]
    },
    // Nobody saw it either: content until a new head of IT counted his vendors.
    Account(
      "C1019", "Lindauer Messtechnik GmbH", "Measuring instruments", .germany, employees: 480, seats: 130, arr: 36_500,
      started: "2022-11-10", .jonas, .sound
    ) {
      $0.lastFlag = "2025-10-02"
      $0.outcomes = [
        Outcome(
          day: "2025-11-10", kind: "churned", before: 36_500, after: 0, notice: "2025-10-06",
          reason: "IT reduced the number of its vendors", avoidable: "yes")
      ]
    },
    // Both saw it, but only once it was late: green for both in winter, then the crews stopped in eight weeks.
    Account(
      "C1037", "Stolarnia Brzozowa Sp. z o.o.", "Furniture", .poland, employees: 350, seats: 110, arr: 22_000,
      started: "2023-06-30", .jonas, .sound
    ) {
      $0.profile.usage = ["2026-02-01": 0.52, "2026-03-29": 0.12]
      $0.profile.features = ["2026-02-01": 7.2, "2026-03-29": 3]
      $0.flags = [
        .green("2026-01-14", "New planner since December, eager to learn."),
        .yellow("2026-03-18", "The second shift works from a spreadsheet. The new planner built it."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-03-18", kind: "silent_dissatisfaction", severity: 3,
          note: "Second shift plans in a spreadsheet.", source: "visit")
      ]
      $0.outcomes = [
        Outcome(
          day: "2026-06-30", kind: "churned", before: 22_000, after: 0, notice: "2026-04-20",
          reason: "A spreadsheet of their own was enough", avoidable: "yes")
      ]
    },
    // Both said yellow for half a year, and there was a plan.
    Account(
      "C1077", "Falkenried Bäder GmbH", "Leisure", .austria, employees: 230, seats: 70, arr: 14_000,
      started: "2024-05-31", .jonas, .middling
    ) {
      $0.outcomes = [
        Outcome(
          day: "2026-05-31", kind: "churned", before: 14_000, after: 0, notice: "2026-03-19",
          reason: "Town council closed two of four baths", avoidable: "no")
      ]
    },
    // Red by score, yellow by its CSM: small, and nobody's first concern.
    Account(
      "C1082", "Imprimerie Vauclair SAS", "Printing", .france, employees: 90, seats: 35, arr: 11_500,
      started: "2023-11-14", .claire, .weak
    ) {
      $0.profile.flag = .yellow
      $0.outcomes = [
        Outcome(
          day: "2025-11-14", kind: "churned", before: 11_500, after: 0, notice: "2025-09-29",
          reason: "Never used beyond the storeroom", avoidable: "yes")
      ]
    },
  ]
}
