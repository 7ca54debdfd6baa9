package duijie.sessions.web;

import java.util.List;

/**
 * What a hall's big screen shows.
 *
 * @param open whether people can still say that they are here
 * @param tables what is talked at each table now, and what next
 * @param code the image of the code that one reads with a telephone to say that one is here
 * @param letters the same to be typed
 */
public record ScreenPage(
    String path,
    String name,
    RoundClock clock,
    int delay,
    boolean open,
    List<HallPage.Table> tables,
    String code,
    String letters) {}
