package org.liangpai.security;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.liangpai.testsupport.Tester;

/**
 * What a test calls without a request is called by the {@link Tester}; what the service does on
 * threads of its own has to say who does it.
 */
@Mock
@Singleton
class TestViewer extends CurrentViewer {

  private static final String THREAD_OF_THE_TESTS = "main";

  TestViewer(Instance<RequestViewer> ofRequest) {
    super(ofRequest);
  }

  @Override
  public Viewer viewer() {
    return isCalledByTest() ? Tester.VIEWER : super.viewer();
  }

  @Override
  public Scope scope() {
    return isCalledByTest() ? Scope.WHOLE : super.scope();
  }

  private boolean isCalledByTest() {
    String thread = Thread.currentThread().getName();
    return (thread.equals(THREAD_OF_THE_TESTS) || thread.equals(Tester.THREAD))
        && super.viewer().isNobody();
  }
}
