public import Health
import YAML

/// The differences between a suggested model file and the current one.
public struct ModelChange: Sendable {
  /// Dimensions of the base model with their new weights.
  public let weights: [(dimension: String, weight: Double)]
  /// The outcomes that they were fitted to.
  public let fitted: Models.Fitted
  /// Why the model changes, in words.
  public let why: String
  /// The expected effect, in words.
  public let expected: String
  /// Lines for the top of the file, without their `#`.
  public let comment: [String]

  /// Creates a change from its parts and their descriptions.
  public init(
    weights: [(dimension: String, weight: Double)], fitted: Models.Fitted, why: String, expected: String,
    comment: [String]
  ) {
    self.weights = weights
    self.fitted = fitted
    self.why = why
    self.expected = expected
    self.comment = comment
  }

  /// The first line of every suggested file.
  public static let firstLine = "# A suggestion of vigie tune; model.yml is as it was."

  /// The text of a model file with this change and nothing else changed; nil when that cannot be guaranteed, as when
  /// weights are aliases.
  ///
  /// Everything else that its author wrote stays in place, comments too; `version` distinguishes the new model from the
  /// old one; `changed` and `fitted` record its origin. The result is read again and compared with the expected models.
  public func applied(to text: String) -> String? {
    guard let before = ModelReader.read(text).file?.models, let root = try? parseYAML(text),
      let mapping = root.mapping
    else { return nil }
    let version = newVersion(before.version)
    var lines = ModelLines(text)
    for (dimension, weight) in weights {
      guard let node = mapping["dimensions"]?.mapping?[dimension]?.mapping?["weight"],
        lines.replaceScalar(line: node.mark.line, column: node.mark.column, with: plain(weight))
      else { return nil }
    }
    guard let mark = mapping["version"]?.mark,
      lines.replaceScalar(line: mark.line, column: mark.column, with: quoted(version))
    else { return nil }
    lines.removeBlock("changed")
    lines.removeBlock("fitted")
    let notes = [
      "changed:", "  date: \(fitted.on)", "  by: vigie tune", "  why: \(quoted(why))",
      "  expected: \(quoted(expected))",
      "fitted: {on: \(fitted.on), outcomes: \(fitted.outcomes), until: \(fitted.until)}",
    ]
    guard lines.insert(notes, after: "version") else { return nil }
    // An earlier suggestion's comment at the top no longer applies.
    lines.removeComment(beginningWith: Self.firstLine)
    let result =
      ([Self.firstLine] + comment.map { $0.isEmpty ? "#" : "# " + $0 } + ["", ""]).joined(separator: "\n") + lines.text
    guard let after = ModelReader.read(result).file?.models, after.isLike(before, with: self, version: version) else {
      return nil
    }
    return result
  }

  private func newVersion(_ version: String) -> String {
    let mark = Array("-fitted-".utf8)
    let bytes = Array(version.utf8)
    // A model fitted earlier loses the day of that fit.
    let end = bytes.indices.last { bytes[$0...].starts(with: mark) } ?? bytes.count
    return String(decoding: bytes[..<end] + mark, as: UTF8.self) + fitted.on.description
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}

extension Models {
  /// True when these models are the others with a change, in everything that affects scores.
  fileprivate func isLike(_ before: Models, with change: ModelChange, version: String) -> Bool {
    let base = before.all[0].dimensions
    let wanted = before.all.map { model in
      var model = model
      for index in base.indices where model.dimensions[index].weight == base[index].weight {
        model.dimensions[index].weight =
          change.weights.first { $0.dimension == base[index].id }?.weight ?? base[index].weight
      }
      return model
    }
    return all == wanted && segments == before.segments && expansion == before.expansion && self.version == version
      && labels == before.labels && units == before.units && fitted == change.fitted && changed?.why == change.why
  }
}
