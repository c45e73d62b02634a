/// The templates, words and style that come with Vigie, in the program itself, so that it needs nothing beside it.
public enum BuiltInTemplates {
  /// True for the files that go into a site as they are: its style and script, not the sheets of customers' documents,
  /// which stand in the documents.
  public static func isSiteAsset(_ name: String) -> Bool {
    (name.hasSuffix(".css") || name.hasSuffix(".js")) && !name.hasPrefix("customer/")
  }

  /// Name and bytes of every file of this folder that a site is made from.
  public static let files: [(name: String, bytes: [UInt8])] = embeddedFiles.map { name, text in
    let bytes = Array(text.utf8)
    return (name, isSiteAsset(name) ? slimmed(bytes, isStyle: name.hasSuffix(".css")) : bytes)
  }

  /// The style or the script as pages load it: without the comments and the indentation that are for its authors.
  ///
  /// Neither file holds a text of several lines, every comment has lines of its own, and a line of the style ends where a
  /// blank would say nothing either, so that the style needs no lines at all.
  static func slimmed(_ source: [UInt8], isStyle: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    for line in source.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      guard !text.isEmpty, !text.starts(with: "//".utf8), !text.starts(with: "/*".utf8) else { continue }
      for (index, byte) in zip(text.indices, text) {
        // In a style a blank around a brace or a child's sign, or behind a semicolon, colon or comma, says nothing, and
        // neither does the last semicolon of a rule.
        let before = index > text.startIndex ? text[index - 1] : 0
        let after = text[(index + 1)...]
        let isIdle =
          byte == 0x20
          ? ";{:,>".utf8.contains(before) || after.first.map("{}>".utf8.contains) ?? false
          : byte == 0x3B && after.first { $0 != 0x20 } == 0x7D
        if !isStyle || !isIdle { output.append(byte) }
      }
      if !isStyle { output.append(0x0A) }
    }
    return output
  }
}
