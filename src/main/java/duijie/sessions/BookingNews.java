package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.sessions.MeetingRequest.Step;
import jakarta.inject.Singleton;

/** Tells the two sides of a talk what the other asks and answers. */
@Singleton
class BookingNews {

  private final Messenger messenger;
  private final Answering answering;

  BookingNews(Messenger messenger, Answering answering) {
    this.messenger = messenger;
    this.answering = answering;
  }

  void asked(Session session, MeetingRequest request, Project project, Agency agency) {
    var who = name(request.by(), project, agency);
    tell(
        session,
        request,
        request.by().other(),
        "asked",
        "约谈：" + who,
        "“%s”想在“%s”上与贵方洽谈项目“%s”。%s"
            .formatted(
                who,
                session.setup().name(),
                project.name(),
                request.reason().isEmpty() ? "" : "\n理由：" + request.reason()));
  }

  /** The other side than the one that took the step is told. */
  void taken(Session session, MeetingRequest request, Step step, Project project, Agency agency) {
    boolean byAsker = step == Step.WITHDRAW;
    var doer = byAsker ? request.by() : request.by().other();
    tell(
        session,
        request,
        doer.other(),
        step.name(),
        "%s约谈：%s".formatted(step.label(), name(doer, project, agency)),
        "项目“%s”的约谈，“%s”%s了。%s"
            .formatted(
                project.name(),
                name(doer, project, agency),
                step.label(),
                request.answer().isEmpty() ? "" : "\n附言：" + request.answer()));
  }

  private static String name(Side side, Project project, Agency agency) {
    var buyer = project.buyer();
    return side == Side.AGENCY ? agency.name() : buyer == null ? project.name() : buyer;
  }

  private void tell(
      Session session,
      MeetingRequest request,
      Side whom,
      String what,
      String subject,
      String text) {
    var about =
        "talk %s %s %s %s %s"
            .formatted(
                what,
                session.id(),
                request.project(),
                request.agency(),
                request.answeredAt() == null ? request.askedAt() : request.answeredAt());
    if (whom == Side.AGENCY) {
      var page = News.page("/agency/sessions", session.id().toString());
      messenger.tell(
          new Organisation.Id(request.agency().value()),
          new News(News.Kind.SESSION, about, subject, text, page));
    } else {
      // Whoever did not publish here has nobody to read it: the organizer answers for them.
      var owner = answering.owner(request.project());
      var page =
          owner.isPresent()
              ? News.page("/buyer/sessions", session.id().toString())
              : News.page("/sessions", session.id().toString()) + "/talks";
      messenger.tell(
          owner.orElse(session.owner()), new News(News.Kind.SESSION, about, subject, text, page));
    }
  }
}
