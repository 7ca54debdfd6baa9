package duijie.accounts.web;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody says that they forgot their password.
 *
 * @param possible whether the site can mail them a link
 * @param name what they typed
 * @param problem what is wrong with it, or null
 */
public record ForgottenPage(boolean possible, String name, @Nullable String problem) {}
