/// One line of the cast: name, domain, CSM, industry, country, employees, users, ARR, first day, course.
struct Line: Sendable {
  let account: Account

  /// - Parameters:
  ///   - desk: the name by which the help desk knows them.
  ///   - twin: the end of the id, of accounts whose ids differ in capitals alone.
  init(
    _ name: String, _ domain: String, _ csm: CSM, _ industry: Industry, _ country: Country, _ employees: Int,
    _ users: Int, _ arr: Int, _ started: Day, _ course: Course, desk: String? = nil, twin: String? = nil
  ) {
    account = Account(
      id: twin.map { SalesforceID(short: SalesforceID.prefix + $0) }
        ?? .account(name, seed: ExampleExports.seed), name: name,
      domain: "\(domain).example", csm: csm, industry: industry, country: country, employees: employees, users: users,
      arr: arr, started: started, course: course, deskName: desk ?? name)
  }
}

/// Customers with a thousand employees or more.
let largeCustomers: [Line] = [
  Line(
    "Möwental Spedition GmbH", "moewental", .katrin, .logistics, .germany, 1_420, 92, 148_000, "2021-03-01",
    .growing, desk: "Möwental Spedition", twin: "KqTzB"),
  Line(
    "Krankenhaus Eichgrund gGmbH", "eichgrund", .katrin, .care, .germany, 2_600, 108, 212_000, "2020-09-15",
    .watermelon),
  Line(
    "Groupe Hôtelier Bellerive SA", "bellerive", .helene, .hotels, .france, 1_850, 84, 132_000, "2022-02-01",
    .fading),
  Line(
    "Clinique des Trois Tilleuls SAS", "trois-tilleuls", .helene, .care, .france, 1_100, 66, 96_000, "2021-11-20",
    .steady, twin: "Mw4Rd"),
  Line(
    "Fjordlast Frakt AS", "fjordlast", .bjorn, .logistics, .norway, 1_300, 72, 118_000, "2022-06-01",
    .steady, twin: "hTvNe"),
  Line("Ålandet Energi AB", "alandet", .bjorn, .energy, .sweden, 1_640, 58, 99_000, "2021-01-18", .silent),
  Line(
    "Harrowdene Hospitals Trust", "harrowdene", .dev, .care, .britain, 3_900, 116, 264_000, "2020-04-06",
    .slipping),
  Line(
    "Castlebrook Retail plc", "castlebrook", .dev, .retail, .britain, 2_250, 88, 156_000, "2022-09-12",
    .steady, desk: "Castlebrook Retail"),
  Line(
    "Vandermolen Bakkerijen BV", "vandermolen", .orla, .food, .netherlands, 1_040, 54, 84_000, "2023-01-09",
    .growing),
  Line(
    "Nordhavn Facility A/S", "nordhavn", .bjorn, .services, .denmark, 1_200, 62, 92_000, "2021-09-30",
    .leaving("2026-09-30", seen: true)),
]

