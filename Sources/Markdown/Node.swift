import CMarkGFM

/// A node of a document's tree; valid as long as the document.
@unsafe
struct Node {
  let pointer: OpaquePointer

  var isImage: Bool { unsafe cmark_node_get_type(pointer) == CMARK_NODE_IMAGE }
  var isLink: Bool { unsafe cmark_node_get_type(pointer) == CMARK_NODE_LINK }
  var isHeading: Bool { unsafe cmark_node_get_type(pointer) == CMARK_NODE_HEADING }
  /// True for nodes that are not left to the library.
  var isSpecial: Bool { unsafe isImage || isLink || isHeading || isTable || isHTML }
  var isParagraph: Bool { unsafe cmark_node_get_type(pointer) == CMARK_NODE_PARAGRAPH }
  var isTable: Bool { unsafe cmark_gfm_extensions_get_table_columns(pointer) > 0 }
  var isOnlyChild: Bool { unsafe cmark_node_next(pointer) == nil && cmark_node_previous(pointer) == nil }
  var parent: Node? { unsafe cmark_node_parent(pointer).map { unsafe Node(pointer: $0) } }

  /// The address of a link or an image.
  var address: String { unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "" }

  /// The text inside, without markup.
  var text: String {
    var text = ""
    guard let iterator = unsafe cmark_iter_new(pointer) else { return text }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else { continue }
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        unsafe text += cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? ""
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
  }

  /// True for HTML from the source.
  var isHTML: Bool {
    let type = unsafe cmark_node_get_type(pointer)
    return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE
  }

  /// Replaces an inline node with our own HTML, keeping its children inside.
  ///
  /// Table cells accept HTML but not the library's custom nodes.
  func replaceInline(opening: [UInt8] = [], closing: [UInt8] = [], keepsChildren: Bool = true) {
    if !opening.isEmpty { unsafe insertBefore(CMARK_NODE_HTML_INLINE, opening) }
    if keepsChildren {
      while let child = unsafe cmark_node_first_child(pointer) {
        unsafe cmark_node_unlink(child)
        unsafe cmark_node_insert_before(pointer, child)
      }
    }
    if !closing.isEmpty { unsafe insertBefore(CMARK_NODE_HTML_INLINE, closing) }
    unsafe remove()
  }

  /// Replaces a block with our own HTML.
  func replaceBlock(_ html: [UInt8]) {
    unsafe insertBlockBefore(html)
    unsafe remove()
  }

  /// Inserts a block of our own HTML before this block.
  func insertBlockBefore(_ html: [UInt8]) { unsafe insertBefore(CMARK_NODE_HTML_BLOCK, html) }

  /// Inserts a block of our own HTML after this block.
  func insertBlockAfter(_ html: [UInt8]) {
    guard let node = unsafe Node.made(CMARK_NODE_HTML_BLOCK, html) else { return }
    if unsafe cmark_node_insert_after(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  /// Removes the space at the start of the text that follows.
  func dropFollowingBlank() {
    guard let next = unsafe cmark_node_next(pointer), unsafe cmark_node_get_type(next) == CMARK_NODE_TEXT,
      let literal = unsafe cmark_node_get_literal(next), unsafe literal[0] == 0x20
    else { return }
    let rest = unsafe String(cString: literal + 1)
    _ = unsafe cmark_node_set_literal(next, rest)
  }

  /// Turns HTML that somebody wrote into plain text, so that none of their words are lost.
  func becomeText() {
    let isBlock = unsafe cmark_node_get_type(pointer) == CMARK_NODE_HTML_BLOCK
    guard let text = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return }
    unsafe cmark_node_set_literal(text, cmark_node_get_literal(pointer))
    if isBlock, let paragraph = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH) {
      unsafe cmark_node_append_child(paragraph, text)
      unsafe cmark_node_insert_before(pointer, paragraph)
    } else {
      unsafe cmark_node_insert_before(pointer, text)
    }
    unsafe remove()
  }

  /// Makes a heading one of the third level, below the sections of a page.
  func becomeSubheading() { _ = unsafe cmark_node_set_heading_level(pointer, 3) }

  /// Removes the node and everything in it from the tree.
  ///
  /// Never call it for a block whose children stay: their text is in the memory of the block.
  func remove() {
    unsafe cmark_node_unlink(pointer)
    unsafe cmark_node_free(pointer)
  }

  private func insertBefore(_ type: cmark_node_type, _ html: [UInt8]) {
    guard let node = unsafe Node.made(type, html) else { return }
    if unsafe cmark_node_insert_before(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  private static func made(_ type: cmark_node_type, _ html: [UInt8]) -> OpaquePointer? {
    guard let node = unsafe cmark_node_new(type) else { return nil }
    unsafe (html + [0]).withUnsafeBytes {
      _ = unsafe cmark_node_set_literal(node, $0.bindMemory(to: CChar.self).baseAddress)
    }
    return unsafe node
  }
}
