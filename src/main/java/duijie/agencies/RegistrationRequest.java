package duijie.agencies;

import java.util.UUID;

/**
 * What somebody fills in to register an agency, as they typed it.
 *
 * @param key made with the form: sending it twice makes one registration
 * @param password kept nowhere
 * @param repeated the password once more
 * @param reach 手机号或者邮箱
 * @param certificate 登记证书编号, asked for where the agency is known already
 * @param note whatever else the bureau should know then
 */
public record RegistrationRequest(
    UUID key,
    String creditCode,
    String name,
    String signInName,
    String displayName,
    String password,
    String repeated,
    String reach,
    String certificate,
    String note) {

  /** A field of the form. */
  public enum Field {
    CREDIT_CODE("统一社会信用代码"),
    NAME("机构名称"),
    REACH("手机号或者邮箱"),
    SIGN_IN_NAME("登录名"),
    DISPLAY_NAME("您的姓名"),
    PASSWORD("密码"),
    REPEATED("再输入一次密码"),
    CERTIFICATE("登记证书编号"),
    NOTE("说明");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What is wrong with a field and how to mend it. */
  public record Fault(Field field, String sentence) {}

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "RegistrationRequest[" + key + "]";
  }
}
