import Markdown

/// The HTML of a page.
func page(_ markdown: String, figures: [String] = []) -> String {
  var output: [UInt8] = []
  renderPage(Array(markdown.utf8), figures: figures.map { Array($0.utf8) }, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// The HTML of a note.
func note(_ markdown: String) -> String {
  String(decoding: Note(markdown).html, as: UTF8.self)
}
