package org.liangpai.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Lets each test make its requests as the {@link Tester}, unless a request carries an authorization
 * of its own or is made with {@code given().noFilters()}.
 */
public class SignedInTester implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    RestAssured.replaceFiltersWith(new SignIn());
  }

  private static final class SignIn implements Filter {

    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification response,
        FilterContext context) {
      if (!request.getHeaders().hasHeaderWithName("Authorization")) {
        request.header("Authorization", Tester.AUTHORIZATION);
      }
      return context.next(request, response);
    }
  }
}
