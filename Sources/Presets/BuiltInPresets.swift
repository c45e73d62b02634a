/// The layouts of other programs' exports that come with Vigie: one file a program, as text, by its name.
public let builtInPresets: [String: String] = texts.filter { $0.key != namesOfColumns }

/// What columns are called in exports of no known layout.
public let columnNames = texts[namesOfColumns] ?? ""

private let namesOfColumns = "names"

private let texts: [String: String] = Dictionary(
  embeddedFiles.map { (String($0.name.dropLast(".yml".count)), $0.text) }, uniquingKeysWith: { first, _ in first })
