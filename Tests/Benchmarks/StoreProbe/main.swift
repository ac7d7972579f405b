// Measures a store from inside one process. Each verb prints lines of words and numbers that the
// drivers beside it read; CPU is user and system time of this process.
//
//   StoreProbe search STORE REPEATS QUESTION...   CPU milliseconds of each question
//   StoreProbe take STORE FILE...                 records each file as a poll (lines: id TAB text)
//   StoreProbe read STORE REPEATS                 CPU milliseconds to read each version of one
//   StoreProbe record STORE COUNT                 new, unchanged and edited rows a second
//   StoreProbe index STORE                        builds the search index anew
//   StoreProbe write STORE SECONDS [PAUSE]        commits, and tells how long they took
//   StoreProbe ask STORE SECONDS                  asks questions at full speed
//   StoreProbe linger STORE SECONDS MS            stays so long in each of its snapshots, and is in
//                                                 one nearly always
//   StoreProbe hold STORE SECONDS                 stays in one snapshot until it is told to go

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  print("usage: StoreProbe search|take|read|record|index|write|ask|linger|hold STORE ...")
  exit(2)
}
let (verb, folder, rest) = (arguments[0], arguments[1], Array(arguments.dropFirst(2)))
let number = rest.first.flatMap { Int($0) } ?? 1

switch verb {
case "search": try Questions(folder: folder).search(rest.dropFirst(), repeats: number)
case "read": try Questions(folder: folder).read(repeats: number)
case "ask": try Sharing(folder: folder).ask(seconds: number)
case "linger":
  let pause = rest.dropFirst().first.flatMap { Int($0) } ?? 20
  try Sharing(folder: folder).linger(seconds: number, milliseconds: pause)
case "hold": try Sharing(folder: folder).hold(seconds: number)
case "write":
  let pause = rest.dropFirst().first.flatMap { Int($0) } ?? 0
  try await Sharing(folder: folder).write(seconds: number, pause: pause)
case "take": try await Recording(folder: folder).take(rest)
case "record": try await Recording(folder: folder).record(number)
case "index": try await Recording(folder: folder).index()
default: exit(2)
}
