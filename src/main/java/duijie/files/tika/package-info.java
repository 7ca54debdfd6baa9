/** Tells kinds of files with Apache Tika. */
@NullMarked
package duijie.files.tika;

import org.jspecify.annotations.NullMarked;
