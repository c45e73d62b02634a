/// The customer success managers of the example.
enum CSM: String {
  /// Hears it before the figures show it: her yellow flags on green accounts came true.
  case maud = "Maud Ekström"
  /// Trusts the dashboard: two of his greens left.
  case tomas = "Tomás Ferreira"
  case aisha = "Aisha Rahman"
  case jonas = "Jonas Weber"
  case claire = "Claire Delorme"

  /// The lead, who decides with them about the accounts on the lists, every Monday.
  static let lead = "Ines Faulkner"
}
