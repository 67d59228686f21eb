package whatnow;

/** Starts the product. */
public final class Whatnow {

    public static void main(String[] arguments) {}

    private Whatnow() {}
}
