package org.liangpai.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where errors become problem documents. */
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final String BASIC = "Basic realm=\"Liangpai\", charset=\"UTF-8\"";
  private static final String RETRY_AFTER = "Retry-After";

  private static final int NOT_ALLOWED = 405;

  /** What PostgreSQL answers to a character that its encoding does not have. */
  private static final String UNSTORABLE = "22021";

  private final AllowedMethods methods;

  ProblemMapper(AllowedMethods methods) {
    this.methods = methods;
  }

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return Problem.of(409, refusal.code(), "当前状态下不能这样做", refusal.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response notFound(NotFound notFound) {
    return Problem.of(404, "not-found", "没有找到", notFound.getMessage()).toResponse();
  }

  @ServerExceptionMapper
  Response invalid(Invalid invalid) {
    return invalid(invalid.getMessage(), invalid.errors()).toResponse();
  }

  @ServerExceptionMapper
  Response violated(ConstraintViolationException violations) {
    List<Problem.FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(
                violation ->
                    new Problem.FieldError(
                        lastNode(violation.getPropertyPath().toString()), violation.getMessage()))
            .toList();
    return invalid("请求中有不符合要求的内容", errors).toResponse();
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException unreadable) {
    if (unreadable instanceof JsonMappingException at
        && unreadable.getCause() instanceof Invalid invalid) {
      String pointer = pointer(at);
      return invalid(
              "请求正文中“" + pointer + "”" + invalid.getMessage(),
              List.of(new Problem.FieldError(pointer, invalid.getMessage())))
          .toResponse();
    }
    JsonLocation at = unreadable.getLocation();
    String place = at == null ? "" : "，问题在第" + at.getLineNr() + "行第" + at.getColumnNr() + "列";
    return invalid("请求正文不是有效的JSON" + place, List.of()).toResponse();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatched) {
    String pointer = pointer(mismatched);
    return invalid(
            "请求正文" + (pointer.isEmpty() ? "" : "中“" + pointer + "”") + "的值类型不对",
            List.of(new Problem.FieldError(pointer, "值类型不对")))
        .toResponse();
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException refused, UriInfo at) {
    if (refused.getCause() instanceof MismatchedInputException mismatched) {
      return mismatched(mismatched);
    }
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    if (DatabaseAway.isBehind(refused)) {
      return databaseAway(refused);
    }
    Response bare = refused.getResponse();
    if (bare.getStatus() >= 500 && refused.getCause() != null) {
      return fault(refused);
    }
    Response.ResponseBuilder answer =
        Response.fromResponse(
            (isApi(at)
                    ? StatusProblem.of(bare.getStatus())
                    : StatusProblem.ofPage(bare.getStatus()))
                .toResponse());
    if (bare.getStatus() == NOT_ALLOWED) {
      answer.header(HttpHeaders.ALLOW, methods.of(at.getPath()));
    }
    return answer.build();
  }

  @ServerExceptionMapper
  Response accessRefused(AccessRefused refused, UriInfo at) {
    Problem problem =
        Problem.of(refused.status(), refused.code(), refused.title(), refused.getMessage());
    Response.ResponseBuilder answer = Response.fromResponse(problem.toResponse());
    if (refused.status() == 401 && isApi(at)) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
    }
    refused.retryAfter().ifPresent(wait -> answer.header(RETRY_AFTER, wait.toSeconds() + 1));
    return answer.build();
  }

  @ServerExceptionMapper
  Response notAuthenticated(AuthenticationFailedException failed, UriInfo at) {
    if (DatabaseAway.isBehind(failed)) {
      return databaseAway(failed);
    }
    return failed.getCause() instanceof AccessRefused refused
        ? accessRefused(refused, at)
        : accessRefused(AccessRefused.notSignedIn(), at);
  }

  @ServerExceptionMapper
  Response notSignedIn(UnauthorizedException unauthorized, UriInfo at) {
    return accessRefused(AccessRefused.notSignedIn(), at);
  }

  @ServerExceptionMapper
  Response notAllowed(ForbiddenException forbidden, UriInfo at) {
    return accessRefused(AccessRefused.notAllowed(), at);
  }

  private static boolean isApi(UriInfo at) {
    return RequestPath.isApi(at.getPath());
  }

  @ServerExceptionMapper
  Response unexpected(Exception fault) {
    if (DatabaseAway.isBehind(fault)) {
      return databaseAway(fault);
    }
    if (isUnstorable(fault)) {
      return invalid("填写的文字中含有无效字符（U+0000），请删去后再提交", List.of()).toResponse();
    }
    if (UnreadableForm.isBehind(fault)) {
      return invalid("提交的表单读不懂：字段过多，或者内容不完整", List.of()).toResponse();
    }
    return fault(fault);
  }

  private static Response fault(Exception fault) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(fault, "Fault %s", id);
    return Problem.of(500, "internal", "服务内部出错", "请把编号 " + id + " 告诉维护人员").toResponse();
  }

  private static Response databaseAway(Exception fault) {
    LOG.warnf("The database is away: %s", fault.getMessage());
    return Response.fromResponse(StatusProblem.databaseAway().toResponse())
        .header(RETRY_AFTER, StatusProblem.RETRY_SECONDS)
        .build();
  }

  private static String pointer(JsonMappingException at) {
    return at.getPath().stream()
        .map(one -> one.getFieldName() == null ? "" + one.getIndex() : one.getFieldName())
        .collect(Collectors.joining("/"));
  }

  /** Whether a text with the character zero came as far as the database, as in a form. */
  private static boolean isUnstorable(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && UNSTORABLE.equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static Problem invalid(String detail, List<Problem.FieldError> errors) {
    return new Problem(URI.create("urn:problem:invalid"), "请求不符合要求", 400, detail, errors);
  }

  private static String lastNode(String path) {
    return path.substring(path.indexOf('.') + 1);
  }
}