/// Customers with 200 to 999 employees.
let middleCustomers: [Line] = [
  Line("Bäckerei Lindenauer GmbH", "lindenauer", .katrin, .food, .germany, 410, 22, 31_000, "2022-05-02", .steady),
  Line(
    "Präzisionswerk Hollerbach AG", "hollerbach", .katrin, .making, .germany, 780, 31, 54_000, "2021-08-16",
    .idle, desk: "Präzisionswerk Hollerbach GmbH"),
  Line(
    "Rehazentrum Sonnhalde AG", "sonnhalde", .katrin, .care, .switzerland, 360, 26, 42_500, "2023-04-03",
    .growing),
  Line(
    "Alpenhof Betriebe GmbH", "alpenhof-betriebe", .katrin, .hotels, .austria, 290, 18, 24_000, "2023-10-31",
    .lapsed),
  Line("Energie Wildbach eG", "wildbach", .katrin, .energy, .austria, 520, 19, 33_500, "2022-12-01", .steady),
  Line(
    "Logis Marivaux SAS", "logis-marivaux", .helene, .hotels, .france, 340, 21, 29_500, "2023-03-15",
    .watermelon, desk: "Logis Marivaux S.A.S."),
  Line(
    "Transports Corbelin SARL", "corbelin", .helene, .logistics, .france, 610, 34, 51_000, "2021-06-01",
    .slipping, desk: "Transports Corbelin SAS"),
  Line("École du Vieux Moulin", "vieux-moulin", .helene, .learning, .france, 230, 14, 17_500, "2023-09-01", .idle),
  Line("Résidences Clairval SA", "clairval", .helene, .care, .france, 880, 36, 62_000, "2022-01-10", .steady),
  Line("Boulangeries Péronnet SARL", "peronnet", .helene, .food, .france, 270, 17, 21_000, "2024-02-19", .fading),
  Line("Ateliers Sérignan SAS", "serignan", .helene, .making, .france, 450, 20, 30_500, "2022-10-03", .reduced),
  Line(
    "Skogsby Äldreomsorg AB", "skogsby", .bjorn, .care, .sweden, 730, 35, 57_000, "2021-09-06",
    .steady, desk: "Skogsby Äldreomsorg"),
  Line("Västerlund Lager AB", "vasterlund", .bjorn, .logistics, .sweden, 390, 24, 36_000, "2023-05-15", .growing),
  Line(
    "Hagefjell Hotell AS", "hagefjell", .bjorn, .hotels, .norway, 260, 19, 26_500, "2024-01-08",
    .steady, twin: "HtVnE"),
  Line("Bergstøl Industri AS", "bergstol", .bjorn, .making, .norway, 570, 23, 38_000, "2022-08-22", .fading),
  Line(
    "Østerkær Plejecentre A/S", "osterkaer", .bjorn, .care, .denmark, 640, 30, 49_500, "2022-03-07",
    .failing, desk: "Østerkær Plejecentre AS"),
  Line("Lakkasuo Kiinteistöt Oy", "lakkasuo", .bjorn, .services, .finland, 480, 22, 34_000, "2023-02-13", .silent),
  Line(
    "Tavernside Inns Ltd", "tavernside", .dev, .hotels, .britain, 690, 28, 43_000, "2022-07-11",
    .watermelon, desk: "Tavernside Inns Limited"),
  Line("Pemberwick Logistics Ltd", "pemberwick", .dev, .logistics, .britain, 540, 32, 50_500, "2021-10-04", .steady),
  Line("Oakmoor Academies Trust", "oakmoor", .dev, .learning, .britain, 820, 26, 39_000, "2023-08-28", .steady),
  Line("Saltmarsh Seafoods Ltd", "saltmarsh", .dev, .food, .britain, 310, 17, 23_500, "2024-03-11", .slipping),
  Line(
    "Glenarvon Care Homes Ltd", "glenarvon", .orla, .care, .ireland, 430, 27, 37_500, "2022-11-28",
    .growing, desk: "Glenarvon Care Homes Limited"),
  Line(
    "Ballycarrick Dairies Ltd", "ballycarrick", .orla, .food, .ireland, 350, 18, 25_500, "2023-06-19",
    .leaving("2026-06-19", seen: true)),
  Line("Zilverduin Zorg BV", "zilverduin", .orla, .care, .netherlands, 900, 33, 58_000, "2021-05-10", .reduced),
  Line(
    "Houtkade Distributie BV", "houtkade", .orla, .logistics, .netherlands, 470, 25, 37_000, "2022-04-25",
    .failing, desk: "Houtkade Distributie B.V."),
  Line("Papeterie Wauters SA", "wauters", .orla, .making, .belgium, 250, 14, 19_500, "2024-05-06", .steady),
  Line(
    "Steenbeek Schoonmaak BV", "steenbeek", .orla, .services, .netherlands, 960, 29, 45_500, "2023-03-27",
    .leaving("2026-03-27", seen: false)),
]

