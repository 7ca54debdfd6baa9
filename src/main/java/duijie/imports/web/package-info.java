/** The pages on which workbooks are uploaded, looked through and imported. */
@NullMarked
package duijie.imports.web;

import org.jspecify.annotations.NullMarked;
