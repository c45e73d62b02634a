/// The built-in templates, words and style, embedded in the program so that it needs no other files.
public enum BuiltInTemplates {
  /// True for files that are copied into a site unchanged: its style and script, not the style sheets of customers'
  /// documents, which are included in the documents.
  public static func isSiteAsset(_ name: String) -> Bool {
    (name.hasSuffix(".css") || name.hasSuffix(".js")) && !name.hasPrefix("customer/")
  }

  /// Name and bytes of every file of this folder that sites use.
  public static let files: [(name: String, bytes: [UInt8])] = embeddedFiles.map { name, text in
    let bytes = Array(text.utf8)
    return (name, isSiteAsset(name) ? uncommented(bytes) : bytes)
  }

  /// The style or the script as pages load it: without the comments, which are for its authors.
  ///
  /// In both files every comment is on lines of its own, and no string spans lines.
  static func uncommented(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for line in source.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      guard !text.isEmpty, !text.starts(with: "//".utf8), !text.starts(with: "/*".utf8) else { continue }
      output += line
      output.append(0x0A)
    }
    return output
  }
}
