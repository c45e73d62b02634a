import Portfolio

/// The files of a portfolio to start from, which come with the program.
let starter: [(name: String, bytes: [UInt8])] = [
  ("vigie.yml", PackageResources.vigie_yml),
  ("model.yml", Array(defaultModel.utf8)),
  ("data/accounts.csv", PackageResources.accounts_csv),
  ("data/measures.csv", PackageResources.measures_csv),
  ("data/sentiment.csv", PackageResources.sentiment_csv),
  ("data/touchpoints.csv", PackageResources.touchpoints_csv),
  ("data/notes/A-001.md", PackageResources.A_001_md),
  ("data/plans.csv", PackageResources.plans_csv),
  // Two resources of one name would be one.
  ("data/customer/A-001.md", PackageResources.A_001_customer_md),
]
