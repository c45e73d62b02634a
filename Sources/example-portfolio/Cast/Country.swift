/// A customer's country, and what people are called there.
struct Country {
  let name: String
  let region: String
  let givenNames: [String]
  let familyNames: [String]

  private init(_ name: String, _ region: String, _ givenNames: String, _ familyNames: String) {
    self.name = name
    self.region = region
    self.givenNames = givenNames.split(separator: " ").map(String.init)
    self.familyNames = familyNames.split(separator: " ").map(String.init)
  }

  /// The share of the usage that the summer holidays cost.
  var summerDip: Double {
    switch region {
    case "Southern Europe": 0.22
    case "Western Europe": 0.16
    case "Nordics": 0.14
    case "Americas", "Asia-Pacific": 0.03
    default: 0.11
    }
  }
}

extension Country {
  static let australia = Country(
    "Australia", "Asia-Pacific", "Bronte Lachlan Priya Callum", "Haddow Merrick Tran Sefton")
  static let austria = Country("Austria", "DACH", "Magdalena Lukas Katharina Stefan", "Aichinger Lechner Gruber Riedl")
  static let belgium = Country(
    "Belgium", "Western Europe", "Lotte Thibault Griet Bastien", "Claes Lemmens Dewaele Hoste")
  static let chile = Country("Chile", "Americas", "Catalina Ignacio Javiera Rodrigo", "Sepúlveda Araya Contreras Vidal")
  static let czechia = Country("Czechia", "Central Europe", "Tereza Ondřej Lenka Marek", "Krejčí Martinů Jirků Petrů")
  static let denmark = Country("Denmark", "Nordics", "Freja Søren Astrid Mikkel", "Kjær Lauridsen Bjerre Møller")
  static let finland = Country("Finland", "Nordics", "Aino Juhani Sanna Eero", "Mäkelä Koskinen Heikkilä Laine")
  static let france = Country(
    "France", "Western Europe", "Hélène Julien Maëlle Benoît", "Garnier Lefèvre Rousselot Charpentier")
  static let germany = Country("Germany", "DACH", "Annika Torsten Friederike Holger", "Brandt Kühne Seidel Vogelsang")
  static let hungary = Country("Hungary", "Central Europe", "Zsófia Gergő Eszter Balázs", "Kovács Szűcs Halmos Fekete")
  static let ireland = Country("Ireland", "UK & Ireland", "Aoife Cormac Niamh Declan", "Brannigan Keane Moriarty Tuohy")
  static let italy = Country(
    "Italy", "Southern Europe", "Chiara Lorenzo Giulia Matteo", "Bellandi Zanetti Foscari Marchetti")
  static let japan = Country("Japan", "Asia-Pacific", "Haruka Kenji Misaki Takumi", "Kobayashi Hayashi Ishida Morita")
  static let mexico = Country(
    "Mexico", "Americas", "Ximena Arturo Fernanda Emilio", "Barrera Cervantes Olvera Rentería")
  static let netherlands = Country(
    "Netherlands", "Western Europe", "Sanne Jeroen Femke Pieter", "Vermeer Hoekstra Dijkman Bos")
  static let newZealand = Country(
    "New Zealand", "Asia-Pacific", "Aroha Finlay Mere Hamish", "Ngata Prentice Parata Walsh")
  static let norway = Country("Norway", "Nordics", "Ingrid Håkon Solveig Eirik", "Bakken Nygård Tveit Solberg")
  static let poland = Country(
    "Poland", "Central Europe", "Agnieszka Paweł Małgorzata Tomasz", "Nowak Wójcik Dąbek Sikora")
  static let portugal = Country(
    "Portugal", "Southern Europe", "Inês Duarte Beatriz Rui", "Carvalho Nogueira Matos Figueira")
  static let spain = Country("Spain", "Southern Europe", "Nuria Álvaro Marta Gonzalo", "Ibáñez Castaño Robles Peñalver")
  static let sweden = Country("Sweden", "Nordics", "Elin Gustav Linnéa Oskar", "Sjöberg Åkesson Hedlund Nyström")
  static let turkey = Country("Türkiye", "Southern Europe", "Elif Emre Zeynep Burak", "Aydın Çelik Doğan Kaplan")
  static let unitedKingdom = Country(
    "United Kingdom", "UK & Ireland", "Harriet Rhys Imogen Daniel", "Ashdown Okafor Pemberton Lowe")
  static let unitedStates = Country(
    "United States", "Americas", "Denise Marcus Allison Trevor", "Whitlock Alvarez Grady Osgood")
  static let vietnam = Country("Vietnam", "Asia-Pacific", "Linh Minh Thảo Quang", "Nguyễn Trần Phạm Đặng")
}
