package org.liangpai.branch;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.liangpai.dictionary.Choice;

/** The nine domains that hold where a city has no list of its own. */
@DefaultBean
@ApplicationScoped
class StandardDomains implements Domains {

  private static final List<Choice> NINE =
      List.of(
          new Choice("RURAL", "农村"),
          new Choice("COMMUNITY", "社区"),
          new Choice("ORGAN", "机关"),
          new Choice("INSTITUTION", "事业单位"),
          new Choice("UNIVERSITY", "高校"),
          new Choice("SOE", "国企"),
          new Choice("NONPUBLIC", "两新"),
          new Choice("FLOATING", "流动"),
          new Choice("RETIRED", "离退休"));

  @Override
  public List<Choice> choices() {
    return NINE;
  }
}
