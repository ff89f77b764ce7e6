package org.liangpai.branch;

import java.util.List;
import org.liangpai.dictionary.Choice;

/** The domains (领域) that a branch may belong to. */
public interface Domains {

  /** All of them, in the order in which users choose. */
  List<Choice> choices();
}
