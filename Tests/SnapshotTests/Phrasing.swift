import SeededRandom

/// The four ways in which people write, for notes and for documents alike.
enum Style: String, CaseIterable {
  case prose, telegraphic, lists, french
}

/// Texts drawn from a grammar: sentences of everyday words, in which words of a portfolio take their places.
struct Phrasing {
  private(set) var random: SplitMix64
  let style: Style

  init(seed: UInt64, _ style: Style) {
    random = SplitMix64(seed: seed &* 0xD1B5_4A32_D192_ED03)
    self.style = style
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { random.pick(elements) }
  mutating func whole(_ range: ClosedRange<Int>) -> Int { random.whole(in: range) }

  /// A text of a few sentences, lines or items.
  ///
  /// - Parameter people: names that it may mention.
  mutating func text(_ parts: ClosedRange<Int>, people: [String], isPrivate: Bool) -> String {
    var sentences: [String] = []
    for _ in 0..<whole(parts) {
      let sentence = isPrivate && whole(0...2) == 0 ? privately(people) : plainly(people, isPrivate: isPrivate)
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    switch style {
    case .prose, .french: return sentences.joined(separator: " ")
    case .telegraphic: return sentences.joined(separator: whole(0...1) == 0 ? " " : "\n")
    case .lists: return sentences.map { "- \($0)" }.joined(separator: "\n")
    }
  }

  /// What may be written to anybody, with the same everyday phrases in notes and in documents.
  private mutating func plainly(_ people: [String], isPrivate: Bool) -> String {
    let person = people.isEmpty ? "" : pick(people)
    switch style {
    case .prose:
      let when = pick(["this quarter", "in March", "before the summer", "next week", "after the audit", "on Monday"])
      let what = pick([
        "the new handhelds", "offline mode", "the weekly report", "the mobile app", "the import", "the dashboard",
      ])
      let who = pick([
        "the night shift", "the planners", "the plant manager", "your team", "the finance people", person,
      ])
      let place = pick([
        "in hall 4", "at the second site", "in the warehouse", "in the third clinic", "in Lyon", "at the plant",
      ])
      if isPrivate {
        return pick([
          "Spoke to \(who) \(when), all fine.", "\(cap(who)) likes \(what).",
          "Call \(when) about \(what).",
          "Asked \(who) for figures, will come \(when).", "They open \(what) more than I thought.",
          "Nobody misses \(what) yet.", "Next call \(when), then at the end of the quarter.",
          "Training \(place) again \(when).",
        ])
      }
      return pick([
        "We trained \(who) \(when), and it went well.", "The rollout \(place) went well.",
        "\(cap(who)) asked for \(what) \(when).",
        "We meet again \(when) to look at \(what).", "Adoption of \(what) grew to \(whole(20...95)) percent.",
        "\(cap(who)) will test \(what) \(place).", "We want to finish \(what) \(when).",
        "At the end of the quarter we look at \(what).", "Thank you for the time \(who) gave us \(when).",
        "\(whole(11...990)) people now use \(what) \(place).", "As agreed, we send the plan \(when).",
        "What would help \(who) most?",
      ])
    case .telegraphic, .lists:
      let role = pick([
        "Plant manager", "Champion", "Sponsor", "IT", "Head of nursing", "Finance", "Night shift", "Next step", "Open",
        person,
      ])
      let state = pick([
        "not in today", "offline mode", "trained", "waiting for the PO", "on track", "go live in May", "wants a demo",
        "meeting on Monday", "rollout done", "\(whole(11...990)) seats in use", "report sent",
        "audit in week \(whole(2...50))",
      ])
      return style == .lists
        ? pick(["\(role): \(state)", cap(state), "\(cap(state)), \(pick(["hall 4", "second site", "clinic 3"]))"])
        : "\(role): \(state)."
    case .french:
      let quand = pick(["ce trimestre", "en mars", "avant l’été", "la semaine prochaine", "après l’audit", "lundi"])
      let quoi = pick([
        "le mode hors ligne", "le rapport hebdomadaire", "l’application mobile", "l’import", "le tableau de bord",
      ])
      let qui = pick(["l’équipe de nuit", "le responsable d’usine", "votre équipe", "la direction financière", person])
      let lieu = pick(["dans le hall 4", "sur le deuxième site", "à l’entrepôt", "à Lyon", "à l’usine"])
      if isPrivate {
        return pick([
          "Appel \(quand) avec \(qui), tout va bien.", "\(cap(qui)) apprécie \(quoi).", "À revoir \(quand) : \(quoi).",
          "Demandé des chiffres à \(qui), réponse \(quand).", "Formation prévue \(lieu).",
          "Personne ne réclame \(quoi).",
        ])
      }
      return pick([
        "Nous avons formé \(qui) \(quand).", "Le déploiement s’est bien passé \(lieu).", "\(cap(qui)) demande \(quoi).",
        "Nous nous revoyons \(quand).", "\(whole(11...990)) personnes utilisent \(quoi).",
        "Comme convenu, nous envoyons le plan \(quand).", "\(cap(qui)) travaille mieux \(lieu).",
        "L’adoption est passée à \(whole(20...95)) % \(quand).", "Qu’est-ce qui aiderait le plus \(qui) ?",
      ])
    }
  }

  /// What is written for us only; long enough to be told from others.
  private mutating func privately(_ people: [String]) -> String {
    let person = people.isEmpty ? "The director" : pick(people)
    switch style {
    case .prose:
      return pick([
        "\(person) told us in confidence that the budget for \(pick(["spring", "autumn", "the group"])) was cut by a third.",
        "I doubt that they stay, because \(person) never answers and \(pick(["looks", "asks", "pushes"])) for something cheaper.",
        "Their new owner wants one platform for every \(pick(["brand", "plant", "country"])) and does not like ours at all.",
      ])
    case .telegraphic, .lists:
      return pick([
        "\(person): leaves in \(pick(["June", "March", "autumn"])), no successor named, budget frozen until the board meets again",
        "Renewal shaky: \(person) compares us with two others and finds us expensive",
      ]) + (style == .lists ? "" : ".")
    case .french:
      return pick([
        "\(person) nous a dit en confidence que le budget \(pick(["du groupe", "de l’an prochain"])) serait réduit d’un tiers.",
        "Je doute qu’ils restent, car \(person) ne répond plus et regarde ce que font nos concurrents.",
      ])
    }
  }

  private func cap(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
