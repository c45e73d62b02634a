import Foundation
import Testing

@testable import Engines

/// How drivers, profiles and secrets are found.
@Suite struct EngineAddressTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "engines-\(UUID().uuidString)")

  private func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func places(_ more: [String: String] = [:]) -> EnginePlaces {
    let own = ["ADBC_DRIVER_PATH": "\(folder.path)/a:\(folder.path)/b", "ADBC_PROFILE_PATH": "\(folder.path)/p"]
    return EnginePlaces(environment: own.merging(more) { $1 })
  }

  @Test func `folders are those of variable, Python, Conda, user and system, in this order`() {
    let places = places(["VIRTUAL_ENV": "/v", "CONDA_PREFIX": "/c", "HOME": "/h"])
    #expect(
      places.folders(.profiles) == [
        "\(folder.path)/p", "/v/etc/adbc/profiles", "/c/etc/adbc/profiles", "/h/.config/adbc/profiles",
        "/etc/adbc/profiles",
      ])
    #expect(
      EnginePlaces(environment: ["XDG_CONFIG_HOME": "/x"]).folders(.drivers) == [
        "/x/adbc/drivers", "/etc/adbc/drivers",
      ])
  }

  @Test func `a profile names a driver, whose manifest names its library and entry point`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      "[Driver]\nentrypoint = 'begin'\n[Driver.shared]\nlinux_amd64 = '/lib/w.so'\nlinux_arm64 = '/lib/w.so'",
      to: "b/wh.toml")
    try write(
      "profile_version = 1\ndriver = 'wh'\n[Options]\nuri = 'wh://me:{{ env_var(PW) }}@host'\nrows = 5\n",
      to: "p/main.toml")
    let address = EngineAddress(profile: "main", options: ["database": "crm"])
    let connection = try places(["PW": "hunter2"]).connection(address)
    #expect(connection.library == "/lib/w.so")
    #expect(connection.entryPoint == "begin")
    #expect(connection.options.map(\.key) == ["database", "rows", "uri"])
    #expect(connection.options.map(\.value) == [.text("crm"), .integer(5), .text("wh://me:hunter2@host")])
    #expect(EngineProblem("no hunter2 at wh://me:hunter2@host").hiding(connection.secrets).words == "no … at …")
    #expect(throws: EngineProblem("the option uri takes the variable PW of the environment, which is not set")) {
      try places().connection(address)
    }
  }

  @Test func `what is missing is told with where it was looked for`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("profile_version = 1\ndriver = 'none'", to: "p/main.toml")
    try write("driver = 'none'", to: "p/old.toml")
    try write("profile_version = 1\ndriver = none", to: "p/bad.toml")
    try write("name = 'x'", to: "a/empty.toml")
    let expected = [
      "main": "there is no driver none.toml; looked in \(folder.path)/a, \(folder.path)/b, /etc/adbc/drivers",
      "other": "there is no profile other.toml; looked in \(folder.path)/p, /etc/adbc/profiles",
      "old": "\(folder.path)/p/old.toml: the profile has no line profile_version = 1",
      "bad": "\(folder.path)/p/bad.toml:2: 'none' needs quotes",
      "../main": "'../main' is no name of a profile; write a plain name or an absolute path",
    ]
    for (name, words) in expected {
      let problem = #expect(throws: EngineProblem.self) { try places().connection(EngineAddress(profile: name)) }
      #expect(problem?.words == words)
    }
    let problem = #expect(throws: EngineProblem.self) { try places().connection(EngineAddress(driver: "empty")) }
    #expect(problem?.words.hasPrefix("\(folder.path)/a/empty.toml: the manifest names no library for linux_") ?? false)
  }

  @Test func `Snowflake gives microseconds unless the profile says otherwise`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("", to: "libadbc_driver_snowflake.so")
    let address = EngineAddress(driver: "\(folder.path)/libadbc_driver_snowflake.so")
    #expect(
      try places().connection(address).options.map(\.key) == [
        "adbc.snowflake.sql.client_option.max_timestamp_precision"
      ])
  }

  @Test(arguments: [
    ("password", true), ("adbc.snowflake.sql.auth_token", true),
    ("adbc.snowflake.sql.client_option.jwt_private_key", true),
    ("adbc.snowflake.sql.client_option.jwt_private_key_pkcs8_value", true), ("username", false), ("uri", false),
    ("private_key_path", false), ("key_file", false),
  ])
  func `an option is a secret by its name`(name: String, isSecret: Bool) {
    #expect(EngineAddress.isSecret(name) == isSecret)
  }

  @Test(arguments: [
    ("postgresql://me:pw1@host/db", "pw1"), ("postgresql://me@host:5432/db", nil),
    ("host=h password='pw2' user=u", "pw2"),
    ("grpc+tls://host:443", nil), ("https://h/?token=abc&x=1", "abc"), ("file.db", nil),
  ])
  func `a password is found in an address`(value: String, password: String?) {
    #expect(EngineAddress.password(in: value) == password)
  }
}
