package whatnow.message;

class InMemoryMessagesTest extends MessagesContract {

    final InMemoryMessages box = new InMemoryMessages();

    @Override
    Messages messages() {
        return box;
    }

    @Override
    Outbox outbox() {
        return box;
    }

    @Override
    void inTransaction(Runnable work) {
        work.run();
    }
}
