package duijie.sessions.web;

import java.util.List;

/**
 * What a hall's big screen shows.
 *
 * @param tables what is talked at each table now, and what next
 * @param code the image of the code that one reads with a telephone to say that one is here
 * @param letters the same to be typed
 */
public record ScreenPage(
    String path,
    String name,
    RoundClock clock,
    int delay,
    List<HallPage.Table> tables,
    String code,
    String letters) {}
