package duijie.agencies

import duijie.agencies.Credential.State
import duijie.files.FileKind
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class CredentialSpec extends Specification {

  static final TODAY = LocalDate.parse('2026-11-24')

  def "one whose last day is #validUntil is #state"() {
    expect:
    credential(validUntil: validUntil).state(TODAY) == state

    where:
    validUntil            || state
    null                  || State.VALID
    TODAY.plusDays(61)    || State.VALID
    TODAY.plusDays(60)    || State.EXPIRING
    TODAY                 || State.EXPIRING
    TODAY.minusDays(1)    || State.EXPIRED
  }

  def "what the bureau revoked stays so, whatever its last day"() {
    expect:
    credential(validUntil: TODAY.plusYears(1), revocation: new Credential.Revocation(Instant.EPOCH, '经办', '伪造')).state(TODAY) == State.REVOKED
  }

  def "a longer one of the same kind renews it, and nothing else does"() {
    given:
    def old = credential(validUntil: TODAY)

    expect:
    credential(validUntil: TODAY.plusYears(4)).renews(old)
    credential(validUntil: null).renews(old)
    !credential(validUntil: TODAY).renews(old)
    !credential(validUntil: TODAY.plusYears(4), kind: Credential.Kind.GRADE).renews(old)
    !credential(validUntil: TODAY.plusYears(4), removedAt: Instant.EPOCH).renews(old)

    and: 'of staff each has a certificate of their own'
    !credential(kind: Credential.Kind.STAFF, number: '乙', validUntil: null).renews(credential(kind: Credential.Kind.STAFF, number: '甲', validUntil: TODAY))
  }

  static Credential credential(Map change = [:]) {
    def all = [id: new Credential.Id(UUID.randomUUID()), agency: new Agency.Id('R-1'), kind: Credential.Kind.REGISTRATION, number: '', validUntil: null,
        file: new Credential.File('登记证书.pdf', '0' * 64, 10, FileKind.PDF), addedAt: Instant.parse('2026-11-01T02:00:00Z'), addedBy: '办事员', removedAt: null, revocation: null] + change
    new Credential(all.id, all.agency, all.kind, all.number, all.validUntil, all.file, all.addedAt, all.addedBy, all.removedAt, all.revocation)
  }
}
