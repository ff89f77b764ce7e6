package org.liangpai.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where errors become problem documents. */
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return answer(Problem.of(409, refusal.code(), "当前状态下不能这样做", refusal.getMessage()));
  }

  @ServerExceptionMapper
  Response notFound(NotFound notFound) {
    return answer(Problem.of(404, "not-found", "没有找到", notFound.getMessage()));
  }

  @ServerExceptionMapper
  Response invalid(Invalid invalid) {
    return answer(invalid(invalid.getMessage(), invalid.errors()));
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
    return answer(invalid("请求中有不符合要求的内容", errors));
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException unreadable) {
    return answer(invalid("请求正文不是有效的JSON：" + unreadable.getOriginalMessage(), List.of()));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException refused) {
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    int status = refused.getResponse().getStatus();
    // The message of the framework is English and tells the user nothing.
    return answer(Problem.of(status, "http-" + status, title(status), title(status)));
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException fault) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(fault, "Fault %s", id);
    return answer(Problem.of(500, "internal", "服务内部出错", "请把编号 " + id + " 告诉维护人员"));
  }

  private static Problem invalid(String detail, List<Problem.FieldError> errors) {
    return new Problem(URI.create("urn:problem:invalid"), "请求不符合要求", 400, detail, errors);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "请求不符合要求";
      case 404 -> "没有这个地址";
      case 405 -> "这个地址不支持这种操作";
      case 406 -> "不能以所要的格式回答";
      case 413 -> "上传的内容太大";
      case 415 -> "不支持所传内容的格式";
      default -> status < 500 ? "请求未被接受" : "服务内部出错";
    };
  }

  private static String lastNode(String path) {
    return path.substring(path.indexOf('.') + 1);
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
