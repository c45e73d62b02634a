/// The accounts that something happens to.
///
/// Each names only what makes it different; the rest comes from its profile.
/// `docs/example-portfolio.md` says on which pages each one appears.
var stories: [Account] { greenStories + turningStories + suddenStories }
