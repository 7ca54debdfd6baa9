/** Accounts, roles, sign-in: who somebody is and what they may do. */
@NullMarked
package duijie.accounts;

import org.jspecify.annotations.NullMarked;
