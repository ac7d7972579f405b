/// A brief written for these tests on the pattern of the field: a lead, questions as headings, a
/// last section on what it means for one neighbour.
enum OwnDocument {
  static let text = """
    On 9 November, the Supreme State Council of the Union State of Russia and Belarus endorsed a \
    plan that contains 28 integration programmes, and both capitals announced a revised military \
    doctrine. The plan tightens the bond between the two economies and leaves less room for Minsk.

    What is in the 28 programmes?

    The programmes have been on the table for three years. They foresee a common agricultural and \
    industrial policy, a joint body for taxes, the Union State Committee for Tax Affairs, and the \
    approximation of customs and tax rates. A single gas market is to be established by 1 December \
    2023; a single market for oil and oil products and a single market for electricity are to \
    follow. None of the texts has been printed so far, and officials in Minsk speak of a long road. \
    The hardest parts were left for later, and the sides agreed that each of them keeps a veto.

    What does the military doctrine of the Union State change?

    The present doctrine dates from the time when both presidents were new in office. Its \
    successor is said to name the alliance to the west as the main source of tension. Minsk had \
    held back for years and kept its own contacts with NATO; after the summer of protests it no \
    longer could. The text itself is secret. What is known comes from short notes of the news \
    agencies and from the speeches that were held on the day of the meeting, and both are thin. \
    Joint exercises are likely to grow in number.

    What will the migration policy of the Union State be?

    The migration concept that was adopted along with the doctrine speaks of a uniform migration \
    space: the two interior ministries and the border services will share their files, and visas \
    will be recognised on both sides. The concept mentions irregular migration as a threat. The \
    document can serve as one more tool of pressure in the migration crisis at the border of \
    Belarus with its western neighbours. Work on the details is said to take a year.

    What does the integration of Belarus and Russia mean for Poland?

    The package gives Russia more say in the domestic affairs of its neighbour. Belarus will take \
    over Russian rules in many fields, and the independence of its government in conducting \
    macroeconomic policy will shrink. Poland should expect a larger military presence close to its \
    frontier and more difficulties in trade with Belarus. Military planners will have to reckon \
    with an area in which two armies act as one, and the countries on the eastern flank will ask \
    for more troops. Companies that buy and sell across the frontier should look at their contracts.
    """
}
