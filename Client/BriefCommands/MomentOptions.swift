import ArgumentParser

/// Which moment is asked about.
struct MomentOptions: ParsableArguments {
  @Option(help: "Answer as the store would have then: 2024-05-01, \"2 weeks ago\".")
  var asOf: String?
}
