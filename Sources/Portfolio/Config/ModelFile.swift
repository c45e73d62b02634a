import Health
import YAML

/// `model.yml` as read: the models, and the place of each measure in the file.
struct ModelFile {
  static let fileName = "model.yml"

  /// A measure of the base model with the places that messages point to.
  struct Entry {
    let definition: MeasureDefinition
    let of: Node
    let per: Node?
  }

  /// The name in messages.
  let name: String
  let models: Models
  let entries: [Entry]
  let segmentNodes: [Node?]
  let conditionNodes: [(column: String, node: Node)]
  let labelNodes: [(name: String, node: Node)]
}
