package whatnow.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Where the words go: a terminal gets text, a pipe gets JSON. */
final class Screen {

    /** The launcher tells, because Java cannot ask for standard output alone. */
    static boolean isTerminal() {
        var told = System.getenv("WHATNOW_TTY");
        return told == null ? System.console() != null && System.console().isTerminal() : told.equals("1");
    }

    static boolean wantsJson(boolean asked) {
        return asked || !isTerminal();
    }

    static Help.ColorScheme colours() {
        var plain = System.getenv("NO_COLOR") != null || !isTerminal();
        return Help.defaultColorScheme(plain ? Ansi.OFF : Ansi.AUTO);
    }

    @SuppressWarnings("SystemOut")
    static void say(String text) {
        System.out.print(text.endsWith("\n") ? text : text + "\n");
    }

    @SuppressWarnings("SystemOut")
    static void complain(String text) {
        System.err.println(text);
    }

    private Screen() {}
}
