package duijie.agencies.web;

import org.jspecify.annotations.Nullable;

/**
 * A certificate on a page.
 *
 * @param number 证书编号, or empty
 * @param validUntil its last day, or words for one that does not run out
 * @param file what the scan is called
 * @param size of the scan, in words
 * @param added when and by whom it was handed in
 * @param revoked why the bureau does not accept it any more, or null
 * @param href where the scan is
 * @param action where a form goes that takes it away, or has it revoked; null where neither can be
 */
public record CredentialView(
    String id,
    String kind,
    String number,
    String validUntil,
    String state,
    String tone,
    String file,
    String size,
    String added,
    @Nullable String revoked,
    String href,
    @Nullable String action) {}
