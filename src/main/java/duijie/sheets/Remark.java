package duijie.sheets;

/**
 * What is to be said about a cell, before it is known which cell it is.
 *
 * @param code what kind of problem it is
 * @param sentence what is wrong and how to mend it; it follows the column's name and the cell's
 */
record Remark(ProblemCode code, String sentence) {}
