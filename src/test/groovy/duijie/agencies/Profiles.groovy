package duijie.agencies

/** Complete answers for specs. */
class Profiles {

  static Map<Section, Map<Column, List<String>>> complete(String code, String name = '旺苍县新芽社会工作服务中心') {
    [
      (Section.BASIC): [(Column.NAME): [name], (Column.CREDIT_CODE): [code], (Column.TYPE): ['PRIVATE_NON_ENTERPRISE'], (Column.REGISTRAR): ['旺苍县民政局'],
          (Column.FOUNDED): ['2020-05'], (Column.REGISTERED_REGION): ['四川省/广元市/旺苍县'], (Column.PROFILE): ['做社工站和养老。'], (Column.CONTACT): ['项目部'], (Column.PHONE): ['0839-4200000']],
      (Section.SERVICE): [(Column.FIELDS): ['eldercare', 'social-work-station'], (Column.SERVICE_REGIONS): ['四川省/广元市/旺苍县'], (Column.CAPACITY): ['3']],
      (Section.STAFF): [(Column.FULL_TIME_STAFF): ['6'], (Column.ASSISTANTS): ['2'], (Column.SOCIAL_WORKERS): ['1'], (Column.SENIORS): ['0']],
      (Section.CREDENTIALS): [(Column.GRADE): ['THREE_A'], (Column.GRADE_VALID_UNTIL): ['2028-12-31'], (Column.INSPECTION_YEAR): ['2025'], (Column.INSPECTION_RESULT): ['PASSED']],
      (Section.CREDIT): [(Column.CREDIT_STANDING): ['NORMAL']],
      (Section.EXPERIENCE): [(Column.EXPERIENCE): ['2024 年承接镇社工站项目。']],
      (Section.ATTACHMENTS): [:],
    ]
  }
}
