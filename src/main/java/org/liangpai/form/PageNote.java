package org.liangpai.form;

import java.util.List;
import org.liangpai.shared.Problem;
import org.liangpai.shared.TypedForm;

/**
 * What a page tells once, about the form that was sent before it.
 *
 * @param errors what is wrong with which field
 */
public record PageNote(
    Kind kind, String sentence, List<Problem.FieldError> errors, TypedForm form) {

  private static final String KEPT = "登录已经过期，刚才的内容没有提交；填写的文字已放回原处，请看过后再提交一次。";

  /** What became of the form. */
  public enum Kind {
    DONE,
    REFUSED,
    /** The session had ended before it was sent. */
    KEPT
  }

  /** The act was carried out. */
  public static PageNote done(String sentence) {
    return new PageNote(Kind.DONE, sentence, List.of(), TypedForm.NONE);
  }

  /** The act was refused. */
  public static PageNote refused(Problem problem, TypedForm form) {
    return new PageNote(Kind.REFUSED, problem.detail(), problem.errors(), form);
  }

  /** The form came when nobody was signed in any more. */
  public static PageNote kept(TypedForm form) {
    return new PageNote(Kind.KEPT, KEPT, List.of(), form);
  }
}
