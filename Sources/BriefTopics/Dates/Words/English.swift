extension DateVocabulary {
  static let english: [(String, [DateMeaning])] =
    months([
      "january jan januarys", "february feb februarys", "march mar marchs", "april apr aprils",
      "may mays", "june jun junes", "july jul julys", "august aug augusts",
      "september sept sep septembers", "october oct octobers", "november nov novembers",
      "december dec decembers",
    ])
    + weekdays([
      "monday mondays", "tuesday tuesdays", "wednesday wednesdays", "thursday thursdays",
      "friday fridays", "saturday saturdays", "sunday sundays",
    ])
    + cardinals([
      "one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ])
    + ordinals([
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
      "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty_first", "twenty_second",
      "twenty_third", "twenty_fourth", "twenty_fifth", "twenty_sixth", "twenty_seventh",
      "twenty_eighth", "twenty_ninth", "thirtieth", "thirty_first",
    ]) + [
      ("fourteen", [.halves(28)]), ("fifteen", [.halves(30)]), ("eighteen", [.halves(36)]),
      ("twenty", [.halves(40)]),
      ("thirty", [.halves(60)]), ("a_couple_of a_couple", [.halves(4)]),
      ("a_year_and_a_half one_and_a_half_years one_year_and_a_half", [.amount(18)]),
      ("half_a_year", [.amount(6)]), ("fortnight a_fortnight", [.amountOfDays(14)]),
      ("new_years_day", [.holiday(month: 1, day: 1)]),
      ("new_years_eve", [.holiday(month: 12, day: 31)]),
      ("autumns", [.season(.autumn)]), ("summers", [.season(.summer)]),
      ("winters", [.season(.winter)]), ("spring springtime", [.season(.spring)]),
      ("summer summertime summer_season", [.season(.summer)]),
      ("autumn", [.season(.autumn)]), ("fall", [.season(.autumn)]), ("winter", [.season(.winter)]),
      ("day days", [.unit(.day)]), ("week weeks", [.unit(.week)]),
      ("month months", [.unit(.month)]),
      ("quarter quarters", [.unit(.quarter), .quarter]), ("half", [.half]),
      ("half-year half_year", [.halfYear]), ("year years", [.unit(.year), .yearMark]),
      ("decade", [.unit(.decade), .decade]),
      ("q1", [.quarterNumber(1)]), ("q2", [.quarterNumber(2)]), ("q3", [.quarterNumber(3)]),
      ("q4", [.quarterNumber(4)]), ("h1", [.halfNumber(1)]), ("h2", [.halfNumber(2)]),
      (
        "early beginning start beginning_of start_of first_months_of the_first_months_of opening_months_of",
        [.part(.early)]
      ),
      ("mid middle middle_of midway_through", [.part(.middle)]),
      (
        "late end end_of close_of last_week_of final_week_of last_days_of the_last_week_of the_final_week_of the_last_days_of",
        [.part(.late)]
      ),
      (
        "start_of_the_school_year beginning_of_the_school_year the_new_school_year new_school_year",
        [.holiday(month: 9, day: 1)]
      ),
      ("year-end year_end years_end", [.partOfUnit(.late, .year)]),
      ("midyear mid-year", [.partOfUnit(.middle, .year)]),
      ("month-end month_end months_end", [.partOfUnit(.late, .month)]),
      ("this current the_current the_present", [.relative(0)]),
      ("next the_next the_following following this_coming", [.relative(1)]),
      ("coming the_coming", [.coming, .relative(1)]),
      ("last previous past the_previous the_last", [.relative(-1)]),
      ("yesterday yesterdays", [.relativeDay(-1)]), ("today", [.relativeDay(0)]),
      ("tomorrow tomorrows", [.relativeDay(1)]),
      ("the_day_before_yesterday", [.relativeDay(-2)]),
      ("the_day_after_tomorrow", [.relativeDay(2)]),
      ("christmas", [.holiday(month: 12, day: 25)]), ("the_new_year new_year", [.newYear]),
      (
        "by before until till no_later_than not_later_than due_by due_on due ahead_of prior_to "
          + "until_at_least till_at_least at_least_until up_to through at_the_latest_by by_no_later_than not_later_than_by",
        [.preposition(.by)]
      ),
      (
        "not_before no_earlier_than not_earlier_than no_sooner_than not_until",
        [.preposition(.notBefore)]
      ),
      (
        "from as_of starting starting_from starting_in starting_on beginning_on beginning_in as_from effective effective_from",
        [.preposition(.from)]
      ),
      ("since ever_since", [.preposition(.since)]), ("to", [.preposition(.to)]),
      ("in on at during over throughout as_early_as as_soon_as", [.preposition(.during)]),
      ("earlier_than sooner_than", [.preposition(.by)]),
      (
        "says_only now_says now_say speak_of speaks_of spoke_of speaking_of talk_of talks_of talked_of pencilled_in_for a_matter_of",
        [.preposition(.spokenOf)]
      ),
      ("for planned_for scheduled_for set_for slated_for", [.preposition(.forPeriod)]),
      (
        "within in_the_course_of over_the_next in_the_next over_the_coming in_the_coming in_under",
        [.preposition(.within)]
      ),
      ("in", [.preposition(.after)]), ("instead_of rather_than", [.preposition(.insteadOf)]),
      ("between", [.preposition(.between)]), ("and or", [.conjunction]),
      ("of", [.filler, .preposition(.about)]), ("the dated", [.filler]), ("ago", [.ago]),
      ("later after_that afterwards", [.later]), ("than", [.preposition(.comparedWith)]),
      (
        "at_the_turn_of around_the_turn_of on_the_turn_of", [.preposition(.between), .turn]
      ),
      (
        "turn_of_the_year", [.turnOfYear]
      ),
      ("the_month_is_over the_month_is_out the_month_ends", [.partOfUnit(.late, .month)]),
      ("the_year_is_over the_year_is_out the_year_ends", [.partOfUnit(.late, .year)]),
      ("the_week_is_over the_week_is_out the_week_ends", [.partOfUnit(.late, .week)]),
      ("the_quarter_is_over the_quarter_ends", [.partOfUnit(.late, .quarter)]),
      ("from_now time hence", [.hence]),
      ("weekend weekends", [.weekend]),
      ("about around roughly approximately some nearly almost", [.about]),
      ("another further more additional", [.further]),
      ("after following beyond", [.preposition(.afterwards)]), ("to_this_day", [.filler]),
      ("victory_day", [.holiday(month: 5, day: 9)]),
      ("first_ten_days_of the_first_ten_days_of", [.part(.early)]),
      ("last_ten_days_of final_days_of the_last_ten_days_of the_final_days_of", [.part(.late)]),
      ("thirteen", [.halves(26)]), ("sixteen", [.halves(32)]), ("twenty_four", [.halves(48)]),
      ("forty", [.halves(80)]), ("forty_five", [.halves(90)]), ("sixty", [.halves(120)]),
      ("ninety", [.halves(180)]), ("a_dozen", [.halves(24)]), ("several_dozen", [.filler]),
      ("easter easter_sunday", [.easter(isEastern: false)]),
      ("same_day that_same_day the_same_day", [.dayAfter(0)]),
      ("next_day following_day the_next_day the_following_day", [.dayAfter(1)]),
      ("the_whole_of all_of the_entire", [.preposition(.during)]), ("at_the_earliest", [.earliest]),
      ("at_the_latest", [.latest]), ("last_day_of final_day_of the_last_day_of", [.lastDay]),
    ]
}