/// Customers with fewer than 200 employees.
let smallCustomers: [Line] = [
  Line(
    "Café Morgenrot GmbH", "morgenrot", .katrin, .hotels, .germany, 85, 8, 9_600, "2024-06-03",
    .steady, twin: "KqTzb"),
  Line("Tischlerei Quendel GmbH", "quendel", .katrin, .making, .germany, 60, 5, 6_800, "2024-09-16", .idle),
  Line("Pflegedienst Rosenau GmbH", "rosenau", .katrin, .care, .germany, 140, 11, 14_200, "2023-11-06", .slipping),
  Line("Weingut Sterngassl KG", "sterngassl", .katrin, .food, .austria, 45, 4, 5_400, "2025-01-20", .steady),
  Line(
    "Brünnli Velokuriere GmbH", "bruennli", .katrin, .logistics, .switzerland, 70, 9, 11_800, "2024-04-15",
    .growing),
  Line(
    "Crèche Les Hérissons SARL", "les-herissons", .helene, .learning, .france, 55, 6, 7_200, "2024-10-07",
    .steady),
  Line("Fleurs Auberive SARL", "auberive", .helene, .retail, .france, 38, 4, 4_900, "2025-03-03", .silent),
  Line(
    "Librairie Mascaret SAS", "mascaret", .helene, .retail, .france, 42, 5, 5_600, "2024-11-18",
    .leaving("2025-11-18", seen: true), twin: "mW4rD"),
  Line("Traiteur Valombre SARL", "valombre", .helene, .food, .france, 64, 7, 8_400, "2026-06-15", .fresh),
  Line("Gîtes du Morvandel SAS", "morvandel", .helene, .hotels, .france, 50, 6, 6_600, "2024-07-22", .failing),
  Line("Björklunda Förskolor AB", "bjorklunda", .bjorn, .learning, .sweden, 160, 12, 15_400, "2023-12-04", .steady),
  Line("Sjövik Bageri AB", "sjovik", .bjorn, .food, .sweden, 48, 5, 5_800, "2025-02-10", .fading),
  Line("Tindvik Renhold AS", "tindvik", .bjorn, .services, .norway, 120, 10, 12_600, "2024-08-12", .steady),
  Line("Møllebro Apoteker ApS", "mollebro", .bjorn, .care, .denmark, 90, 9, 10_800, "2026-07-06", .fresh),
  Line("Pajulampi Huolto Oy", "pajulampi", .bjorn, .services, .finland, 75, 6, 7_600, "2025-05-19", .watermelon),
  Line("Hraunborg Gistihús ehf.", "hraunborg", .bjorn, .hotels, .iceland, 65, 7, 8_200, "2025-04-14", .growing),
  Line("Wrenfield Veterinary Ltd", "wrenfield", .dev, .care, .britain, 110, 9, 11_200, "2024-12-09", .steady),
  Line("Millbeck Garden Centres Ltd", "millbeck", .dev, .retail, .britain, 180, 13, 16_800, "2024-02-05", .steady),
  Line("Copperhill Couriers Ltd", "copperhill", .dev, .logistics, .britain, 95, 10, 13_000, "2026-08-24", .fresh),
  Line("Dunlavin Nurseries Ltd", "dunlavin", .orla, .learning, .ireland, 58, 6, 7_000, "2025-06-02", .steady),
  Line(
    "Kerrigan Joinery Ltd", "kerrigan-joinery", .orla, .making, .ireland, 34, 4, 4_600, "2024-08-26",
    .leaving("2025-08-26", seen: false)),
  Line("Fietsplan Utrechtkade BV", "fietsplan", .orla, .retail, .netherlands, 72, 7, 8_800, "2025-09-08", .steady),
  Line("De Gouden Garde BV", "gouden-garde", .orla, .food, .netherlands, 88, 8, 9_900, "2026-05-25", .fresh),
]

/// The customer whose ARR nobody has typed into the CRM yet.
let withoutARR = "De Gouden Garde BV"

/// Organisations in the CRM that have bought nothing yet.
let prospects: [Prospect] = [
  ("Seilbahnen Hochfirn AG", "hochfirn", CSM.katrin, Industry.hotels, Country.switzerland, 310),
  ("Maison Tavelet SARL", "tavelet", .helene, .retail, .france, 75),
  ("Grønnevik Skoler AS", "gronnevik", .bjorn, .learning, .norway, 420),
  ("Larkspur Clinics Ltd", "larkspur-clinics", .dev, .care, .britain, 980),
].map { name, domain, owner, industry, country, employees in
  Prospect(
    id: .account(name, seed: ExampleExports.seed), name: name, domain: "\(domain).example", owner: owner,
    industry: industry, country: country, employees: employees)
}
