/// Notes by people at a made-up vendor, with characters that templates must escape, and letters beyond ASCII.
enum Phrases {
  static let csms = ["Jonas Weber", "Maud Ellery", "Ines Faulkner", "Zoë Lindqvist", "Tomáš Beneš", "Aoife Byrne"]
  static let people = ["Holger Seidel", "Katarzyna Wójcik", "Priya Nair", "Luc Béranger", "Sam O'Hara", "Mei Tanaka"]
  static let names = ["Altmoor", "Brenner & Söhne", "Castellan", "Dörfler", "Eastgate", "Fjordline", "Grüner*Markt"]
  static let trades = ["Steel", "Logistics", "Retail", "Energy", "Public_sector", "Health"]
  static let plans = ["Starter", "Team", "Enterprise"]
  static let regions = ["DACH", "Nordics", "Iberia", "UK & Ireland"]
  static let reasons = [
    "QBR went well, they presented their own numbers.", "The new CIO asks what we cost; nobody defends us yet.",
    "Rollout in plant #3 is late, [training] has not begun.", "Champion is on leave until spring.",
    "They compare us with a cheaper tool (pilot of 20 seats).",
  ]
  static let notes = [
    "Walked through the open tickets, two closed on the spot.", "Visit with product management, feedback on search.",
    "Asked for a quote for 40 more seats.", "No answer to three mails; tried the sponsor instead.",
    "Half-year review: goals kept, one moved to next quarter.",
  ]
  static let subjects = [
    "Column widths are not kept", "Dispatch board does not load", "Export stops at 10_000 rows",
    "Login with <SSO> fails after password change", "How do I archive a site?",
  ]
  static let goals = ["Paper orders replaced", "Response time halved", "All crews on mobile", "Audit without findings"]
}
