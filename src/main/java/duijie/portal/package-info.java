/** What everyone may read without signing in: the site's pages. */
@NullMarked
package duijie.portal;

import org.jspecify.annotations.NullMarked;
