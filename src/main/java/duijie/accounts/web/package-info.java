/**
 * The pages on which somebody signs in, minds their account, and sees what waits for them; and how
 * a browser is recognised.
 */
@NullMarked
package duijie.accounts.web;

import org.jspecify.annotations.NullMarked;
