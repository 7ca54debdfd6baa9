/** Password hashes by Argon2id. */
@NullMarked
package duijie.accounts.argon2;

import org.jspecify.annotations.NullMarked;
