package whatnow.chat.door;

/** Addresses as somebody might set them, for tests of other packages. */
public final class Addresses {

    public static Address set(String address) {
        return new Address(address);
    }

    private Addresses() {}
}
