public import Findings
public import Health
public import Review

/// A portfolio folder as it was on a day: settings, models, evidence and judgement.
public struct Portfolio: Sendable {
  /// What `vigie.yml` decides.
  public let settings: Settings
  /// What `model.yml` says, or the model that comes with Vigie.
  public let models: Models
  /// The text that the models were read from.
  public let modelText: String
  /// The evidence, which may be scored.
  public let evidence: Evidence
  /// For each account, the index of its segment.
  public let segmentOf: [Int]
  /// What people say; never scored.
  public let judgement: Judgement
  /// What customers may read.
  public let customerMaterial: CustomerMaterial
  /// What arrived and how much of it could be used.
  public let quality: DataQuality
  /// Every file that was read.
  public let inputs: [PortfolioInput]
  /// The spelling of each of our own people that is shown.
  let people: PersonNames
}

/// Why a portfolio cannot be reported on, with everything else that was found.
public struct LoadFailure: Error, Sendable {
  /// All findings of the run, including those that stopped it.
  public let findings: [Finding]
  /// The rows read until it stopped.
  public let rows: DataQuality.Rows
}

/// The name of the file with the settings.
public let settingsName = Settings.fileName
