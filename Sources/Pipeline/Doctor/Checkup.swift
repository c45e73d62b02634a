import Engines
import FoundationEssentials
import Glibc
import Health
import Ledger
import Portfolio

/// What the program finds where it runs: what is there, and what is amiss.
public struct Checkup: Sendable {
  /// One thing that was looked at.
  public struct Line: Sendable {
    /// What it is.
    public let name: String
    /// What was found, or what to do.
    public let text: String
    /// Whether work will fail because of it.
    public let isFault: Bool

    init(_ name: String, _ text: String, isFault: Bool = false) {
      self.name = name
      self.text = text
      self.isFault = isFault
    }
  }

  /// Everything that was looked at.
  public let lines: [Line]

  /// A portfolio smaller than this much free space has no room for a second site beside the first.
  private static let leastFreeBytes = 100 << 20

  /// Looks at the program, the system and a portfolio.
  public init(of folder: PortfolioFolder) {
    lines = Self.program + Self.tools + Self.place(folder) + Self.record(folder) + [Self.clock(folder)]
  }

  private static var program: [Line] {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "unknown"
    let system = FileManager.default.contents(atPath: "/etc/os-release").flatMap { data in
      String(decoding: data, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
    }
    return [
      Line("program", "\(path), \(Tool.description.split(separator: "\n").joined(separator: "; "))"),
      Line("system", system.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } } ?? "Linux"),
      Line("libraries", linkedLibraries().joined(separator: ", ")),
    ]
  }

  private static var tools: [Line] {
    func tool(_ name: String, for use: String, package: String) -> Line {
      Line(use, findProgram(name) ?? "there is no \(name); apt-get install \(package)")
    }
    let zones = "/usr/share/zoneinfo"
    let engines = EnginePlaces.ofProcess
    return [
      tool("chromium", for: "browser for PDF", package: "chromium"),
      tool("pdftotext", for: "search of PDF", package: "poppler-utils"),
      tool("xdg-open", for: "browser for preview", package: "xdg-utils"),
      Line(
        "time zones",
        FileManager.default.fileExists(atPath: zones) ? zones : "there are none; apt-get install tzdata"),
      Line("drivers of engines", engines.drivers),
      Line("profiles of engines", engines.profiles),
    ]
  }

  private static func place(_ folder: PortfolioFolder) -> [Line] {
    guard folder.isFolder else { return [Line("portfolio", "there is no folder '\(folder.path)'", isFault: true)] }
    var lines = [
      Line(
        "portfolio",
        folder.isPortfolio
          ? folder.path : "'\(folder.path)' is none; make one to start from with: vigie init my-portfolio")
    ]
    let canWrite = access(folder.path, W_OK) == 0
    lines.append(
      Line(
        "writing", canWrite ? "allowed" : "'\(folder.path)' cannot be written by this user (\(getuid()))",
        isFault: !canWrite))
    var space = statvfs()
    if statvfs(folder.path, &space) == 0 {
      let free = Int(space.f_bavail) * Int(space.f_frsize)
      lines.append(Line("free space", "\(grouped(free >> 20)) MiB", isFault: free < leastFreeBytes))
    }
    return lines
  }

  private static func record(_ folder: PortfolioFolder) -> [Line] {
    do {
      guard let ledger = try folder.ledger() else { return [Line("ledger", "nothing has been published")] }
      let publications = try ledger.publications()
      return [Line("ledger", "\(folder.ledgerFile), \(counted(publications.count, "publication"))")]
    } catch {
      return [Line("ledger", "\(error)", isFault: true)]
    }
  }

  private static func clock(_ folder: PortfolioFolder) -> Line {
    let today = folder.today
    let newest = (try? folder.ledger()?.publishedWeeks().last?.asOf) ?? nil
    let late = newest.map { $0 > today.day } ?? false
    return Line(
      "clock",
      late
        ? "it says \(today.day), before the newest edition, which is as of \(newest.map { "\($0)" } ?? "")"
        : "\(today.day) in \(today.zone)",
      isFault: late)
  }
}
