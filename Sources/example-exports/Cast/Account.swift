/// A customer: who they are, and what becomes of them.
struct Account: Sendable {
  let id: SalesforceID
  let name: String
  /// The domain of their addresses and their web site, by which the product's events know them.
  let domain: String
  let csm: CSM
  let industry: Industry
  let country: Country
  let employees: Int
  /// People who use the product in a good week.
  let users: Int
  /// Annual recurring revenue today, in dollars; of a lost customer the last.
  let arr: Int
  let started: Day
  let course: Course
  /// The name by which the help desk knows them, where that has another legal form or none.
  let deskName: String

  /// The day on which they left.
  var ended: Day? {
    guard case .leaving(let day, _) = course else { return nil }
    return day
  }

  /// The last day of which anything can be known.
  var lastDay: Day { ended ?? Calendar.asOf }

  /// The day on which the contract ends next, or ended.
  var renews: Day {
    let next = anniversaries.first { $0 > Calendar.asOf } ?? Calendar.asOf
    return ended ?? (course.hasLapsed ? next.adding(years: -1) : next)
  }

  /// The ends of its terms of a year, into the future.
  var anniversaries: [Day] { (1...20).map { started.adding(years: $0) } }

  var website: String { "https://www.\(domain)" }
}

/// Who looks after accounts.
enum CSM: String, CaseIterable, Sendable {
  case helene = "Hélène Vasseur"
  case bjorn = "Björn Åkerlind"
  case katrin = "Katrin Möhring"
  case dev = "Dev Rayner"
  case orla = "Orla Finnane"
}

/// What an account does, which decides when its people work.
enum Industry: String, Sendable {
  case care = "Healthcare"
  case energy = "Energy"
  case food = "Food"
  case hotels = "Hospitality"
  case learning = "Education"
  case logistics = "Logistics"
  case making = "Manufacturing"
  case retail = "Retail"
  case services = "Facility services"

  /// Whether there are shifts at the weekend and at night.
  var neverCloses: Bool { self == .care || self == .hotels || self == .logistics || self == .energy }
}

/// Where an account is, and what people are called there.
enum Country: String, Sendable {
  case austria = "Austria"
  case belgium = "Belgium"
  case denmark = "Denmark"
  case finland = "Finland"
  case france = "France"
  case germany = "Germany"
  case iceland = "Iceland"
  case ireland = "Ireland"
  case netherlands = "Netherlands"
  case norway = "Norway"
  case sweden = "Sweden"
  case switzerland = "Switzerland"
  case britain = "United Kingdom"

  private var names: (given: String, family: String) {
    switch self {
    case .austria, .germany: ("Annika Jürgen Friederike Lukas Silke", "Vogelsang Kühnert Aichholz Brandis Löffel")
    case .switzerland: ("Reto Céline Beat Ladina", "Zürrer Maillard Caduff Bächtold")
    case .belgium, .netherlands: ("Femke Jeroen Lotte Bastiaan", "Hoekman Dewael Lemmers Vandorp")
    case .denmark, .norway: ("Freja Håkon Solveig Søren Mikkel", "Kjærgård Tveiten Bakkerud Lauring")
    case .sweden, .finland: ("Linnéa Gustav Aino Eero Elin", "Sjöhagen Mäkinen Hedlund Koskela")
    case .france: ("Maëlle Benoît Hélène Julien Anaïs", "Garnaud Lefèvrier Rousselin Charpenel")
    case .iceland: ("Guðrún Þór Sigríður Ívar", "Hallsdóttir Brynjarsson Eldjárn")
    case .ireland, .britain: ("Imogen Rhys Aoife Declan Harriet", "Brannock Ashdowne Tuohy Pemberley")
    }
  }

  /// A name that somebody there may have.
  func person(_ chance: inout Chance) -> String {
    let words = { (text: String) in text.split(separator: " ").map(String.init) }
    return "\(chance.pick(words(names.given))) \(chance.pick(words(names.family)))"
  }
}

/// Somebody in the CRM who has bought nothing yet.
struct Prospect: Sendable {
  let id: SalesforceID
  let name: String
  let domain: String
  let owner: CSM
  let industry: Industry
  let country: Country
  let employees: Int
}
