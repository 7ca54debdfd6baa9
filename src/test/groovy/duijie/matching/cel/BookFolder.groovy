package duijie.matching.cel

import duijie.shared.FileError
import duijie.matching.RuleBook
import duijie.matching.RuleBooks
import duijie.regions.ChinaRegions
import java.nio.file.Files
import java.nio.file.Path

/** A rule book in a folder of its own: the shipped vocabulary with other rules. */
class BookFolder {

  static final RuleBooks BOOKS = CelRuleBooks.ruleBooks(ChinaRegions.shipped())
  static final Path SHIPPED = Path.of(System.getProperty('project.dir', '.'), 'matching-rules')

  static final String ELIGIBILITY = '''\
- id: grade-known
  name: 有等级
  verdict: has(agency.grade)
  sentence: 有等级。
'''
  static final String SCORING = '''\
- id: grade
  name: 等级
  weight: 100
  value: '!has(agency.grade) ? unknown : ramp(agency.grade, 0, 5)'
  sentence: 等级。
'''
  static final String EXAMPLES = '''\
- {rule: grade-known, agency: {评估等级: 3A}, expect: pass}
'''

  final Path folder

  BookFolder(Map<String, String> files = [:], Path folder) {
    this.folder = folder
    Files.copy(SHIPPED.resolve('vocabulary.yml'), folder.resolve('vocabulary.yml'))
    write('eligibility.yml': ELIGIBILITY, 'scoring.yml': SCORING, 'examples.yml': EXAMPLES)
    write(files)
  }

  /** A copy of the shipped book. */
  static BookFolder shipped(Path folder) {
    def names = ['eligibility.yml', 'scoring.yml', 'examples.yml']
    new BookFolder(names.collectEntries { [it, Files.readString(SHIPPED.resolve(it))] }, folder)
  }

  void write(Map<String, String> files) {
    files.each { name, text -> Files.writeString(folder.resolve(name), text) }
  }

  /** Replaces the one place where the text stands. */
  void replace(String file, String text, String replacement) {
    def content = Files.readString(folder.resolve(file))
    assert content.count(text) >= 1
    write((file): content.replaceFirst(java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(replacement)))
  }

  RuleBooks.Loaded load() {
    BOOKS.load(folder)
  }

  RuleBook book() {
    def loaded = load()
    assert loaded instanceof RuleBooks.Loaded.Valid
    loaded.book()
  }

  List<FileError> errors() {
    def loaded = load()
    loaded instanceof RuleBooks.Loaded.Broken ? loaded.errors() : []
  }

  /** The errors as {@code file:line:column code}. */
  List<String> places() {
    errors().collect { "${it.place()} ${it.code()}".toString() }
  }
}
