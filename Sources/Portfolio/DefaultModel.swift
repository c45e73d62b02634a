/// The model for portfolios that bring none.
public let defaultModel = String(decoding: PackageResources.default_model_yml, as: UTF8.self)
