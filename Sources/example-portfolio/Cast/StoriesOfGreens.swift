/// The accounts that look green, and those for which nobody has given a flag.
var greenStories: [Account] {
  [
    // The fading giant: the largest contract, slowly losing its users since May and renewing in February. It is still
    // green, and nobody has said otherwise.
    Account(
      "C1001", "Altmoor Stahl AG", "Steel", .germany, employees: 11_400, seats: 2900, arr: 884_000,
      started: "2021-02-01", .jonas, .strong
    ) {
      $0.contacts = [
        Contact(name: "Holger Seidel", role: "champion", since: "2021-02-01"),
        Contact(name: "Friederike Kühne", role: "economic_buyer", since: "2021-02-01"),
        Contact(name: "Torsten Brandt", role: "user", since: "2023-05-08"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-24", kind: "meeting", with: "Holger Seidel",
          note: "Steering meeting in Duisburg. Coating line first, ten minutes for us."),
        Touchpoint(
          day: "2026-10-22", kind: "call", with: "Friederike Kühne",
          note: "Asked for licence figures by mill, for the budget round."),
        Touchpoint(
          day: "2026-11-12", kind: "call", with: "Holger Seidel",
          note: "Short. Mill 3 is 'sorting out its tools' with the contractor."),
      ]
      $0.profile.usage = ["2026-05-10": 0.67, "2026-08-16": 0.62, "2026-11-15": 0.31]
      $0.profile.features = ["2026-05-10": 9.2, "2026-11-15": 5.6]
      $0.profile.survey = ["2026-03-10": 8.8, "2026-09-10": 7.6]
      $0.profile.contactEvery = 21
      $0.termInYears = 3
      $0.flags = [.green("2026-09-24", "Our largest, third term starts in February. Steering meetings are calm.")]
      $0.reviews = [
        Review(
          day: "2026-08-24", list: "green-but-falling", decision: "score_right",
          note: "Looked like the summer shutdown at two mills. Will look again.")
      ]
    },

    // The champion left: everything measured looks fine, and the one person who carried us is gone.
    Account(
      "C1004", "Čapek & Synové a.s.", "Machine building", .czechia, employees: 1800, seats: 420, arr: 146_000,
      started: "2022-04-01", .jonas, .sound
    ) {
      $0.contacts = [
        Contact(name: "Jiří Novotný", role: "champion", since: "2022-04-01", left: "2026-11-03"),
        Contact(name: "Alena Havlíková", role: "economic_buyer", since: "2023-01-09"),
        Contact(name: "Pavel Růžička", role: "user", since: "2022-06-13"),
      ]
      $0.flags = [
        .green("2026-10-20", "Jiří is rolling us out to the foundry."),
        .yellow(
          "2026-11-04", "The champion left on 3 November. No successor named, and the foundry rollout was his project."),
      ]
      $0.risks = [
        Risk(seen: "2026-11-03", kind: "champion_change", severity: 4, note: "Jiří Novotný's last day, farewell mail.")
      ]
      $0.profile.usage = ["2026-08-30": 0.52, "2026-11-15": 0.58]
      $0.profile.features = 7.8
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-08", kind: "meeting", with: "Jiří Novotný",
          note: "On site. Recurring orders of the paint shop cleaned up with him and two planners."),
        Touchpoint(
          day: "2026-10-20", kind: "call", with: "Jiří Novotný",
          note: "Foundry rollout: 60 technicians in the first wave, he wants to start in January."),
        Touchpoint(
          day: "2026-11-03", kind: "email", with: "Jiří Novotný",
          note: "Farewell mail. He names nobody to take over; his manager is copied in."),
      ]
    },

    // The CSM hears it early again: the figures are fine, but the shipping line has asked for its data twice.
    Account(
      "C1007", "Ærøsund Shipping A/S", "Marine transport", .denmark, employees: 1250, seats: 380, arr: 132_000,
      started: "2023-03-15", .maud, .sound
    ) {
      $0.flags = [
        .green("2026-10-01", "Fleet office content, third vessel class onboarded."),
        .yellow(
          "2026-11-05",
          "Two people asked for the export format of the whole history in one week."),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-11-04", kind: "call", with: "Freja Bjerre",
          note: "Routine call, then a question on bulk export of the whole history. No reason given.")
      ]
      $0.contacts = [
        Contact(name: "Freja Bjerre", role: "champion", since: "2023-03-15"),
        Contact(name: "Mikkel Lauridsen", role: "economic_buyer", since: "2024-08-01"),
      ]
    },

    // Green outside, red inside: the regulator makes them log in, and the new operations chief has chosen another tool.
    Account(
      "C1015", "Calderwick Water plc", "Utilities", .unitedKingdom, employees: 3100, seats: 900, arr: 268_000,
      started: "2022-09-01", .aisha, .strong
    ) {
      $0.contacts = [
        Contact(name: "Helen Ormerod", role: "champion", since: "2022-09-01"),
        Contact(name: "Graham Tully", role: "sponsor", since: "2022-09-01", left: "2026-07-31"),
        Contact(name: "Dominic Sayle", role: "economic_buyer", since: "2026-08-10"),
      ]
      $0.flags = [
        .green("2026-08-13", "New operations director started on the 10th. Helen sees no change for us."),
        .yellow(
          "2026-09-14",
          "The new operations director asks about contract end and data, not about the product. Usage is high because "
            + "the regulator's audit forces it."),
        .red(
          "2026-11-09",
          "Champion signals that a replacement is being specified for next year. They log in daily because they "
            + "must, not because they stay."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-09-11", kind: "strategic_pivot", severity: 4,
          note: "Operations moves to one group-wide platform; we were not asked to present."),
        Risk(
          seen: "2026-11-09", kind: "relationship_decline", severity: 3,
          note: "Review with the operations director proposed for October and November, declined twice.",
          source: "email"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-08-13", kind: "call", with: "Helen Ormerod",
          note: "Graham Tully has left, Dominic Sayle took over operations on the 10th. He sees us on 11 September."),
        Touchpoint(
          day: "2026-09-01", kind: "call", with: "Helen Ormerod",
          note: "Renewed for a year, as agreed in spring. Audit calendar for the autumn gone through."),
        Touchpoint(
          day: "2026-09-11", kind: "meeting", with: "Dominic Sayle",
          note: "First meeting with him. Questions only about contract end and data ownership."),
        Touchpoint(
          day: "2026-10-14", kind: "call", with: "Helen Ormerod",
          note: "Audit preparation, all hands in the product. Next year was not discussed."),
        Touchpoint(
          day: "2026-11-09", kind: "call", with: "Helen Ormerod",
          note: "A replacement is being specified. The audit keeps everybody in the product until February."),
      ]
      $0.reviews = [
        Review(
          day: "2026-09-28", list: "green-but-yellow", decision: "defer",
          note: "Wait for the director's first hundred days before we escalate.",
          nextStep: "Ask for an hour with Dominic Sayle", due: "2026-10-26")
      ]
    },

    // A second account falling while green: a tram operator whose night crews went back to paper.
    Account(
      "C1018", "Tramvie Lagunari S.p.A.", "Public transport", .italy, employees: 2200, seats: 610, arr: 205_000,
      started: "2023-06-01", .tomas, .strong
    ) {
      $0.profile.usage = ["2026-09-20": 0.66, "2026-11-15": 0.50]
      $0.profile.features = ["2026-09-20": 9.2, "2026-11-15": 7.8]
      $0.profile.urgent = ["2026-09-13": 0.05, "2026-10-04": 0.55]
      $0.profile.csat = ["2026-09-13": 4.6, "2026-10-11": 3.6]
      $0.profile.closing = ["2026-09-13": 3, "2026-10-11": 7]
      $0.flags = [.green("2026-10-30", "Night crews grumble about the tablets, the office is happy.")]
    },

    // The budget cut: a hospital group told to save, sixty days before its renewal.
    Account(
      "C1023", "Hochried Klinikverbund", "Healthcare", .austria, employees: 2600, seats: 540, arr: 189_000,
      started: "2023-01-15", .jonas, .strong
    ) {
      $0.contacts = [
        Contact(name: "Magdalena Riedl", role: "champion", since: "2023-01-15"),
        Contact(name: "Stefan Lechner", role: "economic_buyer", since: "2023-01-15"),
        Contact(name: "Katharina Gruber", role: "user", since: "2023-04-03"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-15", kind: "qbr", with: "Magdalena Riedl",
          note: "Accreditation without findings, thanks to the team. Two clinics still late with device inspections."),
        Touchpoint(
          day: "2026-10-19", kind: "call", with: "Magdalena Riedl",
          note: "After the letter of the state: licences above 50,000 go before a committee in December."),
        Touchpoint(
          day: "2026-11-05", kind: "call", with: "Stefan Lechner",
          note: "Went through the savings sheet with finance. He takes it to the committee."),
      ]
      $0.flags = [
        .green("2026-09-15", "Accreditation passed with our records, they thanked the team."),
        .yellow(
          "2026-10-19",
          "State cut the hospital budgets. Every licence above 50,000 is reviewed, ours by Christmas. They like us and "
            + "may still have to go."),
      ]
      $0.outcomes = [
        Outcome(day: "2025-12-01", kind: "expanded", before: 171_000, after: 189_000, reason: "Two more clinics")
      ]
      $0.seatsUntil = ("2025-11-30", 480)
      $0.risks = [
        Risk(
          seen: "2026-10-16", kind: "budget_pressure", severity: 3,
          note: "Spending freeze announced to all suppliers.", source: "letter")
      ]
      $0.reviews = [
        Review(
          day: "2026-11-02", list: "green-but-yellow", decision: "csm_right",
          note: "The score cannot see a state budget. Offer before they ask.",
          nextStep: "Two-year term with 12% fewer seats, signed off by finance", due: "2026-11-30"),
        Review(
          day: "2026-11-02", list: "green-with-risks", decision: "csm_right", note: "Same call, same plan.",
          due: "2026-11-30"),
      ]
    },

    // The silent one: happy or gone? No call since July, no tickets, usage flat.
    Account(
      "C1026", "Terminales Quintral S.A.", "Ports", .chile, employees: 1350, seats: 310, arr: 118_000,
      started: "2023-09-01", .tomas, .sound
    ) {
      $0.contacts = [
        Contact(name: "Javiera Contreras", role: "champion", since: "2023-09-01"),
        Contact(name: "Rodrigo Vidal", role: "economic_buyer", since: "2023-09-01"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-07-21", kind: "call", with: "Javiera Contreras",
          note: "Ten minutes. Everything fine, no questions, no wishes.")
      ]
      $0.profile.usage = ["2026-08-02": 0.64, "2026-11-15": 0.615]
      $0.profile.features = ["2026-08-02": 8.2, "2026-11-15": 8.0]
      $0.profile.tickets = ["2026-07-26": 0.03, "2026-08-23": 0.0]
      $0.profile.contactEvery = 55
      $0.lastFlag = "2026-09-08"
    },

    // A stale flag: nobody has said a word about it since July.
    Account(
      "C1028", "Vestrafjord Kraft AS", "Energy", .norway, employees: 1900, seats: 460, arr: 157_000,
      started: "2022-11-01", .maud, .sound
    ) {
      $0.lastFlag = "2026-07-29"
    },

    // A risk somebody wrote down, on an account all others call green.
    Account(
      "C1030", "Harrow Lake Foods Inc.", "Food", .unitedStates, employees: 4100, seats: 1150, arr: 341_000,
      started: "2024-02-01", .tomas, .strong
    ) {
      $0.risks = [
        Risk(
          seen: "2026-10-21", kind: "champion_change", severity: 2,
          note: "Plant engineering lead goes on leave in January, cover not named.", source: "call"),
        Risk(
          seen: "2026-02-12", kind: "budget_pressure", severity: 3, note: "Travel and tool freeze in Q1.",
          closed: "2026-05-04"),
      ]
      $0.reviews = [
        Review(
          day: "2026-11-05", list: "green-with-risks", decision: "defer",
          note: "Leave starts in January; cover is named in the December steering meeting.",
          nextStep: "Ask for the name on 10 December", due: "2026-12-14")
      ]
      $0.seatsUntil = ("2026-03-15", 980)
      $0.outcomes = [
        Outcome(
          day: "2026-03-16", kind: "expanded", before: 298_000, after: 341_000, reason: "Two more plants in Ohio")
      ]
    },

    // Renewing in six weeks with no goal met.
    Account(
      "C1033", "Zakłady Chemiczne Wierzbno S.A.", "Chemicals", .poland, employees: 1650, seats: 390, arr: 121_000,
      started: "2024-12-31", .jonas, .middling
    ) {
      $0.profile.goalsMet = 0
      $0.goals = [
        Goal(
          goal: "Inspections done by their date", unit: "% of inspections", baseline: 71, target: 98, latest: 83,
          due: "2026-06-30"),
        Goal(
          goal: "Paper orders replaced", unit: "% of crews on mobile", baseline: 0, target: 90, latest: 42,
          due: "2026-09-30"),
        Goal(
          goal: "Audit findings on maintenance records", unit: "findings a year", baseline: 17, target: 3, latest: 11,
          due: "2026-10-31"),
      ]
      $0.flags = [
        .yellow(
          "2026-10-28",
          "Renewal on the last day of the year and none of the three goals met. They count, and they told us so.")
      ]
      $0.risks = [
        Risk(
          seen: "2026-10-27", kind: "silent_dissatisfaction", severity: 3,
          note: "Goals slide left out of their own steering deck.", source: "qbr")
      ]
      $0.reviews = [
        Review(
          day: "2026-11-10", list: "renewals", decision: "both",
          note: "Score and CSM agree. Plan for the mobile crews goes to the plant manager.",
          nextStep: "Joint plan for crews 4 to 9, one date each", due: "2026-12-04")
      ]
    },
  ]
}
