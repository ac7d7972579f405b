import BriefCommands
import Glibc

// Does nothing, but is linked like brief-sync: what any of our programs costs before it does
// anything. The branch is there for the linker, which would leave out what nobody calls.
if CommandLine.arguments.count > 1_000 { exit(await Program.run([])) }
