package duijie.sheets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What columns a sheet has.
 *
 * @param sheet the sheet's name
 * @param columns its columns in order; a column's ordinal is its place in this list
 * @param label a column's header without its star
 * @param required whether a column must be there and should be filled in
 * @param name the column without which a row is left out
 * @param key the column that tells one row from another, so never filled in from a merged block
 * @param otherLabels other usual headers of a column
 */
record Layout<C extends Enum<C>>(
    String sheet,
    List<C> columns,
    Function<C, String> label,
    Predicate<C> required,
    C name,
    C key,
    Map<String, C> otherLabels) {

  static final Layout<duijie.projects.Column> PROJECTS =
      new Layout<>(
          WorkbookWriter.Kind.PROJECTS.sheet(),
          List.of(duijie.projects.Column.values()),
          duijie.projects.Column::label,
          duijie.projects.Column::required,
          duijie.projects.Column.NAME,
          duijie.projects.Column.ID,
          Map.of(
              "采购项目名称", duijie.projects.Column.NAME,
              "采购需求概况", duijie.projects.Column.NEED,
              "区划代码", duijie.projects.Column.REGION));

  static final Layout<duijie.agencies.Column> AGENCIES =
      new Layout<>(
          WorkbookWriter.Kind.AGENCIES.sheet(),
          List.of(duijie.agencies.Column.values()),
          duijie.agencies.Column::label,
          duijie.agencies.Column::required,
          duijie.agencies.Column.NAME,
          duijie.agencies.Column.CREDIT_CODE,
          Map.of(
              "统一信用代码", duijie.agencies.Column.CREDIT_CODE,
              "社会信用代码", duijie.agencies.Column.CREDIT_CODE,
              "登记地", duijie.agencies.Column.REGISTERED_REGION));

  static final Layout<OutcomeColumn> OUTCOMES =
      new Layout<>(
          SessionSheet.OUTCOMES.label(),
          List.of(OutcomeColumn.values()),
          OutcomeColumn::label,
          column -> column == OutcomeColumn.NUMBER,
          OutcomeColumn.NUMBER,
          OutcomeColumn.NUMBER,
          Map.of(
              "结果", OutcomeColumn.KIND,
              "项目名称", OutcomeColumn.PROJECT,
              "机构名称", OutcomeColumn.AGENCY));

  static final Layout<ArrivalColumn> ARRIVALS =
      new Layout<>(
          SessionSheet.ARRIVALS.label(),
          List.of(ArrivalColumn.values()),
          ArrivalColumn::label,
          column -> column == ArrivalColumn.NAME,
          ArrivalColumn.NAME,
          ArrivalColumn.TRACE,
          Map.of("签到", ArrivalColumn.TIME, "到场时间", ArrivalColumn.TIME));

  /** The layout of the sheet that this one may be mistaken for. */
  Layout<?> other() {
    return sheet.equals(PROJECTS.sheet) ? AGENCIES : PROJECTS;
  }
}
