import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct OfflineTests {
  /// A queue of `count` sources on hosts of their own that were all polled well, and are due again.
  private func healthy(_ count: Int) -> ScriptedQueue {
    var script = ScriptedQueue()
    for index in 0..<count {
      for id in script.add("s\(index)", host: "h\(index).example") {
        script.finish(id, .notModified)
      }
    }
    script.pass(seconds: 30)
    return script
  }

  private func fail(_ script: inout ScriptedQueue, _ ids: [String], _ failure: PollFailure) {
    for id in ids {
      script.handle(.syncRequested(SourceID(id)))
      script.finish(id, .failed(failure))
    }
  }

  @Test func `three hosts without an answer in a row are our network, and nobody is blamed`() {
    var script = healthy(5)
    fail(&script, ["s0", "s1"], .timeOut)
    #expect(script.state("s0")?.failures == 1)
    #expect(script.queue.offlineSince == nil)
    fail(&script, ["s2"], .name)
    #expect(script.queue.offlineSince == script.now.wall)
    for id in ["s0", "s1", "s2"] { #expect(script.state(id)?.failures == 0) }
    #expect(Set(script.recorded) == ["s0", "s1"])
    #expect(script.kinds("s1").contains(.offline))
  }

  @Test func `an answer in between, whatever it says, proves the network`() {
    var script = healthy(5)
    fail(&script, ["s0", "s1"], .timeOut)
    fail(&script, ["s3"], .status)
    fail(&script, ["s2"], .timeOut)
    #expect(script.queue.offlineSince == nil)
    #expect(script.state("s0")?.failures == 1)
  }

  @Test func `many sources of two dead hosts are the hosts' failure`() {
    var script = ScriptedQueue()
    for index in 0..<10 {
      script.add("s\(index)", host: index < 5 ? "x.example" : "y.example")
    }
    for _ in 0..<10 { for id in script.sleep() { script.finish(id, .notModified) } }
    for index in 0..<10 { script.finish("s\(index)", .notModified) }
    script.pass(seconds: 60)
    fail(&script, (0..<10).map { "s\($0)" }, .connection)
    #expect(script.queue.offlineSince == nil)
  }

  @Test func `offline, one probe at a time goes round the hosts, at most every five minutes`() {
    var script = healthy(5)
    script.handle(.networkWentAway)
    for index in 0..<5 { script.handle(.syncRequested(SourceID("s\(index)"))) }
    var probed: [String] = []
    var times: [Int64] = []
    for _ in 0..<100 where probed.count < 12 {
      let polls = script.sleep()
      #expect(polls.count <= 1)
      for id in polls {
        probed.append(id)
        times.append(script.now.uptime / 1000)
        script.pass(seconds: 10)
        script.finish(id, .failed(.timeOut))
      }
    }
    #expect(Set(probed.prefix(5)).count == 5)
    let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
    #expect(gaps.max() ?? 0 <= 310)
    #expect(gaps.suffix(3).allSatisfy { $0 >= 290 })
    for index in 0..<5 { #expect(script.state("s\(index)")?.failures == 0) }
    script.handle(.networkReturned)
    #expect(script.queue.offlineSince == nil)
    var back = Set<String>()
    for _ in 0..<10 { back.formUnion(script.sleep()) }
    #expect(back.count == 5)
  }

  @Test func `a probe that is answered ends it, and the late are spread`() {
    var script = healthy(50)
    script.handle(.networkWentAway)
    for index in 0..<50 { script.handle(.syncRequested(SourceID("s\(index)"))) }
    script.pass(seconds: 600)
    let probe = script.handle(.woke)
    #expect(probe.count == 1)
    #expect(script.finish(probe.first ?? "", .notModified).count <= 1)
    #expect(script.notes.suffix(2).contains(.networkBack))
    let began = script.now.uptime
    var polled = Set<String>()
    for _ in 0..<200 where polled.count < 49 {
      for id in script.sleep() {
        polled.insert(id)
        script.finish(id, .notModified)
      }
    }
    #expect(polled.count == 49)
    #expect(script.now.uptime - began <= 5_000)
  }

  @Test func `three dead publishers among the living are blamed the second time`() {
    var script = healthy(6)
    fail(&script, ["s0", "s1", "s2"], .name)
    #expect(script.queue.offlineSince != nil)
    script.pass(seconds: 20)
    var polls = script.handle(.syncRequested(SourceID("s4")))
    for _ in 0..<20 where script.queue.offlineSince != nil {
      for id in polls {
        let isDead = ["s0", "s1", "s2"].contains(id)
        script.finish(id, isDead ? .failed(.name) : .notModified)
      }
      polls = script.sleep()
    }
    #expect(script.queue.offlineSince == nil)
    for id in polls where id != "s4" { script.finish(id, .failed(.name)) }
    for _ in 0..<10 {
      for id in script.sleep() where ["s0", "s1", "s2"].contains(id) {
        script.finish(id, .failed(.name))
      }
    }
    #expect(script.queue.offlineSince == nil)
    #expect((0..<3).allSatisfy { (script.state("s\($0)")?.failures ?? 0) >= 1 })
  }

  @Test func `a local folder is polled while the network is gone and proves nothing`() {
    var script = healthy(3)
    script.handle(.networkWentAway)
    #expect(script.add("folder", host: "") == ["folder"])
    script.finish("folder", .notModified)
    #expect(script.queue.offlineSince != nil)
  }
}
