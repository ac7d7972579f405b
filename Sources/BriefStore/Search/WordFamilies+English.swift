extension WordFamilies {
  static let english = SpellingTable(
    """
    buy bought buying
    sell sold selling sale
    hold held holding
    meet met meeting
    lead led leading
    leave left leaving
    send sent sending
    spend spent spending
    build built building
    lend lent lending
    lose lost losing loss
    win won winning
    fight fought fighting
    bring brought bringing
    seek sought seeking
    teach taught teaching
    think thought thinking
    catch caught catching
    feel felt feeling
    keep kept keeping
    say said saying
    pay paid paying payment
    make made making
    take took taken taking
    give gave given giving
    go went gone going
    come came coming
    become became becoming
    begin began begun beginning
    break broke broken breaking
    speak spoke spoken speaking
    choose chose chosen choice
    drive drove driven driving
    write wrote written writing
    rise rose risen rising
    fall fell fallen falling
    grow grew grown growth
    know knew known
    throw threw thrown
    draw drew drawn
    fly flew flown flight
    see saw seen
    show showed shown
    find found finding
    stand stood standing
    understand understood
    withdraw withdrew withdrawn withdrawal
    withhold withheld
    forbid forbade forbidden
    freeze froze frozen
    steal stole stolen
    strike struck striking
    hang hung
    sink sank sunk
    run ran running
    tell told telling
    get got gotten
    have has had
    arise arose arisen
    man men
    woman women
    child children
    person people persons
    crisis crises
    analysis analyses
    die died dying death
    agree agreed agrees agreement
    free freed freedom
    half halves
    close closed closing closure closures
    history historical historian historians
    election elections electoral
    president presidential presidency
    ban bans banned banning
    cut cuts cutting
    school schools schooling
    foot feet
    mouse mice
    tooth teeth
    life lives
    wife wives
    wolf wolves
    shoot shot shooting
    deal dealt dealing
    mean meant
    bear bore borne born
    swear swore sworn
    sit sat sitting
    sing sang sung singing
    shrink shrank shrunk
    hide hid hidden hiding
    sleep slept
    sweep swept
    feed fed feeding
    flee fled fleeing
    dig dug
    bind bound binding
    shake shook shaken
    overthrow overthrew overthrown
    undergo underwent undergone
    undertake undertook undertaken
    overcome overcame
    rebuild rebuilt
    repay repaid repayment
    foresee foresaw foreseen
    uphold upheld
    beat beaten
    lay laid
    light lit
    """,
    shortestStem: shortestStem)
}
