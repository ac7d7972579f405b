/// The version of the programs, as `--version` and the User-Agent say it.
package enum ProgramVersion {
  package static let number = "0.1.0"
}
