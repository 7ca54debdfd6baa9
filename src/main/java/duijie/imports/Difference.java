package duijie.imports;

/**
 * What a row changes in one column.
 *
 * @param column its header
 * @param before what holds now, as people read it; empty where nothing is known
 * @param after what would hold
 */
public record Difference(String column, String before, String after) {}
