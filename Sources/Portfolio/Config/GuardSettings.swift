import Files
import Findings
public import Health
import Review
import Tables
import YAML

extension YAMLReader {
  /// The guards' thresholds, and the accounts of which the settings say why they are gone.
  mutating func guards(_ fields: [String: Node], aliases: [String: String]) -> Guard.Rules {
    var rules = Guard.Rules()
    rules.maxRefused = number(fields["max_refused"], "max_refused", in: 0...1) ?? rules.maxRefused
    rules.maxARRChange = number(fields["max_arr_change"], "max_arr_change", in: 0...10) ?? rules.maxARRChange
    rules.aliases = aliases
    if let departed = fields["departed"] {
      for (id, _, reason) in entries(departed, of: "departed") {
        rules.departed[id] = text(reason, "the reason why \(id) is gone")
      }
    }
    return rules
  }

  /// A time zone by its IANA name.
  mutating func zone(_ node: Node?) -> Zone? {
    guard let node, let name = text(node, "time_zone") else { return nil }
    if let zone = Zone(named: name) { return zone }
    let names = Zone.names
    fail(
      node,
      names.isEmpty
        ? "time_zone is '\(name)', and this machine has no zone files; install the package tzdata"
        : "there is no time zone '\(name)'\(suggestion(for: name, among: names)); write an IANA name such as Europe/Paris"
    )
    return nil
  }
}

extension Settings {
  /// The IANA name of the time zone.
  public var zoneName: String { timeZone.name }

  /// The day that it is at a moment in the time zone that the settings of a folder name; in UTC where they name none or
  /// cannot be read.
  ///
  /// - Parameter moment: seconds since the beginning of 1970 in UTC.
  public static func day(at moment: Int, in folder: String) -> (day: Day, zone: String) {
    // Whoever reads the portfolio is told where they cannot be read.
    let bytes = (try? contentsIfThere("\(folder)/\(fileName)", atMost: Limits.text)) ?? nil
    let zone = parse(bytes.map { String(decoding: $0, as: UTF8.self) } ?? "", locales: []).settings.timeZone
    return (zone.day(at: moment), zone.name)
  }
}
