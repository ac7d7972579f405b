import BriefModel
import Testing

@testable import BriefParsing

struct FeedDateTests {
  @Test(arguments: [
    ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
    ("Mon, 8 Nov 2021 09:00:00 +0100", "2021-11-08T08:00:00Z"),
    ("8 Nov 2021 09:00 EST", "2021-11-08T14:00:00Z"),
    ("Mon, 08 Nov 21 09:00:00 Z", "2021-11-08T09:00:00Z"),
    ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"),
    ("Thu, 05 Apr 2012 10:00:00 GMT+02:00", "2012-04-05T08:00:00Z"),
    ("Thu, 05 Apr 2012 10:00:00 Etc/GMT", "2012-04-05T10:00:00Z"),
    ("Jan 5 2012 10:00:00 GMT", "2012-01-05T10:00:00Z"),
    ("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z"),
    ("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"),
    ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
    ("2003-12-31T10:14:55.123-08:00", "2003-12-31T18:14:55Z"),
    ("2003-12-31T10:14Z", "2003-12-31T10:14:00Z"),
    ("2003-12-31 10:14:55", "2003-12-31T10:14:55Z"),
    ("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"),
    ("20031231T101455Z", "2003-12-31T10:14:55Z"),
    ("2003-12-31", "2003-12-31T00:00:00Z"),
    ("20031231", "2003-12-31T00:00:00Z"),
    ("2003-12", "2003-12-01T00:00:00Z"),
    ("2003", "2003-01-01T00:00:00Z"),
    ("03-12-31", "2003-12-31T00:00:00Z"),
    ("2003-335", "2003-12-01T00:00:00Z"),
    ("8 листопада 2021 р., 12:30", "2021-11-08T12:30:00Z"),
    ("8 лістапада 2021", "2021-11-08T00:00:00Z"),
    ("08 ноября 2021 г.", "2021-11-08T00:00:00Z"),
    ("8 listopada 2021", "2021-11-08T00:00:00Z"),
    ("pon., 8 lis 2021 10:00:00 +0100", "2021-11-08T09:00:00Z"),
    ("8. März 2021", "2021-03-08T00:00:00Z"),
    ("lundi 8 novembre 2021", "2021-11-08T00:00:00Z"),
    ("2021 m. lapkričio 8 d.", "2021-11-08T00:00:00Z"),
    ("November 8, 2021 3:05 pm", "2021-11-08T15:05:00Z"),
    ("November 8th, 2021", "2021-11-08T00:00:00Z"),
    ("08.11.2021", "2021-11-08T00:00:00Z"),
    ("11/28/2021 12:05 AM", "2021-11-28T00:05:00Z"),
    ("2004-05-28 오후 11:23:17", "2004-05-28T23:23:17Z"),
    ("2004년 05월 28일 01:31:15", "2004-05-28T01:31:15Z"),
    ("Tue, 5 Mar 2024 10:00:00 +0300 GMT", "2024-03-05T07:00:00Z"),
    ("Tue Mar 05 2024 10:00:00 GMT+0300 (MSK)", "2024-03-05T07:00:00Z"),
    ("2024-03-05 -0500", "2024-03-05T00:00:00Z"),
    ("5-Mar-2024", "2024-03-05T00:00:00Z"),
  ])
  func `a printed date is the moment that it means`(text: String, moment: String) {
    #expect(FeedDate(text)?.moment.rfc3339 == moment)
  }

  @Test(arguments: [
    "", " ", "yesterday", "31 February 2021", "2021-13-01", "2021-11-08T25:00:00Z", "0000-01-01",
    "Wed, 30 Nov -0001 00:00:00 +0000", "-0001-11-30T00:00:00+00:00",
    "Mon, 99 Nov 2021 10:00:00 GMT", "-1", "99999999999999999999", "12:30", "true", "Pi",
    String(repeating: "9", count: 200),
  ])
  func `what is no date is none`(text: String) {
    #expect(FeedDate(text) == nil)
  }

  /// The names of the months in a date, January first (Unicode CLDR), then those that stand alone or
  /// are cut where they differ.
  @Test(arguments: [
    "January February March April May June July August September October November December",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "студзень люты сакавік красавік траўня чэрвень ліпень жнівень верасень кастрычнік лістапад сьнежня",
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "január február március április május június július augusztus szeptember október november december",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "jan feb mar apr mai jun jul aug sep okt nov des",
    "ian feb mar apr mai iun iul aug sept oct nov dec",
    "jaan veebr märts apr mai juuni juuli aug sept okt nov dets",
  ])
  func `a month is read by its name in every language of the field`(names: String) {
    let names = names.split(separator: " ")
    let days = names.map { FeedDate("5 \($0) 2024")?.moment.day }
    #expect(days == names.indices.map { CalendarDate(year: 2024, month: $0 + 1, day: 5) })
  }

  @Test(arguments: [
    ("Mon, 8 Nov 2021 09:00:00 +0100", FeedDate.Confidence.stated),
    ("Mon, 8 Nov 2021 09:00:00", .zoneAssumed), ("2021-11-08", .zoneAssumed),
    ("03/04/2021", .guessed), ("8 Nov 21", .guessed), ("November 2021", .guessed),
  ])
  func `what was assumed lowers the confidence`(text: String, confidence: FeedDate.Confidence) {
    #expect(FeedDate(text)?.confidence == confidence)
  }
}
