package duijie.accounts.web;

import java.util.List;

/**
 * Where somebody chooses a password who was mailed a link.
 *
 * @param token what the link holds
 * @param faults what is wrong with the one that they chose
 */
public record NewPasswordPage(String token, String name, List<String> faults) {}
