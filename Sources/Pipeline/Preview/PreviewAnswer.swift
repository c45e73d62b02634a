import Findings
import FoundationEssentials
import Loopback
import Review

extension Preview {
  /// The answer to a request.
  ///
  /// The first part of every address is a secret, so that other people of the machine cannot read the site.
  ///
  /// - Parameter target: the path of the request with its query.
  func answer(_ target: String, secret: String) -> Answer {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let root = "/\(secret)/"
    guard let path = parts.first.flatMap(percentDecoded), path.hasPrefix(root) else {
      return .now(Response("403 Forbidden", "open the address that vigie preview printed"))
    }
    let name = String(path.dropFirst(root.count))
    let assets = [
      "": PackageResources.shell_html, "preview.js": PackageResources.preview_js,
      "preview.css": PackageResources.preview_css,
    ]
    if let asset = assets[name] { return .now(Response(type: mediaType(of: name), asset)) }
    if name == "state" {
      let after = parts.dropFirst().first.flatMap { Int($0.dropFirst("after=".count)) }
      return after == version ? .later : .now(Response(type: "application/json", state))
    }
    let site = "site/"
    do {
      guard name.hasPrefix(site), let bytes = try file(String(name.dropFirst(site.count))) else {
        return .now(Response("404 Not Found", "the draft has no such file"))
      }
      return .now(Response(type: mediaType(of: name), bytes))
    } catch {
      return .now(Response("500 Internal Server Error", "the file cannot be made: \(error)"))
    }
  }

  private struct State: Encodable {
    struct Told: Encodable {
      let place: String
      let text: String
    }

    let version: Int
    let pages: Int
    let errors: Int
    let findings: [Told]
    let refusal: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(version, forKey: .version)
      try container.encode(pages, forKey: .pages)
      try container.encode(errors, forKey: .errors)
      try container.encode(findings, forKey: .findings)
      // A missing key would be another thing than none.
      try container.encode(refusal, forKey: .refusal)
    }

    enum CodingKeys: CodingKey {
      case version, pages, errors, findings, refusal
    }
  }

  /// How it stands, as the frame round the pages shows it.
  private var state: [UInt8] {
    var errors = 0
    let told = notices.map { notice -> State.Told in
      switch notice {
      case .finding(let finding):
        if finding.severity == .error { errors += 1 }
        return State.Told(place: finding.place, text: "\(finding.severity.rawValue): \(finding.message)")
      case .held(let kind, let words, _): return State.Told(place: "guard \(kind.rawValue)", text: words)
      case .gate(_, _, let words): return State.Told(place: "gate", text: words)
      case .line(let line): return State.Told(place: "", text: line)
      }
    }
    let state = State(version: version, pages: pagesVersion, errors: errors, findings: told, refusal: refusal)
    return (try? JSONEncoder().encode(state)).map(Array.init) ?? []
  }
}

/// The media type of a file of the site or of the frame round it, which has no name.
private func mediaType(of name: String) -> String {
  switch name.split(separator: ".").last {
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "json": "application/json"
  case "csv": "text/csv; charset=utf-8"
  case "txt": "text/plain; charset=utf-8"
  case "xml": "application/xml"
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "webp": "image/webp"
  default: "text/html; charset=utf-8"
  }
}
