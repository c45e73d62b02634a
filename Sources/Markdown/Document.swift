import CMarkGFM
import Glibc
import Synchronization

/// A parsed Markdown document; the only type that holds pointers of libcmark-gfm.
@safe
struct Document: ~Copyable {
  private let root: OpaquePointer
  private let options: Int32

  /// The library's registry of extensions is not thread-safe, so it is filled once, through a global.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Held by whoever parses a text with a tilde.
  ///
  /// The library has one table, for all threads, of the characters at which a text may hold more than text. A parser with
  /// the extension for `~~` puts the tilde in when it begins with the texts of its blocks and takes it out when it is done,
  /// so that another one would read `~~` as two signs from then on.
  private static let tilde = Mutex(())

  /// Parses UTF-8 text with strikethrough and, where wanted, tables.
  init(_ source: [UInt8], tables: Bool) {
    _ = Document.registration
    // Raw HTML is excluded; invalid UTF-8 becomes U+FFFD before anything else looks at it.
    options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
    guard let parser = unsafe cmark_parser_new(options) else { preconditionFailure("cmark makes a parser or aborts") }
    defer { unsafe cmark_parser_free(parser) }
    if tables { unsafe Self.attach("table", to: parser) }
    let hasTilde = source.contains(UInt8(ascii: "~"))
    if hasTilde { unsafe Self.attach("strikethrough", to: parser) }
    unsafe source.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    // Without a tilde the extension would find nothing, and the table is nobody's business.
    let finished =
      if hasTilde {
        Self.tilde.withLock { _ in unsafe Int(bitPattern: cmark_parser_finish(parser)) }
      } else {
        unsafe Int(bitPattern: cmark_parser_finish(parser))
      }
    guard let root = unsafe OpaquePointer(bitPattern: finished) else { preconditionFailure("cmark finishes or aborts") }
    unsafe self.root = root
  }

  private static func attach(_ name: String, to parser: OpaquePointer) {
    guard let found = unsafe cmark_find_syntax_extension(name) else {
      preconditionFailure("libcmark-gfm lacks an extension that it is shipped with")
    }
    _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  /// The nodes that pages and notes handle specially, parents before their children.
  var nodes: [Node] {
    var nodes: [Node] = unsafe []
    guard let iterator = unsafe cmark_iter_new(root) else { return unsafe nodes }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return unsafe nodes }
      guard event == CMARK_EVENT_ENTER, let pointer = unsafe cmark_iter_get_node(iterator) else { continue }
      let node = unsafe Node(pointer: pointer)
      if unsafe node.isSpecial { unsafe nodes.append(node) }
    }
  }

  /// Appends the document as HTML; without `keepingHTML`, HTML nodes are left out.
  func appendHTML(to output: inout [UInt8], keepingHTML: Bool) {
    // This disables the library's own list of unsafe addresses; `LinkPolicy` is stricter.
    let options = keepingHTML ? options | CMARK_OPT_UNSAFE : options
    guard let html = unsafe cmark_render_html(root, options, nil) else { return }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(html) }
    unsafe appendTidied(UnsafeRawBufferPointer(start: html, count: strlen(html)), to: &output)
  }
}
