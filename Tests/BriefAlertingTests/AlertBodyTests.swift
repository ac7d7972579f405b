import BriefConfiguration
import BriefModel
import Testing

@testable import BriefAlerting

@Suite struct AlertBodyTests {
  @Test func `a change stands beside the alert's own members`() throws {
    let alert = AlertScene.alert(try AlertScene.change())
    let key = alert.key(store: AlertScene.store)
    let body = try AlertRendering.body(alert, store: AlertScene.store, key: key)
    #expect(
      body
        == AlertBody(
          type: "change",
          text: """
            {"schema":"brief-sync/alert/1","key":"00000000-0000-4000-8000-000000000001.r7.c2.desk",\
            "rule":"everything","type":"change","store":"00000000-0000-4000-8000-000000000001",\
            "revision":7,"time":"2023-11-14T22:13:20Z","kind":"revised",\
            "publication":{"id":"000102030405060708090a0b0c0d0e0f","source":"pism",\
            "title":"Gas market of the union state","link":"https://example.org/83",\
            "series":"Spotlight","number":"83/2021"},"version":2,"silent":true,"classes":["date"],\
            "differences":[{"class":"date","field":"text","before":"2023","after":"2024","offset":12,\
            "context_before":"by 1 December","context_after":"at the latest"}],"topics":["gas"],\
            "claims_moved":[],"published":null,"mentions":[]}
            """))
  }

  @Test func `a moved date and one that passed are told with both days and the words`() throws {
    let (old, new) = (
      try #require(CalendarDate(iso: "2023-12-01")), try #require(CalendarDate(iso: "2025-01-01"))
    )
    var alert = AlertScene.alert(try AlertScene.change())
    alert.moves = [
      ClaimMove(
        topic: TopicID("gas"), kind: .deadline, from: old, to: new, way: .edited, passage: "Now.")
    ]
    let body = try AlertRendering.body(alert, store: AlertScene.store, key: "k")
    let document = try #require(AlertDocument(body))
    let story = AlertStory(document, labels: AlertLabels(.english))
    #expect(
      story.facts.contains(
        AlertStory.Fact(label: "Date moved", value: "gas: 2023-12-01 -> 2025-01-01")))

    let statement = Deadline.Statement(
      said: old, publication: try AlertScene.change().publication, version: 1,
      text: "1 December 2023", passage: "The market\u{1b} opens by 1 December 2023.")
    let passed = Alert(
      rule: "dates", channel: ChannelID("desk"),
      subject: .deadline(
        DeadlineEvent(
          condition: .overdue, topic: TopicID("gas"), kind: .deadline, due: old, day: new,
          sources: [SourceID("pism")], last: statement)))
    let told = try AlertRendering.body(passed, store: AlertScene.store, key: "k")
    #expect(told.type == "claim")
    let tale = AlertStory(
      try #require(AlertDocument(told)), labels: AlertLabels(.polish))
    #expect(tale.headline == "gas: termin minął: 2023-12-01")
    #expect(tale.facts.contains { $0.value.contains("opens by 1 December 2023.") })
    #expect(!tale.facts.contains { $0.value.contains("\u{1b}") })
  }

  @Test func `a change is told with its day of publication and a passage for each topic`() throws {
    var alert = AlertScene.alert(try AlertScene.change())
    alert.published = Timestamp(seconds: 1_699_999_999)
    alert.mentions = [
      Mention(
        topic: TopicID("gas"), pattern: "gas market", field: .text, offset: 0, length: 3,
        passage: "The gas\u{1b} market opens.")
    ]
    let body = try AlertRendering.body(alert, store: AlertScene.store, key: "k")
    #expect(
      body.text.hasSuffix(
        #""published":"2023-11-14T22:13:19Z","mentions":[{"topic":"gas","passage":"The gas\u001b "#
          + #"market opens."}]}"#))
    let story = AlertStory(try #require(AlertDocument(body)), labels: AlertLabels(.polish))
    #expect(
      story.facts.contains(AlertStory.Fact(label: "Opublikowano", value: "2023-11-14T22:13:19Z")))
    #expect(story.facts.contains(AlertStory.Fact(label: "gas", value: "The gas market opens.")))
  }

  @Test func `a summary counts all changes and lists the first twenty`() throws {
    let change = try AlertScene.change(kind: .added)
    let alert = Alert(
      rule: "all", channel: ChannelID("desk"),
      subject: .summary(
        source: SourceID("pism"), reason: .firstPoll,
        changes: Array(repeating: change, count: 30)))
    let body = try AlertRendering.body(alert, store: AlertScene.store, key: "k")
    #expect(body.type == "summary")
    #expect(body.text.contains(#""source":"pism","count":30,"reason":"first-poll","changes":["#))
    #expect(body.text.split(separator: #""kind":"added""#).count == 21)
  }

  @Test func `a title of a megabyte is cut and stays text`() throws {
    let title = String(repeating: "ż", count: 500_000)
    let alert = AlertScene.alert(try AlertScene.change(title: title))
    let body = try AlertRendering.body(alert, store: AlertScene.store, key: "k")
    #expect(body.text.utf8.count < 4_000)
    #expect(body.text.contains("ż…"))
  }
}

@Suite struct TestAlertTests {
  @Test func `a test alert says that it is one, under a key of its own`() throws {
    let alert = try OutgoingAlert.test(
      of: ChannelID("desk"), store: AlertScene.store, at: Timestamp(seconds: 1_700_000_000))
    #expect(alert.key == "00000000-0000-4000-8000-000000000001.test.1700000000.desk")
    #expect(alert.body.text.contains(#""title":"A test of channel desk""#))
  }
}
