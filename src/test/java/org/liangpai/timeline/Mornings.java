package org.liangpai.timeline;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.liangpai.Code;

/**
 * Runs what the service does each day by its schedule: every method with a time of day, whichever
 * feature it belongs to, so that a story leaves out no job that it does not know of.
 */
@ApplicationScoped
class Mornings {

  /** They have stories of their own, or go out of the house. */
  private static final Set<String> LEFT_OUT = Set.of("sweep", "audit", "account", "notice");

  private final List<JavaMethod> jobs =
      Code.ALL.stream()
          .filter(type -> !LEFT_OUT.contains(Code.feature(type)))
          .map(JavaClass::getMethods)
          .flatMap(Set::stream)
          .filter(method -> method.isAnnotatedWith(Scheduled.class))
          .filter(method -> !method.getAnnotationOfType(Scheduled.class).cron().isEmpty())
          .sorted(Comparator.comparing(Mornings::time))
          .toList();

  void run() {
    jobs.forEach(Mornings::run);
  }

  /** The time of day at which a job runs, such as {@code 07:30}. */
  private static String time(JavaMethod job) {
    String cron = job.getAnnotationOfType(Scheduled.class).cron();
    String[] fields =
        ConfigProvider.getConfig().getValue(cron.replaceAll("[{}]", ""), String.class).split(" ");
    return "%2s:%2s".formatted(fields[2], fields[1]);
  }

  private static void run(JavaMethod job) {
    try {
      Class<?> type =
          Class.forName(
              job.getOwner().getName(), true, Thread.currentThread().getContextClassLoader());
      Method method = type.getDeclaredMethod(job.getName());
      method.setAccessible(true);
      method.invoke(Arc.container().instance(type).get());
    } catch (InvocationTargetException failed) {
      throw new AssertionError(job.getFullName(), failed.getCause());
    } catch (ReflectiveOperationException fault) {
      throw new AssertionError(fault);
    }
  }
}
