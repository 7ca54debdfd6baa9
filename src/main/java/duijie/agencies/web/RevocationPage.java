package duijie.agencies.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * Where the bureau revokes a certificate.
 *
 * @param agency whose it is
 * @param back the agency's page
 * @param reason as far as it was typed
 */
public record RevocationPage(
    String agency, String back, CredentialView credential, String reason, List<Problem> problems) {}
