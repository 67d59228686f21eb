package whatnow.web;

import java.util.regex.Pattern;

/** Where to go after a form: a page of ours, never another site. */
public final class Back {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~/?=&%+#:,-]*");

    public static String to(String wanted) {
        return OURS.matcher(wanted).matches() ? wanted : "/";
    }

    /** Sends the browser there. */
    public static String redirect(String wanted) {
        return "redirect:" + to(wanted);
    }

    private Back() {}
}
