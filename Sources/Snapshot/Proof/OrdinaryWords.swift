/// Which words tell nothing by themselves: those of a list, and those that people write in lower case about several
/// accounts.
///
/// A name that is such a word is looked for with its capital alone, and sentences of nothing else are not looked for.
struct OrdinaryWords {
  /// For each word that stands in lower case in somebody's text up to three accounts whose texts hold it.
  private var users: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// For each word that stands there with a capital, the same.
  private var mentions: [UInt64: (first: Int32, second: Int32, third: Int32)] = [:]
  /// Words of columns that sort accounts, such as regions and industries.
  private var kinds: Set<UInt64> = []

  /// Takes a text that people wrote about an account.
  mutating func add(_ text: SearchText, of account: Int) {
    let account = Int32(account)
    for (word, isCapital) in zip(text.words, text.isCapital) {
      if isCapital { Self.note(word, account, in: &mentions) } else { Self.note(word, account, in: &users) }
    }
  }

  private static func note(
    _ word: UInt64, _ account: Int32, in users: inout [UInt64: (first: Int32, second: Int32, third: Int32)]
  ) {
    guard var known = users[word] else {
      users[word] = (account, -1, -1)
      return
    }
    guard known.third < 0, known.first != account, known.second != account else { return }
    if known.second < 0 { known.second = account } else { known.third = account }
    users[word] = known
  }

  /// Takes the cells of a column that sorts accounts.
  mutating func addKinds(_ cells: Set<String>) {
    for cell in cells { kinds.formUnion(SearchText(cell).words) }
  }

  /// Whether a word is no company's own although it may be part of a name: it is ordinary, or a trade, or of a region or
  /// an industry, or stands in what people wrote about at least two other accounts.
  func isCommon(_ word: UInt64, for account: Int) -> Bool {
    if TradeWords.contains(word) || kinds.contains(word) || contains(word, for: account) { return true }
    let (lower, upper) = (users[word], mentions[word])
    let accounts = [lower, upper].compactMap { $0 }.flatMap { [$0.first, $0.second, $0.third] }
    return Set(accounts).count { $0 >= 0 && $0 != Int32(account) } >= 2
  }

  /// Whether at least two other accounts' texts hold a word in lower case, or the list holds it.
  func contains(_ word: UInt64, for account: Int?) -> Bool {
    if Self.isListed(word) { return true }
    guard let known = users[word] else { return false }
    let account = Int32(account ?? -2)
    return [known.first, known.second, known.third].count { $0 >= 0 && $0 != account } >= 2
  }

  /// Whether a word is one of the list.
  static func isListed(_ word: UInt64) -> Bool { listed.contains(word) }

  /// Whether a word names a group of people or a part that somebody plays, and not a person.
  static func isRole(_ word: UInt64) -> Bool { groups.contains(word) || parts.contains(word) }

  /// Whether a word is an abbreviation that everybody uses.
  static func isAcronym(_ word: UInt64) -> Bool { acronyms.contains(word) }

  private static let acronyms = hashes(
    """
    ai am api ar bi bu ca cd ce ci crm cv db de dg dj dr drh dsi erp eu ev fr gb gdp gps hd hr ht id io ip iso it kg km kpi \
    led ml mm ms mt mw mwh no ok os pc pdf ph pm po pr qa qbr qr rd rh ri roi rse sap si sla sms sso sql tb tv tva ttc ue \
    ui uk un us usa usb ux va vip vp vr xl xml q1 q2 q3 q4 h1 h2 s1 s2 t1 t2 t3 t4 v1 v2 v3 a3 a4 a5 b2b b2c
    """)

  /// Groups and parts of a company, which are ordinary words in a sentence as well.
  private static let groups = hashes(
    """
    team teams group groups board committee department departments division office staff management people users user \
    everyone customer customers client clients partner partners supplier suppliers vendor project projects finance sales \
    marketing legal procurement purchasing production quality logistics maintenance operations security engineering \
    equipe equipes groupe comite direction service services departement personnel gens utilisateurs utilisatrices \
    utilisateur partenaires partenaire fournisseur achats ventes finances qualite logistique juridique informatique
    """)

