import BuiltInTemplates

/// The English words that come with Vigie.
enum English {
  static let text = String(
    decoding: BuiltInTemplates.files.first { $0.name == "words/en.yml" }?.bytes ?? [], as: UTF8.self)
}
