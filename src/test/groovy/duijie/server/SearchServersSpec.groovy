package duijie.server

import duijie.database.CannotStart
import duijie.matching.SearchCluster.SignIn
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class SearchServersSpec extends Specification {

  @TempDir Path folder

  def "without an address there are no search servers"() {
    expect:
    read([:]).empty
    read(DUIJIE_ELASTICSEARCH_URL: '  ').empty
  }

  def "one line is enough"() {
    expect:
    with(read(DUIJIE_ELASTICSEARCH_URL: 'http://localhost:9200').get()) {
      addresses()*.toString() == ['http://localhost:9200']
      authority() == null
      sign() == null
      name() == 'duijie'
      shards() == 1
      replicas() == 1
    }
  }

  def "everything can be said, and nothing secret is shown by mistake"() {
    given:
    def certificate = Files.writeString(folder.resolve('ca.pem'), '')
    def all = [DUIJIE_ELASTICSEARCH_URL: ' https://es1.example:9200/ , https://es2.example:9200', DUIJIE_ELASTICSEARCH_CA: certificate as String,
      DUIJIE_ELASTICSEARCH_INDEX: 'sichuan_1', DUIJIE_ELASTICSEARCH_SHARDS: '3', DUIJIE_ELASTICSEARCH_REPLICAS: '0']

    expect:
    with(read(all + [DUIJIE_ELASTICSEARCH_API_KEY: 'c2VjcmV0']).get()) {
      addresses()*.toString() == ['https://es1.example:9200', 'https://es2.example:9200']
      authority() == certificate
      sign() == new SignIn.Key('c2VjcmV0')
      name() == 'sichuan_1'
      shards() == 3
      replicas() == 0
      !it.toString().contains('c2VjcmV0')
    }
    with(read(all + [DUIJIE_ELASTICSEARCH_USER: 'duijie', DUIJIE_ELASTICSEARCH_PASSWORD: ' a b']).get()) {
      sign() == new SignIn.Password('duijie', ' a b')
      !it.toString().contains('a b')
    }
  }

  def "all that makes no sense is told at once, each with how to mend it"() {
    when:
    read(DUIJIE_ELASTICSEARCH_URL: 'http://es1.example:9200,es2:9200,https://user:pass@es3,https://es4/path', DUIJIE_ELASTICSEARCH_CA: '/no/such',
      DUIJIE_ELASTICSEARCH_API_KEY: 'key', DUIJIE_ELASTICSEARCH_USER: 'duijie', DUIJIE_ELASTICSEARCH_INDEX: 'Sichuan-*',
      DUIJIE_ELASTICSEARCH_SHARDS: '0', DUIJIE_ELASTICSEARCH_REPLICAS: '一')

    then:
    def refusal = thrown(CannotStart)
    refusal.code() == 'search-servers'
    refusal.chinese().readLines()*.find('DUIJIE_ELASTICSEARCH_\\w+') == ['URL', 'URL', 'URL', 'API_KEY', 'PASSWORD', 'URL', 'CA', 'INDEX', 'SHARDS',
      'REPLICAS'].collect { 'DUIJIE_ELASTICSEARCH_' + it }
    refusal.english().readLines().size() == 10
    refusal.chinese().contains('“es2:9200”不是')
    refusal.chinese().contains('应以 https:// 开头')
  }

  def "what goes with servers means nothing without them"() {
    when:
    read(DUIJIE_ELASTICSEARCH_API_KEY: 'key', DUIJIE_ELASTICSEARCH_SHARDS: '2')
    then:
    def refusal = thrown(CannotStart)
    refusal.english().readLines()*.takeWhile { it != ' ' } == ['DUIJIE_ELASTICSEARCH_API_KEY', 'DUIJIE_ELASTICSEARCH_SHARDS']
  }

  def "on this machine itself a password may be sent in plain text"() {
    expect:
    read(DUIJIE_ELASTICSEARCH_URL: 'http://127.0.0.1:9200', DUIJIE_ELASTICSEARCH_USER: 'duijie', DUIJIE_ELASTICSEARCH_PASSWORD: 'x').present
  }

  private static read(Map<String, String> variables) {
    SearchServers.of { variables[it] }
  }
}
