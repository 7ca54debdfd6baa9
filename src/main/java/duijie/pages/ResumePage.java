package duijie.pages;

import java.util.List;

/**
 * A form that was not taken, kept so that one press sends it again.
 *
 * @param sentence why it was not taken
 * @param action where it goes
 * @param kept all that was filled in
 */
public record ResumePage(String heading, String sentence, String action, List<Param> kept) {}
