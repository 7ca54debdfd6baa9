package duijie.agencies.web;

import duijie.agencies.Receipt;
import duijie.agencies.Registration;
import duijie.agencies.Registration.Outcome;
import duijie.agencies.RegistrationRequest;
import duijie.agencies.RegistrationRequest.Fault;
import duijie.agencies.RegistrationRequest.Field;
import duijie.agencies.Registrations;
import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Problem;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Registering an agency. */
@Controller(RegisterController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForAnybody
final class RegisterController {

  static final String PATH = "/register";

  private static final String TITLE = "机构注册";
  private static final String KEY = "key";

  /** Never put on a page again. */
  private static final Set<Field> SECRET = EnumSet.of(Field.PASSWORD, Field.REPEATED);

  private final Registration registration;
  private final Registrations registrations;
  private final Shells shells;
  private final Html html;

  RegisterController(
      Registration registration, Registrations registrations, Shells shells, Html html) {
    this.registration = registration;
    this.registrations = registrations;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    var page = new RegisterPage(UUID.randomUUID().toString(), Filled.EMPTY);
    return page(HttpStatus.OK, Visitor.of(request), page);
  }

  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> register(HttpRequest<?> request) {
    var form = Form.of(request);
    var key = Addresses.uuid(form.text(KEY)).orElseGet(UUID::randomUUID);
    var address = Visitor.address(request);
    return switch (registration.register(read(key, form), address, Visitor.caller(request))) {
      case Outcome.Accepted accepted ->
          HttpResponse.seeOther(URI.create(PATH + "/done?key=" + accepted.receipt().key()));
      case Outcome.Refused refused ->
          again(HttpStatus.UNPROCESSABLE_ENTITY, request, key, form, refused.faults());
      case Outcome.Later later ->
          again(
              HttpStatus.TOO_MANY_REQUESTS,
              request,
              key,
              form,
              List.of(new Fault(Field.CREDIT_CODE, "从您的网络提交的注册太多了，请过一刻钟再试。")));
    };
  }

  @Get(uri = "/done", produces = MediaType.TEXT_HTML)
  HttpResponse<String> done(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var receipt =
        request
            .getParameters()
            .get(KEY, String.class)
            .flatMap(Addresses::uuid)
            .flatMap(registrations::find);
    if (receipt.isEmpty()) {
      return HttpResponse.seeOther(URI.create(PATH));
    }
    var shell =
        shells.shell(
            visitor, "注册已收到", PATH, new Shell.Crumb(TITLE, PATH), new Shell.Crumb("注册已收到", null));
    return html.page("registered", shell, registered(receipt.get()));
  }

  private static RegisteredPage registered(Receipt receipt) {
    return new RegisteredPage(
        receipt.number(),
        receipt.agencyName(),
        receipt.signInName(),
        receipt.kind() == Receipt.Kind.CLAIM);
  }

  private static RegistrationRequest read(UUID key, Form form) {
    return new RegistrationRequest(
        key,
        form.text(id(Field.CREDIT_CODE)),
        form.text(id(Field.NAME)),
        form.text(id(Field.SIGN_IN_NAME)),
        form.text(id(Field.DISPLAY_NAME)),
        form.typed(id(Field.PASSWORD)),
        form.typed(id(Field.REPEATED)),
        form.text(id(Field.REACH)),
        form.text(id(Field.CERTIFICATE)),
        form.text(id(Field.NOTE)));
  }

  private HttpResponse<String> again(
      HttpStatus status, HttpRequest<?> request, UUID key, Form form, List<Fault> faults) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var field : Field.values()) {
      if (!SECRET.contains(field)) {
        values.put(id(field), List.of(form.text(id(field))));
      }
    }
    var problems = new ArrayList<Problem>();
    faults.forEach(fault -> problems.add(new Problem(id(fault.field()), fault.sentence())));
    var page = new RegisterPage(key.toString(), new Filled(values, problems));
    return page(status, Visitor.of(request), page);
  }

  private HttpResponse<String> page(HttpStatus status, Visitor visitor, RegisterPage page) {
    var shell = shells.shell(visitor, TITLE, PATH, new Shell.Crumb(TITLE, null));
    return html.page(status, "register", shell, page);
  }

  /** What a field is called on the page. */
  private static String id(Field field) {
    return switch (field) {
      case CREDIT_CODE -> "code";
      case NAME -> "name";
      case REACH -> "reach";
      case SIGN_IN_NAME -> "sign-in-name";
      case DISPLAY_NAME -> "display-name";
      case PASSWORD -> "password";
      case REPEATED -> "repeated";
      case CERTIFICATE -> "certificate";
      case NOTE -> "note";
    };
  }
}
