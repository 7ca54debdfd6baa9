package duijie.sessions.web;

import duijie.sessions.FollowingUp;
import duijie.sessions.Intents;
import duijie.sessions.Recording;
import duijie.sessions.Session;
import jakarta.inject.Singleton;
import java.util.List;

/** What an organizer has to do once talks are held. */
@Singleton
final class OutcomeTasks {

  private final Recording recording;
  private final FollowingUp following;
  private final Intents intents;

  OutcomeTasks(Recording recording, FollowingUp following, Intents intents) {
    this.recording = recording;
    this.following = following;
    this.intents = intents;
  }

  List<SessionPage.Task> tasks(Session session) {
    var path = SessionsController.path(session.id());
    int talks = recording.talks(session.id()).size();
    int open = following.open(session.id());
    int left = intents.of(session.id()).size();
    boolean ended = session.state() == Session.State.FOLLOWED_UP;
    return List.of(
        new SessionPage.Task(
            OutcomeAnswers.TITLE,
            path + "/outcomes",
            "双方所记的结果，按签字的台账核定，最后办结回访",
            ended ? "已办结" : open == 0 ? talks + " 场都有结果" : "还有 %d 场没有结果".formatted(open),
            ended || open == 0),
        new SessionPage.Task(
            IntentAnswers.TITLE,
            path + "/intents",
            "意向的跟进、采购、签约和付款",
            left == 0 ? "还没有" : left + " 个",
            left > 0),
        new SessionPage.Task(
            ReportController.TITLE,
            path + "/report",
            "到会、洽谈、结果和意向的统计，可下载 Word 和 Excel",
            "可查看",
            true));
  }
}
