/** One-time codes, and the sealing of the secrets that they follow from. */
@NullMarked
package duijie.accounts.totp;

import org.jspecify.annotations.NullMarked;
