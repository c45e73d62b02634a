/// Whose pages they are.
public struct SiteBrand: Sendable {
  /// The picture `logo.png` at the root of the site, as large as pages show it.
  public struct Logo: Sendable {
    /// In pixels.
    public let width: Int
    /// In pixels.
    public let height: Int

    /// Takes the size in pixels.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  let name: String
  let footer: String
  let logo: Logo?
  let hasStyle: Bool

  /// Takes texts, which are empty for none, and whether `brand.css` lies at the root of the site.
  public init(name: String = "", footer: String = "", logo: Logo? = nil, hasStyle: Bool = false) {
    self.name = name
    self.footer = footer
    self.logo = logo
    self.hasStyle = hasStyle
  }
}
