package duijie.messages.web;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody gets mail.
 *
 * @param possible whether the site sends mail
 * @param address what is registered, or was typed
 * @param confirmed whether the registered one is known to be theirs
 * @param registered whether one is registered
 * @param addressProblem what is wrong with the address, or null
 * @param passwordProblem what is wrong with the password, or null
 */
public record MailboxPage(
    boolean possible,
    String address,
    boolean wanted,
    boolean confirmed,
    boolean registered,
    @Nullable String addressProblem,
    @Nullable String passwordProblem) {}
