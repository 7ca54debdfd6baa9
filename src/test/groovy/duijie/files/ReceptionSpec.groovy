package duijie.files

import duijie.files.Reception.Received
import duijie.files.command.Scans as Programs
import duijie.files.tika.TikaKinds
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class ReceptionSpec extends Specification {

  @TempDir Path folder

  def "#what is taken by its content, whatever its name says"() {
    when:
    def received = reception().receive(name, new ByteArrayInputStream(content)) as Received.Taken

    then:
    received.kind() == kind
    received.name() == kept
    received.bytes() == content.length
    Files.readAllBytes(files().find(received.fingerprint()).get()) == content

    where:
    what             | name                      | content             || kind          | kept
    'a PDF'          | '登记证书.pdf'                | Scans.PDF           || FileKind.PDF  | '登记证书.pdf'
    'a photograph'   | 'C:\\照片\\IMG_1.JPEG'       | Scans.image('jpg')  || FileKind.JPEG | 'IMG_1.jpg'
    'a picture'      | '../../etc/passwd'        | Scans.image('png')  || FileKind.PNG  | 'passwd.png'
    'a misnamed PDF' | '证书.jpg'                  | Scans.PDF           || FileKind.PDF  | '证书.pdf'
    'one unnamed'    | '.pdf'                    | Scans.PDF           || FileKind.PDF  | '.pdf.pdf'
    'a long name'    | '证' * 300 + '\u202egpj.exe' | Scans.PDF           || FileKind.PDF  | '证' * 116 + '\u202egpj.pdf'
  }

  def "#what is not taken, and nothing of it is kept"() {
    when:
    def received = reception().receive('登记证书.pdf', new ByteArrayInputStream(content)) as Received.Refused

    then:
    received.sentence().contains(sentence)
    leftovers() == []

    where:
    what               | content                                                     || sentence
    'an empty file'    | new byte[0]                                                 || '0 字节'
    'a page of HTML'   | '<html><script>alert(1)</script>'.bytes                     || 'PDF、JPG 图片、PNG 图片'
    'a drawing'        | '<svg xmlns="http://www.w3.org/2000/svg"></svg>'.bytes      || '只改文件名不行'
    'a program'        | [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0] as byte[]                 || 'PDF、JPG 图片、PNG 图片'
    'half a PDF'       | Arrays.copyOf(Scans.PDF, Scans.PDF.length - 8)                    || '不完整'
    'half a photograph'| Arrays.copyOf(Scans.image('jpg'), Scans.image('jpg').length - 4)  || '不完整'
    'half a picture'   | Arrays.copyOf(Scans.image('png'), Scans.image('png').length - 12) || '不完整'
    'one too large'    | Arrays.copyOf(Scans.PDF, 1 + Reception.MOST_BYTES as int)          || '超过 10 MB'
  }

  def "a scan that #does has the file #outcome"() {
    when:
    def received = reception(program(script)).receive('登记证书.pdf', new ByteArrayInputStream(Scans.PDF))

    then:
    expected == null ? received instanceof Received.Taken : (received as Received.Refused).sentence().contains(expected)
    (leftovers() == []) == (expected != null)

    where:
    does                   | script                                     | outcome             || expected
    'finds nothing'        | 'test -s "$1"'                             | 'taken'             || null
    'finds something'      | 'exit 1'                                   | 'refused'           || '病毒检查发现'
    'cannot look'          | 'exit 2'                                   | 'refused for now'   || '请过几分钟再试'
    'is not there'         | null                                       | 'refused for now'   || '请过几分钟再试'
  }

  private Reception reception(String program = null) {
    new Reception(files(), TikaKinds.kinds(), Programs.of(program))
  }

  private KeptFiles files() {
    new KeptFiles(folder.resolve('kept'))
  }

  private String program(String script) {
    if (script == null) {
      return folder.resolve('none').toString()
    }
    def file = folder.resolve('scan')
    Files.writeString(file, "#!/bin/sh\n$script\n")
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rwx------'))
    file.toString()
  }

  private List<Path> leftovers() {
    Files.exists(folder.resolve('kept')) ? Files.walk(folder.resolve('kept')).withCloseable { it.filter(Files::isRegularFile).toList() } : []
  }
}
