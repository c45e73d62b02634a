import Files
import YAML

extension YAMLReader {
  /// How much is read of tables, where it is not the usual.
  mutating func limits(_ node: Node) -> Limits {
    var limits = Limits()
    let fields = fields(node, of: "the limits", known: Limits.Setting.allCases.map(\.rawValue))
    for setting in Limits.Setting.allCases {
      guard let field = fields[setting.rawValue] else { continue }
      limits[setting] = wholeNumber(field, setting.rawValue, in: 1...setting.highest) ?? limits[setting]
    }
    return limits
  }
}
