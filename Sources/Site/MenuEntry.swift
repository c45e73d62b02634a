/// A place in the navigation of every page.
struct MenuEntry: Hashable, Sendable {
  /// The name of its words, `nav_…` in a language file.
  let name: String
  /// The page that it leads to.
  let path: String
}
