package duijie.agencies

import duijie.audit.Caller
import duijie.shared.CreditCode

/** Registrations for specs. */
class Registering {

  static final Caller STRANGER = new Caller(null, '192.0.2.7', 'a browser')

  static final String PASSWORD = '夕阳照在米仓山上的小路'

  /** A credit code that no other spec uses. */
  static String code(int number) {
    def stem = '52510821' + String.format('%09d', number)
    stem + CreditCode.checkDigit(stem).get()
  }

  static RegistrationRequest request(Map given = [:]) {
    new RegistrationRequest((given.key ?: UUID.randomUUID()) as UUID, (given.code ?: code(1)) as String, (given.name ?: '旺苍县新芽社会工作服务中心') as String,
        (given.signInName ?: 'xinya') as String, (given.displayName ?: '办事员甲') as String, (given.password ?: PASSWORD) as String,
        (given.containsKey('repeated') ? given.repeated : given.password ?: PASSWORD) as String, (given.reach ?: '139 0000 0000') as String,
        (given.certificate ?: '') as String, (given.note ?: '') as String)
  }
}
