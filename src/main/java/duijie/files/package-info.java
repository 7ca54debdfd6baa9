/** Files that people upload: kept once each, and looked at before they are. */
@NullMarked
package duijie.files;

import org.jspecify.annotations.NullMarked;
