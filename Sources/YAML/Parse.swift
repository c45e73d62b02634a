import CYAML

/// Reads the single document of a text.
///
/// - Returns: nil for a text without a document.
/// - Throws: ``YAMLError`` for a text that is not YAML, that contains several documents, a key twice in one mapping, or a
///   value that contains itself, or that is beyond ``YAMLLimits``.
public func parseYAML(_ text: String) throws(YAMLError) -> Node? {
  var parser = unsafe yaml_parser_t()
  guard unsafe yaml_parser_initialize(&parser) == 1 else { throw YAMLError(problem: "there is no memory", mark: nil) }
  defer { unsafe yaml_parser_delete(&parser) }
  // Some editors put a byte-order mark before the first line.
  let bytes = Array((text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text).utf8)
  guard !bytes.contains(0) else {
    throw YAMLError(
      problem: "the file is UTF-16, or no text at all; save it as plain text in UTF-8",
      mark: Node.Mark(line: 1, column: 1))
  }
  try YAMLLimits.check(bytes)
  let result = unsafe bytes.withUnsafeBufferPointer { buffer -> Result<Node?, YAMLError> in
    unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
    do throws(YAMLError) { return .success(try unsafe readOnlyDocument(of: &parser, bytes)) } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

private func readOnlyDocument(of parser: inout yaml_parser_t, _ bytes: [UInt8]) throws(YAMLError) -> Node? {
  let root = try unsafe readDocument(of: &parser, bytes)
  guard root != nil else { return nil }
  if let other = try unsafe readDocument(of: &parser, bytes) {
    throw YAMLError(problem: "but found another document", mark: other.mark)
  }
  return root
}

private func readDocument(of parser: inout yaml_parser_t, _ bytes: [UInt8]) throws(YAMLError) -> Node? {
  var document = unsafe yaml_document_t()
  guard unsafe yaml_parser_load(&parser, &document) == 1 else {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let place =
      unsafe parser.error == YAML_READER_ERROR
      ? mark(at: parser.problem_offset, in: bytes) : parser.problem_mark.mark
    let start = unsafe parser.context == nil ? nil : parser.context_mark.mark
    let slip = Slip(problem, at: place, since: start, in: String(decoding: bytes, as: UTF8.self))
    throw YAMLError(problem: slip?.problem ?? problem, mark: slip?.mark ?? place)
  }
  defer { unsafe yaml_document_delete(&document) }
  guard unsafe yaml_document_get_root_node(&document) != nil else { return nil }
  var reader = unsafe DocumentReader(document: document)
  return try reader.node(1)
}

/// Turns the nodes of a document into values, each once: an alias is a copy that shares its target.
@safe private struct DocumentReader {
  private let document: yaml_document_t
  private var nodes: [CInt: Node] = [:]
  private var isOpen: Set<CInt> = []
  /// How many values each node is with all in it, where an alias stands for a copy.
  private var sizes: [CInt: Int] = [:]

  init(document: yaml_document_t) { unsafe self.document = document }

  mutating func node(_ number: CInt) throws(YAMLError) -> Node {
    if let known = nodes[number] { return known }
    let node = try read(number)
    nodes[number] = node
    return node
  }

  private mutating func read(_ number: CInt) throws(YAMLError) -> Node {
    var document = unsafe document
    guard let pointer = unsafe yaml_document_get_node(&document, number) else {
      throw YAMLError(problem: "a value is missing", mark: nil)
    }
    let raw = unsafe pointer.pointee
    let mark = unsafe raw.start_mark.mark
    guard isOpen.insert(number).inserted else { throw YAMLError(problem: "a value contains itself", mark: mark) }
    defer { isOpen.remove(number) }
    guard isOpen.count <= YAMLLimits.depth else {
      throw YAMLError(problem: "values are nested more than \(YAMLLimits.depth) deep", mark: mark)
    }
    var size = 1
    let content: Node.Content
    switch unsafe raw.type {
    case YAML_SEQUENCE_NODE:
      let items = unsafe raw.data.sequence.items
      var sequence: [Node] = []
      for item in unsafe Array(UnsafeBufferPointer(start: items.start, count: items.top - items.start)) {
        sequence.append(try node(item))
        size += sizes[item] ?? 0
      }
      content = .sequence(sequence)
    case YAML_MAPPING_NODE:
      content = .mapping(Node.Mapping(try unsafe entries(raw.data.mapping.pairs, size: &size)))
    default:
      let scalar = unsafe raw.data.scalar
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      content = .scalar(Node.Scalar(string: unsafe String(decoding: text, as: UTF8.self)))
    }
    guard size <= YAMLLimits.values else {
      throw YAMLError(problem: "aliases make more than \(YAMLLimits.values) values of this one", mark: mark)
    }
    sizes[number] = size
    return Node(content: content, mark: mark)
  }

  private mutating func entries(
    _ pairs: yaml_node_s.__Unnamed_union_data.__Unnamed_struct_mapping.__Unnamed_struct_pairs, size: inout Int
  ) throws(YAMLError) -> [Node.Mapping.Element] {
    var entries: [Node.Mapping.Element] = []
    var keys: Set<String> = []
    for pair in unsafe Array(UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start)) {
      let key = try node(pair.key)
      if let text = key.scalar?.string, !keys.insert(text).inserted {
        throw YAMLError(problem: "the same key stands twice: \(text)", mark: key.mark)
      }
      entries.append((key, try node(pair.value)))
      size += (sizes[pair.key] ?? 0) + (sizes[pair.value] ?? 0)
    }
    return entries
  }
}

/// The place of a byte: libyaml gives no mark, only an offset, for what it cannot read.
private func mark(at offset: Int, in bytes: [UInt8]) -> Node.Mark {
  let before = bytes.prefix(offset)
  let line = before.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
  return Node.Mark(
    line: before.count { $0 == 0x0A } + 1, column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
}

extension yaml_mark_t {
  /// The place counted from 1.
  fileprivate var mark: Node.Mark { Node.Mark(line: line + 1, column: column + 1) }
}
