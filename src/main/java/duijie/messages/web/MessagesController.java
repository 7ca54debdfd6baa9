package duijie.messages.web;

import duijie.accounts.Account;
import duijie.messages.Message;
import duijie.messages.Messages;
import duijie.messages.News;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Html;
import duijie.pages.Paging;
import duijie.pages.Parameters;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.pages.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading what one was told: the own messages, and nobody else's. */
@Controller(MessagesController.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessagesController {

  static final String PATH = "/messages";

  private static final String TITLE = "消息";
  private static final int PAGE_SIZE = 20;
  private static final int LAST_PAGE = 100_000;

  private final Messages messages;
  private final Shells shells;
  private final Html html;
  private final Clock clock;

  MessagesController(Messages messages, Shells shells, Html html, Clock clock) {
    this.messages = messages;
    this.shells = shells;
    this.html = html;
    this.clock = clock;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var kind = kind(parameters);
    int number = parameters.number("page", 1, 1, LAST_PAGE);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var person = visitor.member().id();
    var paging =
        Paging.of(messages.count(person, kind), number, PAGE_SIZE, page -> address(kind, page));
    var rows =
        messages.of(person, kind, (number - 1) * PAGE_SIZE, PAGE_SIZE).stream()
            .map(this::row)
            .toList();
    var page = new MessagesPage(messages.unread(person), kinds(kind), rows, paging);
    var shell = shells.shell(visitor, TITLE, PATH, new Shell.Crumb(TITLE, null));
    return html.page(
        paging.beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK, "messages", shell, page);
  }

  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    return found(visitor.member(), id)
        .<HttpResponse<String>>map(message -> page(visitor, message))
        .orElseGet(() -> missing(visitor));
  }

  /** Opens it, which is how it comes to be read: to look at an address alone changes nothing. */
  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> open(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    var found = found(visitor.member(), id);
    if (found.isEmpty()) {
      return missing(visitor);
    }
    messages.read(visitor.member().id(), found.get().id(), clock.instant());
    return HttpResponse.seeOther(URI.create(address(found.get())));
  }

  @Post(
      uri = "/read-all",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> readAll(HttpRequest<?> request) {
    messages.readAll(Visitor.of(request).member().id(), clock.instant());
    return HttpResponse.seeOther(URI.create(PATH));
  }

  private Optional<Message> found(Account who, String id) {
    return Addresses.uuid(id).flatMap(uuid -> messages.find(who.id(), new Message.Id(uuid)));
  }

  private HttpResponse<String> missing(Visitor visitor) {
    return html.notFound(visitor, "没有这条消息，或者不是发给您的。请从“消息”重新进入。");
  }

  private HttpResponse<String> page(Visitor visitor, Message message) {
    var news = message.news();
    var page =
        new MessagePage(
            address(message),
            news.kind().label(),
            news.subject(),
            news.text(),
            told(message.toldAt()),
            message.unread(),
            news.link());
    var shell =
        shells.shell(
            visitor,
            news.subject(),
            PATH,
            new Shell.Crumb(TITLE, PATH),
            new Shell.Crumb(news.subject(), null));
    return html.page("message", shell, page);
  }

  private MessagesPage.Row row(Message message) {
    return new MessagesPage.Row(
        address(message),
        message.news().kind().label(),
        message.news().subject(),
        told(message.toldAt()),
        message.unread());
  }

  private String told(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, clock.getZone()));
  }

  private static String address(Message message) {
    return PATH + "/" + message.id();
  }

  private static List<MessagesPage.Choice> kinds(News.@Nullable Kind chosen) {
    var choices = new ArrayList<MessagesPage.Choice>();
    choices.add(new MessagesPage.Choice("全部", PATH, chosen == null));
    for (var kind : News.Kind.values()) {
      choices.add(new MessagesPage.Choice(kind.label(), address(kind, 1), kind == chosen));
    }
    return choices;
  }

  private static News.@Nullable Kind kind(Parameters parameters) {
    var name = parameters.one("kind").orElse("");
    if (name.isEmpty()) {
      return null;
    }
    var kind = Arrays.stream(News.Kind.values()).filter(k -> name(k).equals(name)).findFirst();
    if (kind.isEmpty()) {
      parameters.refuse("kind", "没有“%s”这一类消息。".formatted(Parameters.shortened(name)));
    }
    return kind.orElse(null);
  }

  private static String name(News.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String address(News.@Nullable Kind kind, int page) {
    var query = new ArrayList<String>();
    if (kind != null) {
      query.add("kind=" + name(kind));
    }
    if (page > 1) {
      query.add("page=" + page);
    }
    return query.isEmpty() ? PATH : PATH + "?" + String.join("&", query);
  }
}
