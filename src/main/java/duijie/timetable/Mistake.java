package duijie.timetable;

/**
 * Something wrong with a task.
 *
 * @param pointer where it stands, as a JSON pointer into the agreed form: {@code
 *     /pairs/3/locked/slot}
 * @param code stable, for programs
 * @param sentence what is wrong and how to mend it, in Chinese
 * @param english the same in English
 */
public record Mistake(String pointer, String code, String sentence, String english) {}
