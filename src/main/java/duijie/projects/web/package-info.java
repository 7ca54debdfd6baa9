/** The pages on which a bureau writes its projects and publishes them. */
@NullMarked
package duijie.projects.web;

import org.jspecify.annotations.NullMarked;
