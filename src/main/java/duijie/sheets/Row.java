package duijie.sheets;

/**
 * A record with the place it came from.
 *
 * @param number Excel's row number, from 1
 */
public record Row<T>(int number, T value) {}
