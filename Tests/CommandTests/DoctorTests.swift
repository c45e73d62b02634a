import Foundation
import Testing

/// `vigie doctor` and `vigie --version`.
@Suite struct DoctorTests {
  @Test func `the version names the formats of the files that are written`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["--version"], in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(try Regex(#"^0\.\d+\.\d+.*\nledger format \d+, archive format \d+\n$"#)))
  }

  @Test func `libraries say their versions, and a fresh portfolio is well`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["doctor", "p"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    for name in ["cmark-gfm 0.", "Expat 2.", "libyaml 0.", "libzip 1.", "SQLite 3.", "utf8proc 2.", "zlib 1."] {
      #expect(outcome.output.contains(name), "\(name)\n\(outcome.output)")
    }
    #expect(outcome.output.hasSuffix("\nall is well\n"), "\(outcome.output)")
  }

  @Test func `an edition of a day to come says that the clock is wrong`() throws {
    let folder = try StarterFolder()
    let slip = ["--accept", "future", "--accept", "no-accounts", "--reason", "why"]
    #expect(try Program.run(["publish", "p", "--as-of", "2062-11-16"] + slip, in: folder.url).status == 0)
    let outcome = try Program.run(["doctor", "p"], in: folder.url)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("before the newest edition, which is as of 2062-11-16\n"), "\(outcome.errors)")
  }

  @Test func `drivers and profiles are listed with what is amiss and where they were looked for`() throws {
    let folder = try StarterFolder()
    let manifest = "manifest_version = 1\n[Driver.shared]\nlinux_amd64 = \"LIBRARY\"\nlinux_arm64 = \"LIBRARY\"\n"
    for (name, library) in [("sound", "/etc/hostname"), ("gone", "/nowhere/lib.so"), ("empty", "")] {
      try folder.write(manifest.replacing("LIBRARY", with: library), to: "adbc/\(name).toml")
    }
    try folder.write("profile_version = 1\n", to: "profiles/warehouse.toml")
    let (drivers, profiles) = (folder.url.path + "/p/adbc", folder.url.path + "/p/profiles")
    let outcome = try Program.run(
      ["doctor", "p"], in: folder.url,
      environment: [
        "ADBC_DRIVER_PATH": drivers, "ADBC_PROFILE_PATH": profiles, "XDG_CONFIG_HOME": "/none", "VIRTUAL_ENV": "",
        "CONDA_PREFIX": "",
      ])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("empty (\(drivers)/empty.toml: the manifest names no library for linux_"))
    for words in [
      "gone (/nowhere/lib.so, which is not there), sound (/etc/hostname); looked in \(drivers), ",
      "  warehouse (\(profiles)/warehouse.toml); looked in \(profiles), /none/adbc/profiles, /etc/adbc/profiles\n",
    ] { #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)") }
  }

  @Test func `a ledger that is none is said`() throws {
    let folder = try StarterFolder()
    try folder.write("not a ledger, but long enough to be looked at as a file", to: "history.sqlite")
    #expect(try Program.run(["doctor", "p"], in: folder.url).status == 1)
  }
}
