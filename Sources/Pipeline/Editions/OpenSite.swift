import Files
import Ledger
import Publishing
import Snapshot

extension PortfolioFolder {
  /// Opens the folder of a site for writing, once it is known to be nothing else of the portfolio's.
  ///
  /// - Parameter inPlace: whether the folder must stay the same folder.
  func openSite(_ folder: String, inPlace: Bool = false) throws -> Publication {
    if let other = use(of: folder) {
      throw Refusal.nothingWritten(
        "'\(folder)' is \(other); give the site a folder of its own, such as \(self.site)")
    }
    return try Publication.open(folder, inPlace: inPlace)
  }

  /// The folders of a portfolio that hold other things than sites.
  private static let folders = ["data", "archive", "templates", "snapshots", "presets"]

  /// What else a folder is, however its path is spelled; nil where it may hold a site.
  private func use(of folder: String) -> String? {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let (parent, name) = SnapshotPlace.parted(trimmed)
    let around = parent.isEmpty ? "." : parent
    let site = Identity(trimmed)
    if Identity(around) == Identity(path), isReserved(name), !(site?.isFolder ?? false) {
      return "the place of the portfolio's \(name)"
    }
    let own = Self.folders.map { (name: $0, identity: Identity("\($0 == "data" ? dataPath : path)/\($0)")) }
    for place in chain(from: site == nil ? around : trimmed) {
      guard let found = own.first(where: { $0.identity == place }) else { continue }
      return "\(place == site ? "" : "inside ")the portfolio's \(found.name)/"
    }
    guard let site else { return nil }
    for start in [path, dataPath] where chain(from: start).contains(site) {
      return Identity(start) == site ? "the portfolio itself" : "a folder around the portfolio"
    }
    return nil
  }

  /// Whether a name in the portfolio is that of something else than a site.
  private func isReserved(_ name: String) -> Bool {
    let files = ["vigie.yml", "model.yml", Ledger.fileName, SnapshotRegister.fileName]
    return Self.folders.contains(name) || files.contains { name == $0 || name.hasPrefix("\($0)-") }
  }

  /// A folder and all folders around it.
  private func chain(from start: String) -> [Identity] {
    var chain: [Identity] = []
    var place = start
    while let identity = Identity(place), chain.last != identity {
      chain.append(identity)
      place += "/.."
    }
    return chain
  }
}
