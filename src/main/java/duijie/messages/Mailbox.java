package duijie.messages;

import duijie.accounts.Account;

/**
 * Where somebody gets mail.
 *
 * @param wanted whether messages are mailed, too
 * @param confirmed whether somebody who reads there said that it is theirs
 */
public record Mailbox(Account.Id account, MailAddress address, boolean wanted, boolean confirmed) {}
