/// The model for portfolios without one.
public let defaultModel = String(decoding: PackageResources.default_model_yml, as: UTF8.self)
