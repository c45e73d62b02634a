// The accounts that follow their profile, and make the portfolio a portfolio.

var steadyAccounts: [Account] {
  [
    Account(
      "C1009", "株式会社みなと機工", "Industrial equipment", .japan, employees: 1700, seats: 480, arr: 176_000,
      started: "2023-04-01", .aisha, .strong
    ) {
      $0.outcomes = [
        Outcome(day: "2026-05-20", kind: "expanded", before: 154_000, after: 176_000, reason: "Osaka works added")
      ]
      $0.seatsUntil = ("2026-05-19", 420)
    },
    Account(
      "C1012", "Groupe Santé Rivemont", "Healthcare", .france, employees: 5200, seats: 820, arr: 236_000,
      started: "2021-12-15", .claire, .middling
    ) {
      $0.termInYears = 2
      $0.risks = [
        Risk(
          seen: "2026-09-03", kind: "relationship_decline", severity: 3,
          note: "Sponsor sends a deputy to every review since June.", source: "qbr")
      ]
      $0.reviews = [
        Review(
          day: "2026-10-12", list: "sentiment-overdue", decision: "both", note: "Flag renewed after the visit in Lyon.")
      ]
    },
    Account(
      "C1021", "Kererū Dairy Co-operative", "Dairy", .newZealand, employees: 2300, seats: 590, arr: 199_000,
      started: "2022-08-15", .aisha, .strong
    ) {
      // A warning that did not come true.
      $0.flags = [
        .yellow("2026-05-06", "A new board is elected in June, and every supplier is up for review."),
        .green("2026-06-24", "The new board has confirmed us."),
        .green("2026-07-29"), .green("2026-09-02", "Renewed without a question."), .green("2026-10-05"),
        .green("2026-11-06"),
      ]
    },
    Account(
      "C1035", "Brannock Aggregates Ltd", "Building materials", .ireland, employees: 1080, seats: 280, arr: 96_000,
      started: "2024-01-15", .aisha, .sound
    ) {
      $0.reviews = [
        Review(
          day: "2026-09-30", list: "spot-check", decision: "score_right",
          note: "Called the quarry manager. Green is green.")
      ]
    },
    Account(
      "C1038", "Oliveira & Figueira Cerâmica S.A.", "Ceramics", .portugal, employees: 1020, seats: 300, arr: 87_500,
      started: "2023-11-01", .tomas, .middling
    ) {
      $0.outcomes = [
        Outcome(
          day: "2025-11-01", kind: "contracted", before: 104_000, after: 87_500, notice: "2025-09-12",
          reason: "One kiln shut down, 60 seats returned", avoidable: "yes")
      ]
      $0.seatsUntil = ("2025-10-31", 360)
    },
    Account(
      "C1040", "Stadtwerke Eschenrode GmbH", "Utilities", .germany, employees: 640, seats: 270, arr: 94_000,
      started: "2024-03-01", .jonas, .middling
    ) {
      // Part of a group of eleven utilities that buys as one.
      $0.segment = "enterprise"
    },
    Account(
      "C1045", "Tasman Ridge Mining Pty Ltd", "Mining", .australia, employees: 3400, seats: 960, arr: 312_000,
      started: "2023-12-01", .aisha, .sound
    ) {
      $0.outcomes = [
        Outcome(day: "2026-04-15", kind: "expanded", before: 276_000, after: 312_000, reason: "Third pit")
      ]
      $0.seatsUntil = ("2026-04-14", 850)
    },
    Account(
      "C1050", "Brightholm Rail Services Ltd", "Rail", .unitedKingdom, employees: 1500, seats: 440, arr: 151_000,
      started: "2022-06-01", .aisha, .sound
    ) {
      // Another warning that did not come true.
      $0.flags = [
        .yellow("2026-02-19", "Their IT wants fewer vendors, and we are on the list to discuss."),
        .green("2026-04-16", "IT kept us. The depots had asked for it."),
        .green("2026-06-03", "Renewed, price discussed once."), .green("2026-07-15"), .green("2026-08-26"),
        .green("2026-10-05", "Reference call for us last week, unprompted praise."),
      ]
    },
    Account(
      "C1065", "Browar Jaskółka Sp. z o.o.", "Brewery", .poland, employees: 460, seats: 130, arr: 44_800,
      started: "2024-09-15", .jonas, .strong),
    Account(
      "C1062", "Müllerhof Präzision GmbH", "Precision parts", .germany, employees: 520, seats: 150, arr: 52_000,
      started: "2024-10-01", .jonas, .middling
    ) {
      $0.flags = [
        .green("2026-11-11", "Two new lines start in January, that is why nobody logs in from the old hall.")
      ]
      $0.reviews = [
        Review(
          day: "2026-06-22", list: "csm-more-confident", decision: "score_right",
          note: "We hoped; the crews had not moved. Flag taken back to yellow.")
      ]
    },
    Account(
      "C1073", "Kaivopiha Sähkö Oy", "Electrical services", .finland, employees: 380, seats: 140, arr: 47_600,
      started: "2025-02-01", .maud, .middling),
    Account(
      "C1076", "Nguyên Phát Seafood JSC", "Food", .vietnam, employees: 610, seats: 170, arr: 49_500,
      started: "2025-03-15", .aisha, .sound),
    Account(
      "C1079", "Marisma Solar S.L.", "Solar power", .spain, employees: 240, seats: 85, arr: 31_200,
      started: "2025-06-16", .tomas, .sound),
    Account(
      "C1080", "Duna-Part Gyógyszertárak Kft.", "Pharmacies", .hungary, employees: 330, seats: 110, arr: 29_800,
      started: "2025-02-10", .jonas, .weak
    ) {
      $0.risks = [
        Risk(
          seen: "2026-08-19", kind: "silent_dissatisfaction", severity: 4,
          note: "Counter staff never got the devices they were promised.", source: "visit")
      ]
    },
    Account(
      "C1085", "Atelier Hêtre & Fils", "Joinery", .belgium, employees: 70, seats: 30, arr: 9_600,
      started: "2024-11-20", .claire, .weak
    ) {
      $0.reviews = [
        Review(
          day: "2026-10-20", list: "renewals", decision: "not_pursued",
          note: "Too small for a rescue, they know the date and the price.")
      ]
    },
    Account(
      "C1087", "Fjällbäck Outdoor AB", "Outdoor equipment", .sweden, employees: 160, seats: 55, arr: 18_700,
      started: "2024-08-15", .maud, .strong
    ) {
      $0.profile.usage = 0.86
      $0.reviews = [
        Review(
          day: "2026-10-05", list: "expansion", decision: "defer",
          note: "Store opening in Luleå first, then more seats.",
          nextStep: "Offer for 20 seats", due: "2027-01-18")
      ]
    },
    Account(
      "C1089", "Kwiatek Stomatologia Sp. z o.o.", "Dental clinics", .poland, employees: 120, seats: 45, arr: 14_300,
      started: "2024-04-22", .jonas, .middling),
    Account(
      "C1093", "Thistledown Vets LLP", "Veterinary clinics", .unitedKingdom, employees: 150, seats: 50, arr: 16_900,
      started: "2024-12-10", .aisha, .sound
    ) {
      $0.lastFlag = "2026-08-03"
    },
    Account(
      "C1095", "Zellbach Kältetechnik e.U.", "Refrigeration", .austria, employees: 95, seats: 35, arr: 11_900,
      started: "2025-01-20", .jonas, .strong),
  ]
}
