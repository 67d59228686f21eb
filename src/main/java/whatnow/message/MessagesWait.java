package whatnow.message;

/** A message was put into the outbox, and it is committed. It only wakes: the work itself is the row. */
record MessagesWait() {}
