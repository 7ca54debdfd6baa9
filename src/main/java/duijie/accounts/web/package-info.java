/**
 * The pages on which somebody signs in and minds their account, and how a browser is recognised.
 */
@NullMarked
package duijie.accounts.web;

import org.jspecify.annotations.NullMarked;
