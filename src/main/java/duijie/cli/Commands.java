package duijie.cli;

import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import picocli.CommandLine;

/**
 * Makes the commands, giving each the clock and the console where its constructor asks for them.
 */
record Commands(Clock clock, Console console) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      var wanted = constructor.getParameterTypes();
      if (wanted.length == 2 && wanted[0] == Clock.class && wanted[1] == Console.class) {
        try {
          return type.cast(constructor.newInstance(clock, console));
        } catch (InvocationTargetException failure) {
          throw new IllegalStateException(failure.getCause());
        }
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
