package duijie.accounts.argon2

import spock.lang.Specification

class Argon2HashingSpec extends Specification {

  def hashing = new Argon2Hashing()

  def "a hash is of its password alone, salted, and says how it was made: #password"() {
    given:
    def hash = hashing.hash(password)

    expect:
    hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')
    hash != hashing.hash(password)
    hashing.matches(password, hash)
    !hashing.matches(password + ' ', hash)

    where:
    password << ['correct horse battery', '春天的旺苍河边', '👵🏽', ' ']
  }
}
