/** Purchase projects 采购项目: the demand. */
@NullMarked
package duijie.projects;

import org.jspecify.annotations.NullMarked;
