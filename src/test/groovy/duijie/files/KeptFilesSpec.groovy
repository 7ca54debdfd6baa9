package duijie.files

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class KeptFilesSpec extends Specification {

  @TempDir Path folder

  def "what was still coming in when the program was killed is taken away, and what is whole stays"() {
    given:
    def files = new KeptFiles(folder.resolve('uploads'))
    def whole = files.keep(new ByteArrayInputStream(new byte[] { 1, 2, 3 }), 10) as KeptFiles.Kept.Whole
    def half = Files.write(folder.resolve('uploads').resolve("${UUID.randomUUID()}.new"), new byte[7])

    when:
    files.sweep()

    then:
    Files.notExists(half)
    files.find(whole.fingerprint()).isPresent()

    and: 'there need be no folder yet'
    new KeptFiles(folder.resolve('none')).sweep() == null
  }
}
