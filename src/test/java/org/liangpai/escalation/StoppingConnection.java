package org.liangpai.escalation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * One connection that is kept over all transactions, and that stops before each statement and
 * commit, and after each commit, to ask whether it may go on.
 */
final class StoppingConnection {

  /** What may be broken on purpose, to see that the harness notices. */
  enum Fault {
    NONE,
    /** Every statement is a transaction of its own. */
    TORN,
    /** Nobody waits for anybody. */
    UNLOCKED
  }

  /** Is asked before each point. */
  interface Gate {
    void before(String point);
  }

  private static final Set<String> EXECUTING = Set.of("execute", "executeQuery", "executeUpdate");

  private final Connection kept;
  private final Fault fault;
  private final Gate gate;

  StoppingConnection(Connection kept, Fault fault, Gate gate) {
    this.kept = kept;
    this.fault = fault;
    this.gate = gate;
  }

  /** A source that gives this connection, time and again. */
  DataSource source() {
    Connection connection = proxy(Connection.class, this::onConnection);
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return connection;
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private Object onConnection(Object self, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "close" -> {
        return null;
      }
      case "setAutoCommit" -> {
        if (fault != Fault.TORN) {
          kept.setAutoCommit((Boolean) arguments[0]);
        }
        return null;
      }
      case "commit", "rollback" -> {
        if (fault != Fault.TORN) {
          gate.before(method.getName());
          call(kept, method, arguments);
          gate.before("after " + method.getName());
        }
        return null;
      }
      case "prepareStatement" -> {
        String sql = spared((String) arguments[0]);
        PreparedStatement statement = kept.prepareStatement(sql);
        return proxy(
            PreparedStatement.class,
            (one, called, given) -> {
              if (EXECUTING.contains(called.getName())) {
                gate.before(sql.strip());
              }
              return call(statement, called, given);
            });
      }
      default -> {
        return call(kept, method, arguments);
      }
    }
  }

  private String spared(String sql) {
    return fault == Fault.UNLOCKED
        ? sql.replace("pg_advisory_xact_lock(hashtextextended('card ' || ?, 0))", "?")
            .replace("FOR UPDATE", "")
        : sql;
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof SQLException fault ? fault : failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
