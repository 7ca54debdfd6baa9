package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.PasswordRules;
import duijie.accounts.Role;
import duijie.agencies.RegistrationRequest.Fault;
import duijie.agencies.RegistrationRequest.Field;
import duijie.shared.CreditCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a registration must be; everything that is wrong is told at once. */
@Singleton
final class RegistrationRules {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PERSON = 40;
  private static final int LONGEST_NOTE = 500;

  private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{2,40}");

  /** What people write between the digits of a number. */
  private static final Pattern BETWEEN = Pattern.compile("[ ()-]");

  /**
   * Mobile numbers, fixed ones with or without an area code and an extension, those of 400 and 800,
   * and those abroad, without what stands between the digits.
   */
  private static final Pattern PHONE =
      Pattern.compile(
          "(\\+?86)?1[3-9]\\d{9}|(0|\\+?860?)\\d{2,3}[2-9]\\d{6,7}\\d{0,6}|[2-9]\\d{6,7}|[48]00\\d{7}"
              + "|\\+(?!86)[1-9]\\d{6,14}");

  private static final Pattern MAIL =
      Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST_MAIL = 120;

  /** The account whose password is looked at while its names are still wrong. */
  private static final String NOBODY = "nobody";

  private final PasswordRules passwords;

  RegistrationRules(PasswordRules passwords) {
    this.passwords = passwords;
  }

  /**
   * Everything that is wrong, in the order of the form.
   *
   * @param known the agency of this code that the bureau knows, or null
   */
  List<Fault> faults(RegistrationRequest request, @Nullable Agency known) {
    var faults = new ArrayList<Fault>();
    Read<CreditCode> code = Typed.creditCode(request.creditCode());
    add(faults, Field.CREDIT_CODE, code);
    text(faults, Field.NAME, request.name(), LONGEST_NAME);
    if (Typed.text(Field.NAME.label(), request.name(), LONGEST_NAME)
        instanceof Read.Value<String>(String name)) {
      Typed.tooShort(name).ifPresent(why -> faults.add(new Fault(Field.NAME, why)));
    }
    add(faults, Field.REACH, reach(request.reach()));
    add(faults, Field.SIGN_IN_NAME, signInName(request.signInName()));
    text(faults, Field.DISPLAY_NAME, request.displayName(), LONGEST_PERSON);
    password(faults, request);
    if (known != null && request.certificate().isBlank()) {
      faults.add(
          new Fault(
              Field.CERTIFICATE,
              "“%s”已经在平台的名录里。如果您是这家机构的工作人员，请填写登记证书编号，提交认领申请，由民政部门核对。".formatted(known.name())));
    }
    longest(faults, Field.CERTIFICATE, request.certificate(), LONGEST_NAME);
    longest(faults, Field.NOTE, request.note(), LONGEST_NOTE);
    return faults;
  }

  /** The account that the request asks for. */
  static Account account(
      RegistrationRequest request,
      Organisation.Id organisation,
      Set<Role> roles,
      @Nullable String hash) {
    return new Account(
        new Account.Id(UUID.randomUUID()),
        Account.folded(request.signInName()),
        request.displayName().strip(),
        new Organisation(organisation, Organisation.Kind.AGENCY, request.name().strip(), null),
        roles,
        hash,
        false,
        Account.State.ACTIVE);
  }

  /** A phone number or a mail address in plain letters. */
  static Read<String> reach(String typed) {
    var plain = Typed.plain(typed);
    if (plain.isEmpty()) {
      return new Read.Blank<>();
    }
    boolean mail = plain.length() <= LONGEST_MAIL && MAIL.matcher(plain).matches();
    return mail || phone(plain)
        ? new Read.Value<>(plain)
        : new Read.Wrong<>("请填写一个手机号、座机号（如 0839-1234567）或者邮箱地址。");
  }

  static boolean phone(String plain) {
    return plain.matches("[+(]?[0-9].*")
        && PHONE.matcher(BETWEEN.matcher(plain).replaceAll("")).matches();
  }

  private static Read<String> signInName(String typed) {
    var folded = Account.folded(typed);
    if (folded.isEmpty()) {
      return new Read.Blank<>();
    }
    return SIGN_IN_NAME.matcher(folded).matches()
        ? new Read.Value<>(folded)
        : new Read.Wrong<>("登录名用 2 到 40 个汉字、字母或者数字，还可以有 . _ - @，中间不能有空格。");
  }

  private void password(List<Fault> faults, RegistrationRequest request) {
    if (request.password().isEmpty()) {
      faults.add(new Fault(Field.PASSWORD, "请填写“密码”。"));
      return;
    }
    var folded = Account.folded(request.signInName());
    var account =
        RegistrationRules.account(
            new RegistrationRequest(
                request.key(),
                "",
                request.name(),
                folded.isEmpty() ? NOBODY : folded,
                request.displayName(),
                "",
                "",
                "",
                "",
                ""),
            new Organisation.Id(NOBODY),
            Set.of(Role.AGENCY),
            null);
    passwords
        .faults(request.password(), account)
        .forEach(fault -> faults.add(new Fault(Field.PASSWORD, fault.sentence())));
    if (!request.password().equals(request.repeated())) {
      faults.add(new Fault(Field.REPEATED, "两次输入的密码不一样。"));
    }
  }

  private static void text(List<Fault> faults, Field field, String typed, int most) {
    add(faults, field, Typed.text(field.label(), typed, most));
  }

  private static void longest(List<Fault> faults, Field field, String typed, int most) {
    if (Typed.text(field.label(), typed, most) instanceof Read.Wrong<String> wrong) {
      faults.add(new Fault(field, wrong.sentence()));
    }
  }

  private static void add(List<Fault> faults, Field field, Read<?> read) {
    switch (read) {
      case Read.Value<?> value -> {}
      case Read.Blank<?> blank -> faults.add(new Fault(field, "请填写“" + field.label() + "”。"));
      case Read.Wrong<?> wrong -> faults.add(new Fault(field, wrong.sentence()));
    }
  }
}
