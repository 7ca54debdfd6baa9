package duijie.agencies;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of what an agency declares: a page to fill in, and what the bureau passes or returns. */
public enum Section {
  BASIC(
      "基本信息",
      null,
      List.of(
          Column.NAME,
          Column.CREDIT_CODE,
          Column.TYPE,
          Column.REGISTRAR,
          Column.FOUNDED,
          Column.REGISTERED_REGION,
          Column.PROFILE,
          Column.CONTACT,
          Column.PHONE),
      EnumSet.of(
          Column.NAME,
          Column.CREDIT_CODE,
          Column.TYPE,
          Column.REGISTRAR,
          Column.REGISTERED_REGION,
          Column.CONTACT,
          Column.PHONE)),
  SERVICE(
      "服务领域与区域",
      null,
      List.of(
          Column.FIELDS,
          Column.TARGET_GROUPS,
          Column.METHODS,
          Column.SERVICE_REGIONS,
          Column.CURRENT_PROJECTS,
          Column.CAPACITY,
          Column.MINIMUM_AMOUNT,
          Column.MAXIMUM_AMOUNT),
      EnumSet.of(Column.FIELDS, Column.SERVICE_REGIONS)),
  STAFF(
      "人员持证",
      null,
      List.of(
          Column.FULL_TIME_STAFF,
          Column.ASSISTANTS,
          Column.SOCIAL_WORKERS,
          Column.SENIORS,
          Column.HEAD_YEARS),
      EnumSet.of(Column.FULL_TIME_STAFF, Column.ASSISTANTS, Column.SOCIAL_WORKERS, Column.SENIORS)),
  CREDENTIALS(
      "资质证照",
      null,
      List.of(
          Column.GRADE, Column.GRADE_VALID_UNTIL, Column.INSPECTION_YEAR, Column.INSPECTION_RESULT),
      EnumSet.noneOf(Column.class)),
  CREDIT("信用声明", BASIC, List.of(Column.CREDIT_STANDING), EnumSet.of(Column.CREDIT_STANDING)),
  EXPERIENCE("项目经验", null, List.of(Column.EXPERIENCE), EnumSet.noneOf(Column.class)),
  /** Scans of certificates, see {@link Credential}. */
  ATTACHMENTS("附件", null, List.of(), EnumSet.noneOf(Column.class));

  private final String label;
  private final @Nullable Section after;
  private final List<Column> columns;
  private final Set<Column> required;

  Section(String label, @Nullable Section after, List<Column> columns, Set<Column> required) {
    this.label = label;
    this.after = after;
    this.columns = columns;
    this.required = Set.copyOf(required);
  }

  public String label() {
    return label;
  }

  /** What must be complete before this can be begun: one declares for somebody; or null. */
  public @Nullable Section after() {
    return after;
  }

  /** What it asks, in the order of the page. */
  public List<Column> columns() {
    return columns;
  }

  public boolean requires(Column column) {
    return required.contains(column);
  }
}
