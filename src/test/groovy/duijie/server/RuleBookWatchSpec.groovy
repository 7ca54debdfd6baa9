package duijie.server

import duijie.matching.FilteredMatching
import duijie.matching.Matching
import duijie.matching.lucene.LuceneIndexes
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import spock.lang.Specification
import spock.lang.TempDir

class RuleBookWatchSpec extends Specification {

  @TempDir Path folder
  @TempDir Path place
  LastGoodBook lastGood
  Knowledge knowledge
  Matching matching
  RuleBookWatch watch

  def setup() {
    ['eligibility', 'scoring', 'examples', 'vocabulary'].each {
      Files.write(folder.resolve("${it}.yml"), getClass().getResourceAsStream("/matching-rules/${it}.yml").bytes)
    }
    lastGood = new LastGoodBook(place.resolve('rules-last-good'))
    knowledge = Knowledge.load(folder, lastGood)
    def vocabulary = knowledge.book().vocabulary()
    def analysis = knowledge.analyses().apply(vocabulary)
    matching = new FilteredMatching(
        knowledge.book(), LuceneIndexes.inMemory(analysis, knowledge.regions(), vocabulary), analysis)
    watch = new RuleBookWatch(knowledge, matching)
  }

  def "a changed book that is whole comes into force"() {
    given:
    def before = matching.ruleBook().version()

    when: 'a comment is added'
    change('scoring.yml') { it + '\n# reviewed\n' }
    watch.check()

    then:
    matching.ruleBook().version() != before
  }

  def "a file of gigabytes, or one that is none, is refused, and the watch goes on"() {
    given:
    def before = matching.ruleBook().version()

    when:
    new RandomAccessFile(folder.resolve('examples.yml').toFile(), 'rw').withCloseable { it.length = 3L << 30 }
    watch.check()

    then:
    matching.ruleBook().version() == before

    when:
    Files.delete(folder.resolve('examples.yml'))
    assert ['mkfifo', folder.resolve('examples.yml').toString()].execute().waitFor() == 0
    watch.check()

    then:
    matching.ruleBook().version() == before

    when:
    Files.delete(folder.resolve('examples.yml'))
    Files.write(folder.resolve('examples.yml'), getClass().getResourceAsStream('/matching-rules/examples.yml').bytes)
    change('scoring.yml') { it + '\n# reviewed\n' }
    watch.check()

    then:
    matching.ruleBook().version() != before
  }

  def "a broken book changes nothing, and mending it does"() {
    given:
    def before = matching.ruleBook().version()

    when: 'a weight is changed so that they no longer sum to 100'
    change('scoring.yml') { it.replaceFirst(/weight: \d+/, 'weight: 99') }
    watch.check()

    then:
    matching.ruleBook().version() == before

    when: 'a file is taken away'
    Files.delete(folder.resolve('examples.yml'))
    watch.check()

    then:
    matching.ruleBook().version() == before

    when: 'all is put right, with a comment more'
    Files.write(folder.resolve('examples.yml'), getClass().getResourceAsStream('/matching-rules/examples.yml').bytes)
    Files.write(folder.resolve('scoring.yml'), getClass().getResourceAsStream('/matching-rules/scoring.yml').bytes)
    change('eligibility.yml') { it + '\n# reviewed\n' }
    watch.check()

    then:
    matching.ruleBook().version() != before
  }

  def "a server that finds a broken book at its start takes the last good one, or else the shipped one"() {
    given: 'a book that was changed, and was in force'
    change('scoring.yml') { it + '\n# reviewed\n' }
    watch.check()
    def reviewed = matching.ruleBook().version()

    when: 'it is broken while no server runs'
    change('scoring.yml') { it.replaceFirst(/weight: \d+/, 'weight: 99') }
    then:
    Knowledge.load(folder, lastGood).book().version() == reviewed
    Knowledge.load(folder, null).book().version() == knowledge.ruleBooks().shipped().version()

    when: 'the copy is broken too'
    Files.delete(lastGood.folder().resolve('examples.yml'))
    then:
    Knowledge.load(folder, lastGood).book().version() == knowledge.ruleBooks().shipped().version()
  }

  def "the copy is of the book in force and no other"() {
    when:
    watch.keep()
    then:
    lastGood.load(knowledge.ruleBooks()).get().version() == matching.ruleBook().version()

    when: 'the folder has moved on, and the watch has not seen it yet'
    def before = matching.ruleBook().version()
    change('scoring.yml') { it + '\n# reviewed\n' }
    watch.keep()
    then:
    lastGood.load(knowledge.ruleBooks()).get().version() == before

    when:
    watch.check()
    then:
    lastGood.load(knowledge.ruleBooks()).get().version() == matching.ruleBook().version()
    matching.ruleBook().version() != before
  }

  /** Changes a file in a way that its size or time tells. */
  private void change(String name, Closure<String> how) {
    def file = folder.resolve(name)
    Files.writeString(file, how(Files.readString(file)))
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + new Random().nextInt(100_000)))
  }
}
