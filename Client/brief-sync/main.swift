import BriefCommands
import Glibc

// Everything is in BriefCommands, where tests can reach it.
exit(await Program.run(Array(CommandLine.arguments.dropFirst())))
