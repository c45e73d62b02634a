/// The brand shown on every page.
public struct SiteBrand: Sendable {
  /// The picture `logo.png` at the root of the site, with the size that pages show it in.
  public struct Logo: Sendable {
    /// The width in pixels.
    public let width: Int
    /// The height in pixels.
    public let height: Int

    /// Creates a logo with a size in pixels.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  let name: String
  let footer: String
  let logo: Logo?
  let hasStyle: Bool

  /// Creates a brand from texts, which are empty for none, and whether `brand.css` is at the root of the site.
  public init(name: String = "", footer: String = "", logo: Logo? = nil, hasStyle: Bool = false) {
    self.name = name
    self.footer = footer
    self.logo = logo
    self.hasStyle = hasStyle
  }
}
