// The accounts something is told about. Each names only what makes it different; the rest comes from its profile.
// STORIES.md says on which pages each one shows.

var stories: [Account] {
  [
    // The fading giant: the largest contract, slowly losing its users since May and renewing in February. Still green,
    // and nobody has said so.
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
          "2026-11-04", "The champion left on 3 November. No successor named, and the foundry rollout was his idea."),
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

    // She hears it early again: figures fine, but the shipping line asked for its data twice.
    Account(
      "C1007", "Ærøsund Shipping A/S", "Marine transport", .denmark, employees: 1250, seats: 380, arr: 132_000,
      started: "2023-03-15", .maud, .sound
    ) {
      $0.flags = [
        .green("2026-10-01", "Fleet office content, third vessel class onboarded."),
        .yellow(
          "2026-11-05",
          "Asked for the export format of the history, twice, from two people. Nobody asks that for fun."),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-11-04", kind: "call", with: "Freja Bjerre",
          note: "Friendly as ever, then a question on bulk export. Evasive when asked what it is for.")
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
        .green("2026-08-13", "New operations director started, first meeting polite."),
        .yellow(
          "2026-09-14",
          "Dominic Sayle calls us \"the old system\" in front of his team. Usage is high because the regulator's "
            + "audit forces it."),
        .red(
          "2026-11-09",
          "Helen told me off the record: a replacement is being specified for next year. They log in daily because "
            + "they must, not because they stay."),
      ]
      $0.risks = [
        Risk(
          seen: "2026-09-11", kind: "strategic_pivot", severity: 4,
          note: "Operations moves to one group-wide platform; we were not asked to present."),
        Risk(
          seen: "2026-11-09", kind: "relationship_decline", severity: 3,
          note: "Quarterly review with the director declined twice.", source: "meeting"),
      ]
      $0.touchpoints = [
        Touchpoint(
          day: "2026-09-11", kind: "meeting", with: "Dominic Sayle",
          note: "First working meeting. Questions only about contract end and data ownership."),
        Touchpoint(
          day: "2026-10-14", kind: "call", with: "Helen Ormerod",
          note: "Audit preparation, all hands in the product. She avoids the topic of next year."),
        Touchpoint(
          day: "2026-11-09", kind: "call", with: "Helen Ormerod",
          note: "Off the record: requirements for a replacement are being written, she was asked to help."),
      ]
      $0.reviews = [
        Review(
          day: "2026-09-28", list: "green-but-yellow", decision: "defer",
          note: "Wait for the director's first hundred days before we escalate.",
          nextStep: "Ask for an hour with Dominic Sayle", due: "2026-10-26")
      ]
    },

    // A second one falling while green: a tram operator whose night crews went back to paper.
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

    // Ready to grow: nine seats in ten are used, and a second site asks.
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

    // The seats are full here as well, and it was decided not to ask before the spring.
    Account(
      "C1057", "De Groene Kade B.V.", "Horticulture", .netherlands, employees: 410, seats: 120, arr: 43_200,
      started: "2024-03-01", .claire, .strong
    ) {
      $0.profile.usage = 0.87
      $0.reviews = [
        Review(
          day: "2026-11-09", list: "expansion", decision: "not_pursued",
          note: "Seasonal crews leave in December, seats are free again then. Ask in March.", due: "2027-03-01")
      ]
    },

    // The recovered one: red in June after a failed migration, green again by its own figures and its CSM's word.
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

    // Another renewal with its goals unmet, and this one gets a plan.
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
          note: "Third call of the week. Polite and short; wants a date."),
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
        .yellow("2026-11-12", "Locked out for days. Not our fault, and the plant manager does not care whose it is."),
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

    // Nothing to score: came over with a product we bought, not connected yet.
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

    // The capped one: good figures, and nobody has spoken with them since July.
    Account(
      "C1083", "Ó Súilleabháin Bakeries", "Food", .ireland, employees: 130, seats: 60, arr: 19_500,
      started: "2023-11-15", .aisha, .strong
    ) {
      $0.lastContact = "2026-07-08"
      $0.lastFlag = "2026-08-05"
    },
  ]
}
