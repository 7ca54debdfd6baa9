package duijie.house

import com.google.googlejavaformat.java.Formatter
import com.google.googlejavaformat.java.ImportOrderer
import com.google.googlejavaformat.java.JavaFormatterOptions
import com.google.googlejavaformat.java.RemoveUnusedImports
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Keeps one format for all Java: google-java-format's. Run with {@code -Dformat=write} it mends instead of failing. */
class FormatSpec extends Specification {

  static final Path PROJECT = Path.of(System.getProperty('project.dir', '.'))

  def "every Java file is formatted"() {
    given:
    def files = ['src/main/java', 'src/test/java'].collect { PROJECT.resolve(it) }.findAll { Files.exists(it) }
        .collectMany { root -> Files.walk(root).withCloseable { it.filter { f -> f.toString().endsWith('.java') }.toList() } }

    when:
    def unformatted = files.findAll { file ->
      def text = Files.readString(file)
      def formatted = format(text)
      if (formatted != text && System.getProperty('format') == 'write') {
        Files.writeString(file, formatted)
        return false
      }
      formatted != text
    }

    then:
    files.size() > 10
    unformatted.collect { PROJECT.relativize(it).toString() } == []
  }

  private static String format(String text) {
    def style = JavaFormatterOptions.Style.GOOGLE
    def imports = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), style)
    new Formatter(JavaFormatterOptions.builder().style(style).build()).formatSource(imports)
  }
}
