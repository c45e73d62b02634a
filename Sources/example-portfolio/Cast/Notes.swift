/// Free notes of the CSMs, in Markdown, as they would type them after a call.
enum Notes {
  /// The two sentences that open each edition, by the week of the edition.
  static let editions: [(week: String, text: String)] = [
    (
      "2026-W45",
      """
      Calderwick Water's deferral ran out last Monday, and nobody has sat down with its new operations director since
      September: decide this week how we get that hour. Hochried goes before a committee in December; finance has signed
      off two years with fewer seats, so that we can offer before they ask.
      """
    ),
    (
      "2026-W46",
      """
      Two more greens that their CSMs do not believe: Čapek's champion left on 3 November, and two people at Ærøsund
      asked how to take out their whole history. Calderwick Water is red by its CSM since this morning, and the hour with
      Dominic Sayle is still owed.
      """
    ),
    (
      "2026-W47",
      """
      Six accounts are green by their figures and yellow or red by the people who know them; Calderwick Water is the one
      to talk about first, because its deferral ran out three weeks ago. Altmoor Stahl, our largest contract, has lost
      users for six months and renews on 1 February: that is the decision wanted this Monday.
      """
    ),
  ]

  static let all: [(account: String, text: String)] = [
    (
      "C1001",
      """
      ## 2026-09-24 Steering meeting, Duisburg

      Calm, as always. Forty minutes on the new coating line, ten on us. Usage was not on the agenda.

      - Mill 3 works with a contractor since June who brings **his own** tool
      - Licence count was "a topic for the new term", which starts in February
      - Holger Seidel retires at the end of 2027

      ## 2026-06-18 Call with planning

      Summer shutdown in mills 1 and 3. Expect a dip until September.
      """
    ),
    (
      "C1004",
      """
      ## 2026-11-03 Farewell mail

      Jiří Novotný leaves the company today. He ran the selection in 2022, trained every planner himself and was
      the only one who argued for the foundry rollout.

      > It was a pleasure. The team will find its way, I am sure.

      No successor is named. His manager, Alena Havlíková, signs the invoices; we have spoken with her twice.

      **To do**

      - [ ] Call Alena before the end of the week
      - [ ] Ask Pavel Růžička who prepares the foundry now
      - [ ] Thank Jiří, and ask whom he would talk to next
      """
    ),
    (
      "C1007",
      """
      ## 2026-11-04 Call with Freja

      Routine until minute twenty: *how would one get the complete history out, in one go?* The same question came from
      their IT on Friday. Asked why; "just housekeeping".

      Gustavsholm and Pellworth asked for the same before they gave notice.
      """
    ),
    (
      "C1015",
      """
      ## 2026-11-09 Call with Helen Ormerod

      Champion signals that a replacement is being specified for next year. Operations has asked for a list of what
      must not get lost.

      The audit runs until February. Until then everybody logs in every day.

      ## 2026-09-11 First meeting with Dominic Sayle

      His three questions, and our answers:

      - When does the contract end? On 31 August 2027.
      - Who owns the history? Calderwick does.
      - Can it be exported? Yes, site by site.

      No question about the product.
      """
    ),
    (
      "C1023",
      """
      ## 2026-10-19 Call after the letter

      The state cut the hospital budgets by 6%. Every licence above EUR 50,000 goes before a committee, ours on
      **14 December**. Magdalena Riedl fights for us and wants figures she can show:

      1. hours saved in device inspections
      2. accreditation without findings
      3. what going back to paper would cost
      """
    ),
    (
      "C1026",
      """
      ## 2026-09-08 Two mails unanswered

      The flag stays green because nothing speaks against it: the terminal runs, the licences are used.

      ## 2026-07-21 Call with Javiera

      Ten minutes. Everything fine, no questions, no wishes. They used to fight with us over every release.
      """
    ),
    (
      "C1052",
      """
      ## 2026-11-02 Quarterly review

      They led with their own slide: audit findings from twelve to **one**. The plant in Södertälje (about 140 people)
      asks when it can join. Seats are full since August; two crews share logins, which we should not ignore.
      """
    ),
    (
      "C1060",
      """
      ## 2026-10-02 Plant visit, Peyrac

      Walked the hall with the manager. All crews back, tablets on every bench. He says:

      > You stayed until it worked.

      ## 2026-06-16 Week four

      Restored 5,100 of 6,400 orders. Shop floor works on paper. Daily call at six.

      ## 2026-05-19 The move failed

      Database moved without the attachments, then overwritten. Their mistake and our tool let them.
      """
    ),
    (
      "C1066",
      """
      ## 2026-10-13 Visit, Windermere

      Two hotels test another product since the beginning of October, free until Christmas. What they like: a **map of
      the rooms** with what is broken where. What they miss in it: the yearly inspections.

      Asked product management about the map: not before summer.
      """
    ),
    (
      "C1069",
      """
      ## 2026-10-21 Call with the owner

      Two invoices open since the summer. One shift of three closed. He wants instalments over ten months and offers
      to be a reference, *when we are out of this*.
      """
    ),
    (
      "C1071",
      """
      ## 2026-11-13 Third call of the week, now with Denise Osgood

      Directory move on 6 November changed every user name. Four out of five people cannot sign in. Our side needs their
      mapping list; Trevor Grady is on it, alone.

      Denise Osgood runs the plant and asks for a date.
      """
    ),
  ]
}
