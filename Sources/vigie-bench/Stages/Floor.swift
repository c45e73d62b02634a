import CMarkGFM
import Foundation
import Glibc

/// The least that a page can cost: libcmark-gfm on the same Markdown, and the page's bytes written to a file.
struct Floor {
  private let folder: String

  /// Creates the folder for the files.
  init(folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    cmark_gfm_core_extensions_ensure_registered()
    self.folder = folder
  }

  /// Parses and renders with the extensions of pages; returns the number of bytes rendered.
  func render(_ markdown: [UInt8]) -> Int {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE
    guard let parser = cmark_parser_new(options) else { return 0 }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      cmark_find_syntax_extension(name).map { _ = cmark_parser_attach_syntax_extension(parser, $0) }
    }
    markdown.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return 0 }
    defer { cmark_node_free(root) }
    guard let html = cmark_render_html(root, options, nil) else { return 0 }
    defer { free(html) }
    return strlen(html)
  }

  /// Writes the bytes of a page to its own file.
  func write(_ bytes: [UInt8], page: Int) throws {
    let descriptor = open("\(folder)/\(page).html", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FloorFailure() }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw FloorFailure() }
      written += count
    }
  }

  /// Removes the files, so that they need not reach the disk during the next measurement.
  func remove() throws { try FileManager.default.removeItem(atPath: folder) }
}

/// A failed write to the disk.
struct FloorFailure: Error {}
