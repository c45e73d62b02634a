/// Which engine is meant, as the settings say it: a connection profile, or a driver, with options.
public struct EngineAddress: Hashable, Sendable {
  /// The name of the connection profile, or its absolute path; nil without one.
  public let profile: String?
  /// The name of the driver, or its absolute path; nil where the profile names it.
  public let driver: String?
  /// Options of the database by name; `{{ env_var(NAME) }}` in a value stands for a variable of the environment.
  public let options: [String: String]

  /// Names an engine.
  public init(profile: String? = nil, driver: String? = nil, options: [String: String] = [:]) {
    self.profile = profile
    self.driver = driver
    self.options = options
  }

  /// What messages and lists of sources call the engine.
  public var name: String {
    let whole = profile ?? driver ?? ""
    let last = whole.split(separator: "/").last.map(String.init) ?? whole
    for ending in [".toml", ".so"] where last.hasSuffix(ending) { return String(last.dropLast(ending.count)) }
    return last
  }

  /// Whether an option of this name holds what nobody may read.
  public static func isSecret(_ option: String) -> Bool {
    let words = [
      "password", "passwd", "passphrase", "pwd", "token", "secret", "private_key", "pkcs8", "api_key", "credential",
    ]
    let name = option.lowercased()
    return words.contains { name.contains($0) } && !name.hasSuffix("_file") && !name.hasSuffix("_path")
  }

  /// The password in an address such as `postgresql://user:password@host/db`, or behind `password=`; nil without one.
  public static func password(in value: String) -> String? {
    if let match = value.firstMatch(of: /:\/\/[^\/@:]*:([^@\/]+)@/) { return String(match.output.1) }
    return value.firstMatch(of: /(?i)(?:password|pwd|token|secret)\s*=\s*'?([^'&;\s]+)/).map { String($0.output.1) }
  }
}

/// A driver with what it needs to open a database.
public struct EngineConnection: Sendable {
  /// What messages call the engine.
  public let name: String
  /// Where its connection profile was found.
  public let profile: String?
  /// Where its driver was found.
  public let library: String
  let entryPoint: String
  let options: [(key: String, value: TOMLValue)]
  /// What no message may show.
  let secrets: [String]
}

extension EnginePlaces {
  /// Finds profile and driver of an engine.
  public func connection(_ address: EngineAddress) throws(EngineProblem) -> EngineConnection {
    var options: [String: TOMLValue] = [:]
    var driver = address.driver
    var profilePath: String?
    if let profile = address.profile {
      let path = try file(profile, .profiles)
      profilePath = path
      let values = try values(path)
      guard values["profile_version"] ?? values["version"] == .integer(1) else {
        throw EngineProblem("\(path): the profile has no line profile_version = 1")
      }
      driver = driver ?? values["driver"]?.text
      for (key, value) in values {
        for table in ["Options.", "options."] where key.hasPrefix(table) {
          options[String(key.dropFirst(table.count))] = value
        }
      }
    }
    for (key, value) in address.options { options[key] = .text(value) }
    guard let driver else { throw EngineProblem("\(profilePath ?? ""): the profile names no driver") }
    let found = try self.driver(driver)
    if found.library.contains("snowflake"), options[Self.snowflakePrecision] == nil {
      options[Self.snowflakePrecision] = .text("microseconds")
    }
    var secrets: [String] = []
    var read: [(key: String, value: TOMLValue)] = []
    for (key, value) in options.sorted(by: { $0.key < $1.key }) {
      guard let text = value.text else {
        read.append((key, value))
        continue
      }
      let filled = try filled(text, key)
      if filled != text || EngineAddress.isSecret(key) { secrets.append(filled) }
      if let password = EngineAddress.password(in: filled) { secrets.append(password) }
      read.append((key, .text(filled)))
    }
    return EngineConnection(
      name: address.name, profile: profilePath, library: found.library, entryPoint: found.entryPoint, options: read,
      secrets: secrets)
  }

  /// Without it a moment such as 9999-12-31 comes in nanoseconds, which do not reach beyond the year 2262.
  private static let snowflakePrecision = "adbc.snowflake.sql.client_option.max_timestamp_precision"

  /// The shared library of a driver and the function that begins it.
  func driver(_ name: String) throws(EngineProblem) -> (library: String, entryPoint: String) {
    let usual = "AdbcDriverInit"
    if name.hasPrefix("/"), !name.hasSuffix(".toml") { return (try file(name, .drivers), usual) }
    let manifest = try file(name, .drivers)
    let values = try values(manifest)
    #if arch(arm64)
      let platform = "linux_arm64"
    #else
      let platform = "linux_amd64"
    #endif
    guard let library = values["Driver.shared." + platform]?.text ?? values["Driver.shared"]?.text, !library.isEmpty
    else {
      throw EngineProblem("\(manifest): the manifest names no library for \(platform) under Driver.shared")
    }
    return (library, values["Driver.entrypoint"]?.text ?? usual)
  }

  /// A value with the variables of the environment that it names.
  private func filled(_ value: String, _ key: String) throws(EngineProblem) -> String {
    var filled = ""
    var rest = Substring(value)
    while let match = rest.firstMatch(of: /\{\{\s*env_var\(\s*([A-Za-z_][A-Za-z0-9_]*)\s*\)\s*\}\}/) {
      guard let text = environment[String(match.output.1)] else {
        throw EngineProblem(
          "the option \(key) takes the variable \(match.output.1) of the environment, which is not set")
      }
      filled += rest[..<match.range.lowerBound] + text
      rest = rest[match.range.upperBound...]
    }
    guard !rest.contains("{{") else {
      throw EngineProblem("the option \(key) has {{ in it; write it as {{ env_var(NAME) }}")
    }
    return filled + rest
  }
}
