/** Social work agencies 社工机构: the supply. */
@NullMarked
package duijie.agencies;

import org.jspecify.annotations.NullMarked;
