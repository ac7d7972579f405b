/// The numbers of what is learned of a source. Found by replaying traces of real changes: tuned on
/// all of them and looked at again on either half, so that other traces may do somewhat worse.
enum RhythmPolicy {
  /// Seconds over which the recent publications fade, one memory each: from a burst (several
  /// entries of one morning) to a busy week.
  static let timeScales: [Double] = [300, 1_200, 3_600, 14_400, 86_400, 604_800]
  /// Time scales after which a memory is taken to be nothing: less than a billionth is left.
  static let faded = 21.0
  /// Memories at least this long follow the hour of the day: a busy day is quiet at night too.
  static let dailyFrom: Double = 14_400
  /// Seconds over which the overall rate fades: six weeks.
  static let slow: Double = 42 * 86_400
  /// Seconds over which the habits fade: six weeks, so that a summer break is forgotten by autumn.
  static let habit: Double = 42 * 86_400
  /// What a source of which nothing is known is taken to publish, a second: three in ten days.
  static let rate: Double = 0.3 / 86_400
  /// Seconds of imagined observation that this rate is worth.
  static let rateSeconds: Double = 5 * 86_400
  /// Publications that the habit of all sources together is worth against one source's own.
  static let sharedCredit: Double = 50
  /// Imagined publications, spread evenly, that smooth a habit.
  static let hourOfDay = 4.0
  static let hourOfWeek = 8.0
  static let dayOfWeek = 5.0
  static let tenMinutes = 6.0
  static let minuteOfHour = 10.0
  /// Newest publications of one poll that are looked at; an archive of 10,000 teaches no more.
  static let mostAtOnce = 1_000
  /// Publications that a memory may hold; a number beyond it was written by nobody of ours.
  static let mostCounted: Float = 1e9
  /// How far back the dates of a first poll are believed to tell the present habit: eight weeks.
  static let history: Int64 = 56 * 86_400
  /// Of a first poll's dates that lie further back, so many count: what a feed without an archive
  /// shows.
  static let mostOld = 20
}

/// The explanations among which each publication's credit is divided. Each says how many
/// publications a second it expects; the mixture of all is the forecast.
enum RhythmComponent {
  static let flat = 0
  static let hourOfDay = 1
  static let hourOfWeek = 2
  /// One for each of `RhythmPolicy.timeScales`.
  static let recent = 3
  /// Those of `recent` that fade within hours.
  static let short = 3..<7
  static let minuteOfHour = 9
  static let tenMinutes = 10
  /// What is expected of a source of which nothing is known.
  static let unknown = 11
  static let count = 12

  /// What each foretold in the traces, in hundredths: where all sources together begin.
  static let usual: [Double] = [4, 4, 3, 18, 12, 11, 15, 13, 3, 8, 5, 4]
}