  /// Parts that a person plays.
  private static let parts = hashes(
    """
    manager managers director directors head heads lead leads leader leaders chief officer ceo cfo cio cto coo ciso vp \
    president admin admins administrator owner owners champion sponsor buyer assistant engineer engineers analyst \
    consultant planner operator operators colleague colleagues trainer secretary steering responsable responsables \
    directeur directrice directeurs chef cheffe chefs gerant gerante referent referente administrateur administratrice \
    proprietaire acheteur acheteuse assistante ingenieur ingenieurs analyste conseil mr mrs ms miss dr prof mme mlle \
    monsieur madame
    """)

  private static let listed = groups.union(
    hashes(
      """
      a about above across after again against all almost along already also although always among an and another any \
      anyone anything are around as ask asked asks at away back be became because become been before began begin behind \
      being below best better between big both bring brought but by call called calls came can cannot case cases change \
      changed changes check clear close closed come comes could current date day days did do does doing done down due \
      during each early either else end ended ends enough even ever every everything expected far few figure figures find \
      first follow following for found four from full further gave get gets give given gives go goal goals goes going gone \
      good got great had half has have having he help her here high him his hold how however i if important in include \
      included including into is issue issues it items its itself just keep kept know known large last late later least \
      left less let like list little long look looking looks low made main make makes making many may me mean meet meeting \
      meetings met might month months more most move moved much must my near need needed needs never new next nice no none \
      nor not note notes nothing now number numbers of off often old on once one only open or order other others our out \
      over own part parts past per place plan planned planning plans point points possible process progress put quarter \
      quarters question questions quite rather ready real really recent regular report reports request requests result \
      results review reviews right run said same saw say says second see seen send sent session sessions set several shall \
      share she should show shown shows side since site sites small so some something soon start started starts state \
      status step steps still such support sure system take taken takes talk talked than that the their them then there \
      these they thing things this those three through time times to today together told too took top topic topics toward \
      training tried try turn two under until up update updated updates us use used uses using value very via view visit \
      want was way we week weekly weeks well went were what when where whether which while who whole whose why will with \
      within without work worked working works would year years yes yet you your yours january february march april june \
      july august september october november december monday tuesday wednesday thursday friday saturday sunday spring \
      summer autumn winter morning north south east west green blue red white black orange yellow gold silver \
      target summit apple bridge company firm factory plant mill clinic hospital school bank house centre center shop \
      market workshop power energy water food health care digital global general central united national american \
      european german french british first best smart city country world sun atelier ateliers maison societe entreprise \
      usine centre clinique hopital ecole banque energie eau sante monde ville pays marche boutique bureau \
      bureaux chantier chantiers hotel restaurant institut agence cabinet laboratoire transport transports \
      park river stone young king baker smith mark will grace rose hope faith joy
      a afin ai ainsi alors an annee annees ans apres attend au aucun aucune aujourd aussi autre autres aux avait avant avec \
      avoir avril aout bien bon bonne but c car ce cela celle celles celui cependant ces cet cette ceux chacun chaque chez \
      comme comment compte contre cours d dans date de debut decembre demain demande demandes depuis dernier derniere \
      derniers des deux devoir devrait dire dit doit doivent donc donne dont du elle elles en encore entre envoie est et \
      etaient etait etape etapes etat ete etre eu eux faire fait faits fevrier fin fois font grand grande heure heures hier \
      hiver hui ici il ils janvier je jour journee jours juillet juin jusqu jusque l la laquelle le les leur leurs lors \
      lorsque lui lundi ma mai mais mardi mars matin me meme memes mercredi mes mieux mise mois moins mon n ne nombre non nos \
      notre nous nouveau nouveaux nouvelle nouvelles novembre objectif objectifs octobre on ont ou oui outil par parce parler \
      pas pendant petit peu peut peuvent plan plus plusieurs point points pour pourquoi premier premiere pres prevu prevue \
      printemps prochain prochaine prochaines prochains puis qu quand quatre que quel quelle quelles quelque quels question \
      questions qui quoi rendez reste resultat resultats reunion reunions revue s sa samedi sans se semaine semaines sera \
      seront ses si soir soit son sont sous souvent suite suivi suivre sur ta tard te temps tes toujours tous tout toute \
      toutes travail travaux tres trimestre trois trop tu un une vendredi vers visite voici voir vont vos votre vous y \
      bleu vert rouge blanc noir jaune automne dimanche jeudi septembre nord sud ouest
      """))

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { SearchText.word(String($0)) })
  }
}
