import FoundationEssentials

extension EditionManifest {
  /// The newest format that this version writes and reads.
  public static let newestFormat = 3

  /// The file `edition.json`: fixed key order, one file per line, a line break at the end.
  ///
  /// Its format is 3; an edition that does not seal its record has 1, and 2 where guards were accepted.
  public var bytes: [UInt8] {
    var text = """
      {"format":\(record != nil ? Self.newestFormat : accepted.isEmpty ? 1 : 2),
      "edition":"\(id.edition)",
      "revision":\(id.revision),
      "as_of":"\(asOf)",
      "tool":"\(escaped(tool))",
      "fingerprint":"\(fingerprint)",
      "inputs":"\(inputs)",
      "previous":\(previousText),\(acceptedText)\(recordText)
      "files":[
      """
    var separator = "\n"
    for file in files {
      text += separator
      text += #"{"path":"\#(escaped(file.path))","bytes":\#(file.byteCount),"sha256":"\#(file.sha256)"}"#
      separator = ",\n"
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }

  /// Reads an `edition.json`, trusting nothing in it.
  ///
  /// - Throws: ``EditionFault`` for anything but the bytes that this program writes for the same facts.
  public init(reading bytes: [UInt8]) throws(EditionFault) {
    guard let form = try? JSONDecoder().decode(WrittenForm.self, from: Data(bytes)) else { throw .unreadable }
    guard (1...Self.newestFormat).contains(form.format) else { throw .unknownFormat(form.format) }
    guard let id = EditionID(form.edition, revision: form.revision) else { throw .malformed("edition") }
    var previous: Previous?
    if let written = form.previous {
      guard let id = EditionID(written.edition, revision: written.revision) else { throw .malformed("previous") }
      previous = Previous(id: id, digest: written.digest)
    }
    let files = form.files.map { File(path: $0.path, byteCount: $0.bytes, sha256: $0.sha256) }
    try self.init(
      id: id, asOf: form.asOf, tool: form.tool, inputs: form.inputs, previous: previous,
      accepted: (form.accepted ?? []).map { Accepted(guard: $0.guard, reason: $0.reason) }, record: form.record,
      files: files)
    guard form.fingerprint.utf8.elementsEqual(fingerprint.description.utf8) else {
      throw .wrongFingerprint(printed: form.fingerprint, computed: fingerprint)
    }
    // Anything that JSON treats as the same, such as another order, other blanks or a key twice, is a change.
    let expected = self.bytes
    guard bytes == expected else {
      let common = zip(bytes, expected).prefix { $0 == $1 }
      throw .otherSpelling(byte: common.reduce(1) { count, _ in count + 1 })
    }
  }

  private var acceptedText: String {
    guard !accepted.isEmpty else { return "" }
    let all = accepted.map { #"{"guard":"\#(escaped($0.guard))","reason":"\#(escaped($0.reason))"}"# }
    return "\n\"accepted\":[\(all.joined(separator: ","))],"
  }

  private var recordText: String { record.map { "\n\"record\":\"\($0)\"," } ?? "" }

  private var previousText: String {
    guard let previous else { return "null" }
    return #"{"edition":"\#(previous.id.edition)","revision":\#(previous.id.revision),"digest":"\#(previous.digest)"}"#
  }
}

/// A text escaped for use between JSON quotes; it contains no control characters.
func escaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}

/// The names that the file uses.
private struct WrittenForm: Decodable {
  struct Previous: Decodable {
    let edition: String
    let revision: Int
    let digest: String
  }

  struct Accepted: Decodable {
    let `guard`: String
    let reason: String
  }

  struct File: Decodable {
    let path: String
    let bytes: Int
    let sha256: String
  }

  let format: Int
  let edition: String
  let revision: Int
  let asOf: String
  let tool: String
  let fingerprint: String
  let inputs: String
  let previous: Previous?
  let accepted: [Accepted]?
  let record: String?
  let files: [File]

  enum CodingKeys: String, CodingKey {
    case format, edition, revision, tool, fingerprint, inputs, previous, accepted, record, files
    case asOf = "as_of"
  }
}
