package whatnow.chat.words;

/** How a phrase colours what is said, or holds a sentence together. */
enum Cue implements Meaning {
    /** All of them, and so nothing works. */
    ALL,
    /** The clause says the opposite. */
    NOT,
    /** The clause says that it may be so. */
    PERHAPS,
    /** It may be so, and what is good may well not be: {@code not sure the backups are good}. */
    UNSURE,
    /** Of a share or a load: so high that it is too much. */
    HIGH,
    /** Of a queue: it gets longer. */
    GROWING,
    /** What was said just before does not hold if another thing follows. */
    CORRECTION,
    /** What was said just before does not hold. */
    RETRACTION,
    /** The same is said of this too. */
    TOO,
    /** Asks for something that is not in the sentence. */
    QUESTION,
    /** Asks for something to be done; what follows may still be so. */
    ORDER,
    /** Asks for something to be said or taken to be so. */
    COMMAND,
    /** Speaks of what would be; so does what follows in the sentence. */
    HYPOTHETICAL,
    /** Hypothetical as the first word: {@code had the db died}. */
    INVERTED,
    /** Hypothetical, unless it is told as past. */
    WHEN,
    /** Speaks of what is to come or is wished for. */
    FUTURE,
    /** Speaks of another day. */
    OTHER_DAY,
    /** Nothing in the message is so. */
    DRILL,
    /** Words of another language. */
    FOREIGN,
    /** Not what the plans are for: staging, a laptop. */
    ELSEWHERE,
    /** Now, and so no longer another day. */
    NOWADAYS,
    /** It goes on: {@code was down} may be over, {@code was down since 9} is not. */
    STILL,
    /** At the time at which it is said. */
    JUST,
    /** Begins another clause. */
    JOINT,
    /** Somebody says what follows: {@code grafana shows}. */
    SAYS,
    /** Stands before a place or a thing. */
    PLACING,
    /** The thing belongs to somebody whom no plan knows. */
    OTHERS,
    /** A monitor or a person that says things. */
    SENDER,
    /** Those for whom the services are there. */
    USERS,
    /** A person as subject: {@code we are back} is no service. */
    PERSON,
    /** Stands for what was named before. */
    PRONOUN,
    /** Named after a thing it means the thing: {@code pods}, {@code cluster}. */
    HEAD,
    /** Says nothing. */
    LIGHT,
    /** Says nothing by itself, and is no answer: {@code ok}. */
    INTERJECTION,
    WAS
}
