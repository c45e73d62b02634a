// The accounts that left in the last eighteen months, and who saw it coming.

var lostAccounts: [Account] {
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
  ]
}
