package whatnow.knowledge;

/**
 * A link or a picture of an article, as its author wrote it. Links to the web are left out.
 *
 * @param to a path, an id or, between double brackets, a title; the section too, and nothing else within the article
 * @param section in which it stands; empty above the first heading
 * @param line in the file, from 1
 */
public record WrittenLink(Kind kind, String to, String section, int line) {

    public enum Kind {
        LINK,
        WIKI,
        PICTURE
    }
}
