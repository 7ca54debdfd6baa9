package duijie.messages.web;

import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Cursor;
import duijie.messages.Message;
import duijie.messages.Messages;
import duijie.messages.News;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.ListPart;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Programs read what those for whom they act were told, and nobody else's. */
@Controller(MessagesApi.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessagesApi {

  static final String PATH = Api.V1 + "/messages";

  private static final String KIND = "kind";
  private static final String UNREAD = "unread";

  private final Messages messages;
  private final Clock clock;

  MessagesApi(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var kind = kind(parameters);
    boolean unread = unread(parameters);
    var part = ListPart.of(parameters, PATH + " " + kind + " " + unread);
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    var person = Visitor.of(request).member().id();
    var after =
        Optional.ofNullable(part.cursor())
            .map(Cursor::after)
            .flatMap(Addresses::uuid)
            .map(Message.Id::new)
            .orElse(null);
    var head = new LinkedHashMap<String, @Nullable Object>();
    head.put(UNREAD, messages.unread(person));
    return part.answer(
        request,
        head,
        messages.newest(person, kind, unread, after, part.limit() + 1),
        message -> message.id().toString(),
        MessagesApi::tree);
  }

  @Get("/{id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return found(request, id)
        .<HttpResponse<String>>map(message -> Answer.ok(tree(message)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  /** Notes that it was read; to look at it alone changes nothing. */
  @Post("/{id}/read")
  HttpResponse<String> read(HttpRequest<?> request, String id) {
    found(request, id)
        .ifPresent(
            message ->
                messages.read(Visitor.of(request).member().id(), message.id(), clock.instant()));
    return one(request, id);
  }

  @Post("/read")
  HttpResponse<String> readAll(HttpRequest<?> request) {
    var person = Visitor.of(request).member().id();
    messages.readAll(person, clock.instant());
    return Answer.ok(Map.of(UNREAD, messages.unread(person)));
  }

  private Optional<Message> found(HttpRequest<?> request, String id) {
    var person = Visitor.of(request).member().id();
    return Addresses.uuid(id).flatMap(uuid -> messages.find(person, new Message.Id(uuid)));
  }

  private static Map<String, @Nullable Object> tree(Message message) {
    var news = message.news();
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", message.id());
    tree.put(KIND, news.kind());
    tree.put("subject", news.subject());
    tree.put("text", news.text());
    tree.put("page", news.link());
    tree.put("toldAt", message.toldAt());
    tree.put("readAt", message.readAt());
    return tree;
  }

  private static News.@Nullable Kind kind(Parameters parameters) {
    var name = parameters.one(KIND);
    var kind =
        name.flatMap(
            n -> Arrays.stream(News.Kind.values()).filter(k -> k.name().equals(n)).findFirst());
    if (name.isPresent() && kind.isEmpty()) {
      parameters.refuse(KIND, "没有“%s”这一类消息。".formatted(Parameters.shortened(name.get())));
    }
    return kind.orElse(null);
  }

  private static boolean unread(Parameters parameters) {
    var value = parameters.one(UNREAD).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      parameters.refuse(
          UNREAD, "参数“unread”只能是 true 或 false，不能是“%s”。".formatted(Parameters.shortened(value)));
    }
    return value.equals("true");
  }
}
