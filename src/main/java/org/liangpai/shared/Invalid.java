package org.liangpai.shared;

import java.util.List;

/** The request is malformed; each error names a field and what is allowed. Answered as 400. */
public class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem.FieldError> errors;

  public Invalid(List<Problem.FieldError> errors) {
    super(
        errors.stream().map(Problem.FieldError::message).reduce((a, b) -> a + "；" + b).orElse(""));
    this.errors = List.copyOf(errors);
  }

  /** One field with one error. */
  public Invalid(String pointer, String message) {
    this(List.of(new Problem.FieldError(pointer, message)));
  }

  public List<Problem.FieldError> errors() {
    return errors;
  }
}
