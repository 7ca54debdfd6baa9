package duijie.sessions;

import static duijie.sessions.Session.State.BOOKING;
import static duijie.sessions.Session.State.CLOSED;
import static duijie.sessions.Session.State.DRAFT;
import static duijie.sessions.Session.State.FOLLOWED_UP;
import static duijie.sessions.Session.State.INVITING;
import static duijie.sessions.Session.State.LIVE;
import static duijie.sessions.Session.State.RELEASED;
import static duijie.sessions.Session.State.SCHEDULED;

import java.util.EnumSet;
import java.util.Set;

/** A step of a session, and from where to where it leads. */
public enum Step {
  INVITE("开始邀请", EnumSet.of(DRAFT), INVITING),
  OPEN_BOOKING("开放约谈", EnumSet.of(INVITING), BOOKING),
  SCHEDULE("开始排桌", EnumSet.of(BOOKING), SCHEDULED),
  REOPEN_BOOKING("重新开放约谈", EnumSet.of(SCHEDULED), BOOKING),
  RELEASE("发布时刻表", EnumSet.of(SCHEDULED, RELEASED), RELEASED),
  BEGIN("开始对接会", EnumSet.of(RELEASED), LIVE),
  CLOSE("结束对接会", EnumSet.of(LIVE), CLOSED),
  FOLLOW_UP("回访办结", EnumSet.of(CLOSED), FOLLOWED_UP);

  private final String label;
  private final Set<Session.State> from;
  private final Session.State to;

  Step(String label, Set<Session.State> from, Session.State to) {
    this.label = label;
    this.from = Set.copyOf(from);
    this.to = to;
  }

  public String label() {
    return label;
  }

  Set<Session.State> from() {
    return from;
  }

  Session.State to() {
    return to;
  }
}
