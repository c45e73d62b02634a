/// What the CSMs wrote for their customers before a review, and what was agreed with them.
enum CustomerWords {
  /// A step of a plan.
  struct Step {
    let account: String
    let step: String
    let owner: String
    var due: Day?
    var done: Day?
  }

  static let all: [(account: String, text: String)] = [
    (
      "C1001",
      """
      # Context

      Your mills plan, assign and close their maintenance with us since 2021. The three goals of this term were
      agreed in Duisburg; all of them were reached by June, each ahead of its date. What is left of the term
      is the time to decide which goals come next, and for which mills.

      # Learned

      - **Planning on mobile pays where every crew takes part.** Mills 1 and 2 close nine orders in ten on the day; where a
        crew keeps paper, the orders of its neighbours wait too.
      - **Contractors need access of their own.** Since the summer part of the work at mill 3 is done by people who have no
        seat, so it is not in your figures.
      - **Reviewing use by mill, not in total, leads to better decisions.** Your budget team asked for it, and it
        should stay.

      # Conversation

      - Use went from 52 to 30 % of your seats within a quarter. Which part of it is the shutdown, which part the contractor, and which part us?
      - Which seats does each mill need for the coming year, and who decides?
      - First-time fixes went from 55 to 77 %. What would the next ten points be worth to you?
      """
    ),
    (
      "C1033",
      """
      # Context

      You set out to work without paper, with inspections on time and fewer audit findings. All three have moved and none
      is there yet. This page is meant to be honest about the distance and clear about the way.

      # Learned

      - Half of the crews use tablets every day. The other half have them and lack the time to learn: training
        beside the shift did not work.
      - Inspections slip in weeks with a planned stop. Dates that move with the stop would remove most of the delay.

      # Conversation

      - Which of the three goals matters most to you in 2027, should there be time for only one?
      - Who can release two hours a week for each crew?
      """
    ),
    (
      "C1060",
      """
      # Context

      Après l’interruption du printemps, tout l’atelier de Peyrac a repris le travail sur tablette en octobre. Deux des
      trois objectifs de l’année sont atteints ; le troisième, la maintenance planifiée, a pris du retard pendant ces
      semaines-là.

      # Learned

      - **Les données d’abord.** Une reprise d’historique se répète à blanc, avec vous, avant toute migration. C’est
        désormais notre règle pour tous.
      - **Un appel court chaque jour vaut mieux qu’un long rapport chaque semaine.** Nous gardons ce rythme pour
        chaque changement important.

      # Conversation

      - Que manque-t-il aux planificateurs pour passer de 47 à 60 % d’heures planifiées ?
      - Quels autres ateliers gagneraient à travailler ainsi, et à partir de quand ?
      """
    ),
  ]

  static let plans: [Step] = [
    Step(
      account: "C1001", step: "Compare use mill by mill and agree on the seats that each one needs",
      owner: "Friederike Kühne, Jonas Weber", due: "2026-12-11"),
    Step(
      account: "C1001", step: "Two half-days on site with the crews of mill 3 and their contractor",
      owner: "Torsten Brandt, Jonas Weber", due: "2027-01-15"),
    Step(
      account: "C1001", step: "Goals for the next term, with figures, signed by both sides",
      owner: "Holger Seidel, Jonas Weber", due: "2027-01-22"),
    Step(
      account: "C1001", step: "Licence overview per mill sent to the budget team", owner: "Jonas Weber",
      due: "2026-10-30", done: "2026-10-27"),
    Step(
      account: "C1033", step: "Training in the shift for crews 4 to 6, two hours a week",
      owner: "Małgorzata Dąbek, Jonas Weber", due: "2026-12-18"),
    Step(
      account: "C1033", step: "Inspection dates that follow planned stops", owner: "Jonas Weber", due: "2026-12-04"),
    Step(
      account: "C1033", step: "Joint look at the eleven audit findings, one owner each", owner: "Agnieszka Sikora",
      due: "2026-11-27"),
    Step(
      account: "C1060", step: "Atelier d’une demi-journée avec les planificateurs",
      owner: "Hélène Garnier, Claire Delorme", due: "2026-12-10"),
    Step(
      account: "C1060", step: "Calendrier des ordres récurrents revu, machine par machine", owner: "Hélène Garnier",
      due: "2027-01-29"),
    Step(
      account: "C1060", step: "Bilan du retour à la normale remis à la direction", owner: "Claire Delorme",
      due: "2026-10-30", done: "2026-10-22"),
  ]
}

/// What was agreed with customers, which they may read too.
func plansTable() -> Table {
  var table = Table("data/plans.csv", columns: ["account_id", "step", "owner", "due_on", "done_on"])
  for step in CustomerWords.plans { table.append(step.account, step.step, step.owner, step.due, step.done) }
  return table
}
