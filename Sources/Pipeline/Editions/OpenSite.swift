import Files
import Publishing

extension PortfolioFolder {
  /// Opens the folder of a site for writing, once it is known to be nothing else of the portfolio's.
  ///
  /// - Parameter inPlace: whether the folder must stay the same folder.
  func openSite(_ folder: String, inPlace: Bool = false) throws -> Publication {
    if let site = Identity(folder), let other = use(of: site) {
      throw Refusal.nothingWritten(
        "'\(folder)' is \(other); give the site a folder of its own, such as \(self.site)")
    }
    return try Publication.open(folder, inPlace: inPlace)
  }

  /// What else a folder is, however its path is spelled; nil where it may hold a site.
  private func use(of folder: Identity) -> String? {
    for part in ["data", "archive", "templates", "snapshots"] where Identity("\(path)/\(part)") == folder {
      return "the portfolio's \(part)/"
    }
    for start in [path, dataPath] {
      var place = start
      while let identity = Identity(place), let around = Identity(place + "/..") {
        if identity == folder { return place == start ? "the portfolio itself" : "a folder around the portfolio" }
        if around == identity { break }
        place += "/.."
      }
    }
    return nil
  }
}
