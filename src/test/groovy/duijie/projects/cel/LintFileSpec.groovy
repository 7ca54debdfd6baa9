package duijie.projects.cel

import duijie.shared.Checked
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is told to whoever changes a rule of the lint. */
class LintFileSpec extends Specification {

  static final String RULE = '''\
- id: age
  name: 年限
  severity: blocking
  finds:
    - 成立满\\d年
  sentence: “{quote}”不妥。
  suggestion: 删去。
  source: 某办法
  verified: false
  valid-from: 2020-01-01
  examples:
    - {text: 须成立满2年, finds: 成立满2年}
'''

  @TempDir
  Path folder

  def "a rule as it should be is taken"() {
    expect:
    places(RULE) == []
  }

  def "#what is told where it stands"(String what, String old, String fresh, List<String> told) {
    expect:
    places(RULE.replace(old, fresh)) == told

    where:
    what                            | old                                      | fresh                                                        || told
    'a misspelt key'                | 'name: 年限'                               | 'nam: 年限'                                                    || ['lint.yml:1:3 missing-key', 'lint.yml:2:3 unknown-key']
    'an unknown severity'           | 'blocking'                               | 'block'                                                      || ['lint.yml:3:13 unknown-name']
    'a broken pattern'              | '成立满\\d年\n'                              | '(成立满\\d年\n'                                                  || ['lint.yml:5:7 bad-pattern']
    'a sign of Chinese typing'      | '成立满\\d年\n'                              | '成立｜登记满\\d年\n'                                                || ['lint.yml:5:9 full-width-sign']
    'a pattern that fills memory'     | '成立满\\d年\n'                              | '((((满{0,100}){0,100}){0,100}){0,100}){0,100}\n'               || ['lint.yml:5:7 pattern-too-large']
    'patterns that are no list'     | 'finds:\n    - 成立满\\d年'                  | 'finds: 成立满\\d年'                                             || ['lint.yml:4:10 list-expected']
    'a name that means nothing'     | '{quote}'                                | '{quota}'                                                    || ['lint.yml:6:15 unknown-name']
    'no date of validity'           | '  valid-from: 2020-01-01\n'             | ''                                                           || ['lint.yml:1:3 missing-key']
    'a date that does not exist'    | '2020-01-01'                             | '2020-13-01'                                                 || ['lint.yml:10:15 bad-date']
    'neither yes nor no'            | 'verified: false'                        | 'verified: 否'                                                || ['lint.yml:9:13 yes-or-no']
    'no words and no field'         | 'finds:\n    - 成立满\\d年'                  | 'when: project.smallFirmsOnly'                               || ['lint.yml:1:3 finds-or-field']
    'a field without condition'     | 'finds:\n    - 成立满\\d年'                  | 'field: 采购方式'                                                || ['lint.yml:1:3 finds-or-field']
    'an unknown field'              | 'finds:\n    - 成立满\\d年'                  | 'field: 服务期\n  when: project.smallFirmsOnly'                 || ['lint.yml:4:10 unknown-name']
    'an unknown fact'               | 'finds:\n    - 成立满\\d年'                  | 'field: 采购方式\n  when: project.termMonth > 12'                || ['lint.yml:5:17 unknown-name']
    'a comparison that is none'     | 'finds:\n    - 成立满\\d年'                  | "field: 采购方式\n  when: project.termMonths > 'x'"              || ['lint.yml:5:28 type-mismatch']
    'a condition that is none'      | 'finds:\n    - 成立满\\d年'                  | 'field: 采购方式\n  when: project.termMonths'                    || ['lint.yml:5:9 type-mismatch']
    'a condition cut short'         | 'finds:\n    - 成立满\\d年'                  | 'field: 采购方式\n  when: project.termMonths >'                  || ['lint.yml:5:29 syntax-error']
    'a kind of clause unknown'      | '- 成立满\\d年'                              | '- {in: [资格], words: 成立满\\d年}'                                || ['lint.yml:5:13 unknown-name']
    'an example that fails'         | 'finds: 成立满2年}'                          | 'finds: 成立满3年}'                                              || ['lint.yml:12:7 failing-example']
    'an example that finds nothing' | 'finds: 成立满2年}'                          | "}\n    - {text: 无, finds: 成立满2年}"                           || ['lint.yml:12:7 failing-example', 'lint.yml:13:7 failing-example']
    'no example that finds'         | '{text: 须成立满2年, finds: 成立满2年}'           | '{text: 依法登记}'                                               || ['lint.yml:1:3 no-example']
    'an example that is no draft'   | '{text: 须成立满2年, finds: 成立满2年}'           | '{project: {预算金额(元): 三万}, finds: 成立满2年}'                      || ['lint.yml:12:27 bad-example-value']
    'an id twice'                   | RULE                                     | RULE + RULE                                                  || ['lint.yml:13:7 duplicate-id']
    'no YAML'                       | '- id: age'                              | '- id： age'                                                  || ['lint.yml:1:5 bad-yaml']
  }

  def "the pattern #pattern is as large as #size signs"(String pattern, long size) {
    expect:
    PatternSize.of(pattern) == size

    where:
    pattern                       || size
    '成立'                          || 2
    '[^，。；]{0,12}登记'              || 14
    '(本|我)(县|区)'                  || 6
    '(ab){3}c{2,}'                || 8
    '\\p{Han}{2,9}市'             || 10
    '[]a]{5}[\\]]{2}'             || 7
    '((a{0,10}){0,10}){0,10}'     || 1000
    '((((a{99}){99}){99}){99}){9}' || 864536409
    ')(a{5'                       || 2
  }

  def "a folder without its files is told so, and the files of both kinds are checked in one pass"() {
    expect:
    (ShippedLintSpec.RULES.load(folder) as Checked.Faulty).errors().collect { "${it.place()} ${it.code()}" as String } ==
        ['lint.yml:1:1 missing-file', 'periods.yml:1:1 missing-file']

    when:
    Files.writeString(folder.resolve('lint.yml'), RULE.replace('blocking', 'block'))
    Files.writeString(folder.resolve('periods.yml'), '- {id: a}')

    then:
    (ShippedLintSpec.RULES.load(folder) as Checked.Faulty).errors()*.file().toSet() == ['lint.yml', 'periods.yml'] as Set
  }

  private List<String> places(String lint) {
    Files.writeString(folder.resolve('lint.yml'), lint)
    Files.copy(ShippedLintSpec.HOME.resolve('publishing-rules/periods.yml'), folder.resolve('periods.yml'), java.nio.file.StandardCopyOption.REPLACE_EXISTING)
    def checked = ShippedLintSpec.RULES.load(folder)
    checked instanceof Checked.Faulty ? checked.errors().collect { "${it.place()} ${it.code()}" as String } : []
  }
}
