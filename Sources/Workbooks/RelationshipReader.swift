/// A reference from one part of a workbook to another.
struct Relationship {
  let id: String
  /// The last word of the type's address: the rest differs between the strict and the usual form of the format.
  let kind: String
  /// The name of the other part; nil for what is outside the file, which is never followed.
  let target: String?
}

/// Reads the references of a part.
final class RelationshipReader: XMLReader {
  private(set) var relationships: [Relationship] = []
  private let folder: [String]

  /// - Parameter folder: the names on the way to the part, to which targets are relative.
  init(_ part: ZIPPart, folder: [String]) throws(WorkbookProblem) {
    self.folder = folder
    try super.init(part)
  }

  override func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {
    guard depth == 2, element == .relationship, let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let isExternal = attributes.text("TargetMode") == "External"
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relationships.append(Relationship(id: id, kind: kind, target: isExternal ? nil : path(target)))
  }

  private func path(_ target: String) -> String {
    var names = target.hasPrefix("/") ? [] : folder
    for name in target.split(separator: "/").map(String.init) where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}
