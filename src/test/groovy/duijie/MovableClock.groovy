package duijie

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId

/** A clock that goes on only when it is told to. */
class MovableClock extends Clock {

  volatile Instant now = Instant.parse('2026-11-24T02:00:00Z')

  void pass(Duration time) {
    now = now.plus(time)
  }

  @Override
  Instant instant() {
    now
  }

  @Override
  ZoneId getZone() {
    ZoneId.of('Asia/Shanghai')
  }

  @Override
  Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException()
  }
}
