package duijie.sessions;

/**
 * Where and when a talk is held.
 *
 * @param slot 时段, from 1
 * @param table 桌号, from 1
 */
public record Place(int slot, int table) {}
