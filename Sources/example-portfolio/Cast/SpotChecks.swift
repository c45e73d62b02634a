/// What the team found when it checked the green accounts whose turn it was, week after week.
///
/// The accounts are the ones that the rotation drew; one of the checks found something that no measure showed.
let spotChecks: [(account: String, review: Review)] = [
  check("C1015", "2026-08-26", "score_right", "Volumes as planned. Helen was travelling, spoke to her deputy."),
  check("C1007", "2026-09-02", "score_right", "Two crews trained, nothing open."),
  check("C1050", "2026-09-03", "score_right", "They want offline maps; on the roadmap."),
  check("C1035", "2026-09-09", "score_right", "Quarry 4 has moved over. Content."),
  check("C1057", "2026-09-10", "score_right", "Greenhouse season, all seats in use."),
  check("C1048", "2026-09-16", "score_right", "Mill in Durango asks for a second site."),
  check(
    "C1066", "2026-09-17", "csm_right", "Housekeeping mentioned trying another app. No signal in the data.",
    nextStep: "Ask the front desk what it misses"),
  check("C1095", "2026-09-18", "score_right", "Small and happy."),
  check("C1045", "2026-09-23", "score_right", "Audit passed with our reports."),
  check("C1076", "2026-09-24", "score_right", "Owner answers in minutes."),
  check("C1071", "2026-09-30", "score_right", "Line two started in September."),
  check("C1009", "2026-10-07", "both", "Stable, though decisions now come from the group."),
  check("C1087", "2026-10-08", "score_right", "Winter stock loaded in time."),
  check("C1018", "2026-10-14", "score_right", "Fleet is being renewed, so fewer orders for now."),
  check("C1093", "2026-10-21", "score_right", "Third practice joined."),
  check("C1021", "2026-10-28", "score_right", "Milk season, busy and fine."),
  check("C1052", "2026-10-29", "score_right", "Wants to talk about the second plant."),
  check("C1028", "2026-11-11", "score_right", "Turbine inspections on time."),
]

private func check(
  _ account: String, _ day: Day, _ decision: String, _ note: String, nextStep: String? = nil
) -> (account: String, review: Review) {
  (account, Review(day: day, list: "spot-check", decision: decision, note: note, nextStep: nextStep))
}
