import Foundation

// schedule-bench                      answers JSON lines (see Protocol.swift) schedule-bench replay
// FILE [SPAN]   replays a table of `source<TAB>seconds` and prints the delays;
// SPAN: only sources that published over so many days
let arguments = CommandLine.arguments
if arguments.count >= 3, arguments[1] == "replay" {
  let span = arguments.count > 3 ? Double(arguments[3]) ?? 0 : 0
  exit(Replay.run(file: arguments[2], span: span))
} else if arguments == [arguments[0], "scaling"] {
  exit(Scaling.run())
} else if arguments.count == 1 {
  var session = Session()
  while let line = readLine() {
    // Not buffered: the other side waits for each answer, to an empty line, too.
    FileHandle.standardOutput.write(Data((session.answer(line) + "\n").utf8))
  }
} else {
  print("usage: schedule-bench [replay FILE [SPAN_IN_DAYS] | scaling]")
  exit(2)
}
