"""Small numbers as minutes write them out."""

BELOW_TWENTY = {
    word: number
    for number, word in enumerate(
        (
            *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        )
    )
}
