package duijie.database

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class DataFolderSpec extends Specification {

  @TempDir Path place

  def "a missing or an empty folder becomes a data folder that only its owner may enter"() {
    when:
    def folder = DataFolder.open(place.resolve('a/data'), true)

    then:
    folder.demonstration()
    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())) == 'rwx------'

    cleanup:
    folder?.close()
  }

  def "a folder that is open is refused to a second instance, and free once it is closed"() {
    given:
    def first = DataFolder.open(place, false)

    when:
    DataFolder.open(place.resolve('../' + place.fileName), false)

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'data-folder-in-use'
    refused.chinese().contains('正被另一个对接服务使用')

    when:
    first.close()
    DataFolder.open(place, false).close()

    then:
    noExceptionThrown()
  }

  def "a folder with #content is refused and left as it was"() {
    given:
    content.each { Files.writeString(place.resolve(it), 'mine') }

    when:
    DataFolder.open(place, demonstration)

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'not-a-data-folder'
    Files.list(place).withCloseable { it*.fileName*.toString().sort() } == content.sort()

    where:
    content                    | demonstration
    ['letter.docx']            | true
    ['letter.docx']            | false
    ['.lock', 'postgresql.ms'] | true
  }

  def "a start that was killed early leaves a folder that still counts as empty"() {
    given:
    Files.createFile(place.resolve('.lock'))
    Files.writeString(place.resolve('duijie.properties.new'), '# A data fol')

    expect:
    DataFolder.open(place, true).withCloseable { it.demonstration() }
  }

  def "demonstration data stays out of a folder that was not made for it"() {
    given:
    DataFolder.open(place, false).close()

    when:
    DataFolder.open(place, true)

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'not-a-demonstration-folder'
    refused.chinese().contains('--demo')

    and: 'the refusal lets go of it'
    DataFolder.open(place, false).close()
  }

  def "a demonstration folder may be served again with and without --demo"() {
    given:
    DataFolder.open(place, true).close()

    expect:
    DataFolder.open(place, again).withCloseable { it.demonstration() }

    where:
    again << [true, false]
  }

  def "a file in the folder's place is a plain sentence"() {
    given:
    def file = Files.writeString(place.resolve('data'), '')

    when:
    DataFolder.open(file, false)

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'data-folder-unusable'
  }
}
