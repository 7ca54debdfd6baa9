package duijie.pages;

/**
 * What is wrong with a field of a form.
 *
 * @param field the id of the field on the page
 * @param sentence what is wrong and how to mend it
 */
public record Problem(String field, String sentence) {}
