import Testing

@testable import BriefFetching

struct ProcessMemoryTests {
  @Test(arguments: [
    ("7f00-7f10 r-xp 00000000 fe:00 1610 /usr/bin/brief-syncd", UInt(0x7f00), 0x10),
    ("5555d000-5555f000 r-xp 00001000 fe:00 9 /opt/a b/lib.so", UInt(0x5555_d000), 0x2000),
  ]) func `code of a file may come back from it`(_ line: String, _ start: UInt, _ length: Int) {
    let range = ProcessMemory.codeRange(line)
    #expect(range?.start == start)
    #expect(range?.length == length)
  }

  @Test(arguments: [
    "7f00-7f10 rw-p 00000000 fe:00 1610 /usr/bin/brief-syncd",
    "7f00-7f10 rwxp 00000000 fe:00 1610 /usr/bin/brief-syncd",
    "7f00-7f10 r--p 00000000 fe:00 1610 /usr/bin/brief-syncd", "7f00-7f10 r-xp 00000000 00:00 0",
    "7ffe000-7fff000 r-xp 00000000 00:00 0 [vdso]", "7f10-7f00 r-xp 0 fe:00 1 /lib/c.so",
    "zz-7f00 r-xp 0 fe:00 1 /lib/c.so", "7f00 r-xp 0 fe:00 1 /lib/c.so", "",
  ]) func `what was written to, or lies in no file, is left alone`(_ line: String) {
    #expect(ProcessMemory.codeRange(line) == nil)
  }

  @Test func `a process goes on after it let go`() {
    ProcessMemory.letGo()
    #expect((1...10).map { "\($0)" }.joined(separator: " ") == "1 2 3 4 5 6 7 8 9 10")
  }
}
