/**
 * The frame of every page: who is asking, what surrounds a page, how it is rendered, and the guard
 * that lets nobody through whom the table of access does not let through.
 */
@NullMarked
package duijie.pages;

import org.jspecify.annotations.NullMarked;
