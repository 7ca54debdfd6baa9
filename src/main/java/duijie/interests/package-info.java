/** Agencies that want to take a project 意向, and agencies that its buyer asks to 邀请. */
@NullMarked
package duijie.interests;

import org.jspecify.annotations.NullMarked;
