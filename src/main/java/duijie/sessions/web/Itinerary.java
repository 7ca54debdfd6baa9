package duijie.sessions.web;

/**
 * A line of somebody's day at a session 行程.
 *
 * @param time from when to when
 * @param table 桌号
 */
public record Itinerary(String time, int table, String project, String agency) {}
