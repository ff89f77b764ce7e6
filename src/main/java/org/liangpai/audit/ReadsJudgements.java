package org.liangpai.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever is answered by this route reads what was found of branches and persons and what was done
 * about it, which is a row of the trail: one a request.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadsJudgements {

  /** Of what kind. */
  ObjectKind value();
}
