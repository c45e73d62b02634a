import Files
import Glibc

/// Where drivers and connection profiles of ADBC are looked for, as its driver manager does.
public struct EnginePlaces: Sendable {
  /// What is looked for.
  enum Kind: String {
    case drivers, profiles
  }

  let environment: [String: String]

  /// Looks where the variables of an environment say.
  public init(environment: [String: String]) { self.environment = environment }

  /// Looks where the environment of this process says.
  public static var ofProcess: EnginePlaces {
    var variables: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
      }
      unsafe next += 1
    }
    return EnginePlaces(environment: variables)
  }

  /// The folders in their order: of the variable, of a Python or Conda environment, of the user, of the system.
  func folders(_ kind: Kind) -> [String] {
    let own = environment[kind == .drivers ? "ADBC_DRIVER_PATH" : "ADBC_PROFILE_PATH"] ?? ""
    let prefixes = ["VIRTUAL_ENV", "CONDA_PREFIX"].compactMap { set($0) }.map { "\($0)/etc/adbc/\(kind.rawValue)" }
    let user = set("XDG_CONFIG_HOME") ?? set("HOME").map { $0 + "/.config" }
    return own.split(separator: ":").map(String.init) + prefixes + (user.map { ["\($0)/adbc/\(kind.rawValue)"] } ?? [])
      + ["/etc/adbc/\(kind.rawValue)"]
  }

  private func set(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }

  /// The folders in which profiles and drivers are looked for, in words.
  public var words: String {
    "profiles are looked for in \(folders(.profiles).joined(separator: ", ")); drivers in "
      + folders(.drivers).joined(separator: ", ")
  }

  /// The drivers that are found, each with its library or what is amiss, and where they were looked for.
  public var drivers: String { listed(.drivers) { name throws(EngineProblem) in try driver(name).library } }

  /// The connection profiles that are found, each with its file, and where they were looked for.
  public var profiles: String { listed(.profiles) { name throws(EngineProblem) in try file(name, .profiles) } }

  /// What is found of a kind, by its name; of several files of one name the first is the one that counts.
  private func listed(_ kind: Kind, _ place: (String) throws(EngineProblem) -> String) -> String {
    let ending = ".toml"
    let names = Set(folders(kind).flatMap { (try? namesIfThere($0)) ?? [] }.filter { $0.hasSuffix(ending) })
      .map { String($0.dropLast(ending.count)) }.sorted()
    let found = names.map { name in
      do throws(EngineProblem) {
        let place = try place(name)
        return unsafe "\(name) (\(place)\(access(place, R_OK) == 0 ? "" : ", which is not there"))"
      } catch {
        return "\(name) (\(error.words))"
      }
    }
    return (found.isEmpty ? "none" : found.joined(separator: ", "))
      + "; looked in \(folders(kind).joined(separator: ", "))"
  }

  /// The TOML file of a name, or at an absolute path.
  func file(_ name: String, _ kind: Kind) throws(EngineProblem) -> String {
    if name.hasPrefix("/") {
      guard unsafe access(name, R_OK) == 0 else { throw EngineProblem("there is no file \(name) that can be read") }
      return name
    }
    let what = kind == .drivers ? "driver" : "profile"
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")), !name.hasPrefix(".") else {
      throw EngineProblem(
        "'\(name)' is no name of a \(what); write a plain name or an absolute path", isOfSettings: true)
    }
    let folders = folders(kind)
    let places = folders.map { folder in "\(folder)/\(name).toml" }
    guard let found = places.first(where: { unsafe access($0, R_OK) == 0 }) else {
      throw EngineProblem(
        "there is no \(what) \(name).toml; looked in \(folders.joined(separator: ", "))", isOfSettings: true)
    }
    return found
  }

  /// The values of a TOML file.
  func values(_ path: String) throws(EngineProblem) -> [String: TOMLValue] {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try OpenFile.toReadAll(path).contents() } catch {
      throw EngineProblem("\(path) cannot be read: \(error.reason)")
    }
    do throws(TOMLFault) { return try TOMLReader.values(String(decoding: bytes, as: UTF8.self)) } catch {
      throw EngineProblem("\(path):\(error.line): \(error.words)")
    }
  }
}
