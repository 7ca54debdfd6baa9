package duijie.pages;

/**
 * Something that went well, and where to go from there.
 *
 * @param href where to
 * @param label what that is called
 */
public record NoticePage(String heading, String sentence, String href, String label) {}
