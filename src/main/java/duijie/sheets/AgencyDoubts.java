package duijie.sheets;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import java.time.LocalDate;

/**
 * What can be read of an agency and is hard to believe. It is taken all the same.
 *
 * @param asOf the day after which nothing can have happened yet
 */
record AgencyDoubts(LocalDate asOf) {

  /** Who lists more than these has written down everything rather than what it is good at. */
  private static final int MAIN_FIELDS = 12;

  void say(Agency agency, Filled<Column> row) {
    founding(agency, row);
    staff(agency, row);
    if (agency.fields().size() > MAIN_FIELDS) {
      row.say(
          Column.FIELDS,
          ProblemCode.TOO_MANY_ITEMS,
          "列了 " + agency.fields().size() + " 个服务领域，都已读取。请只填主要的服务领域，不超过 " + MAIN_FIELDS + " 个。");
    }
  }

  private void founding(Agency agency, Filled<Column> row) {
    var founded = agency.founded();
    if (founded == null) {
      return;
    }
    if (founded.earliest().isAfter(asOf)) {
      row.say(
          Column.FOUNDED, ProblemCode.DOUBTFUL_VALUE, "为 " + founded + "，晚于基准日期 " + asOf + "。请核对。");
    }
  }

  private static void staff(Agency agency, Filled<Column> row) {
    int licensed = agency.licensed().atLeast();
    var fullTime = agency.fullTimeStaff();
    if (fullTime != null && licensed > fullTime) {
      row.say(
          Column.FULL_TIME_STAFF,
          ProblemCode.DOUBTFUL_VALUE,
          "为 " + fullTime + " 人，比三级社会工作师合计 " + licensed + " 人还少。请核对。");
    }
  }
}
