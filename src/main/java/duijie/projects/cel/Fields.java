package duijie.projects.cel;

import duijie.projects.Column;
import duijie.projects.Draft;
import duijie.projects.DraftFact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a draft that rules may point at, with what stands in them. */
final class Fields {

  /** The scoring items together, which are no column of the sheet. */
  static final String SCORING = "评分标准";

  private static final Map<String, Function<Draft, @Nullable Object>> FIELDS = fields();

  private Fields() {}

  static Set<String> names() {
    return FIELDS.keySet();
  }

  /** What stands in the field; empty where nothing does. */
  static String text(String field, Draft draft) {
    var read = FIELDS.get(field);
    @Nullable Object value = read == null ? null : read.apply(draft);
    return value == null ? "" : DraftFact.written(value);
  }

  private static Map<String, Function<Draft, @Nullable Object>> fields() {
    var fields = new LinkedHashMap<String, Function<Draft, @Nullable Object>>();
    fields.put(Column.BUYER.label(), draft -> draft.project().buyer());
    fields.put(Column.BUDGET.label(), draft -> draft.project().budget());
    fields.put(Column.ANNUAL_BUDGET.label(), draft -> draft.project().annualBudget());
    fields.put(Column.TERM_MONTHS.label(), draft -> draft.project().termMonths());
    fields.put(
        Column.REGIME.label(),
        draft -> draft.project().regime() == null ? null : draft.project().regime().label());
    fields.put(Column.PROCUREMENT_METHOD.label(), draft -> draft.project().procurementMethod());
    fields.put(
        Column.MINIMUM_GRADE.label(),
        draft ->
            draft.project().minimumGrade() == null ? null : draft.project().minimumGrade().label());
    fields.put(
        Column.LOCAL_REGISTRATION.label(), draft -> draft.project().demandsLocalRegistration());
    fields.put(Column.SMALL_FIRMS_ONLY.label(), draft -> draft.project().smallFirmsOnly());
    fields.put(Column.PUBLISHED_ON.label(), draft -> draft.project().publishedOn());
    fields.put(
        Column.RESPOND_BY.label(),
        draft -> {
          var moment = draft.project().respondBy();
          return moment == null ? null : moment.toString().replace('T', ' ');
        });
    fields.put(
        SCORING,
        draft ->
            draft.scoring().stream()
                .map(item -> item.name() + " " + DraftFact.written(item.points()) + "分")
                .collect(Collectors.joining("，")));
    return fields;
  }
}
