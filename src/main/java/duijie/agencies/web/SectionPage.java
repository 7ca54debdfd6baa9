package duijie.agencies.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a section is filled in.
 *
 * @param action where the form goes
 * @param version the one that is changed
 * @param reason why the bureau returned it, or null
 * @param overtaken whether somebody else has stored something meanwhile
 */
public record SectionPage(
    String label,
    String action,
    int version,
    @Nullable String reason,
    boolean overtaken,
    List<FieldView> fields,
    List<Problem> problems) {}
