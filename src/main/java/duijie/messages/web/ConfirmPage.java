package duijie.messages.web;

/**
 * Where somebody who was mailed a link says that the address is theirs.
 *
 * @param token what the link holds
 */
public record ConfirmPage(String token, String address) {}
