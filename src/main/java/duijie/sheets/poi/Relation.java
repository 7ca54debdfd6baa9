package duijie.sheets.poi;

/**
 * A part's reference to another.
 *
 * @param id what the part calls it
 * @param type the last word of its type, the same in strict and transitional workbooks
 * @param target the other part's name within the file, or wherever an external one is
 * @param external whether it points out of the file
 */
record Relation(String id, String type, String target, boolean external) {}
