package org.liangpai.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.liangpai.branch.Domains;
import org.liangpai.dictionary.Choice;

/** The domains that the city's own list names. */
@ApplicationScoped
class ListedDomains implements Domains {

  private final Catalogue catalogue;

  ListedDomains(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Choice> choices() {
    return catalogue.list().domains().stream()
        .map(domain -> new Choice(domain.code(), domain.label()))
        .toList();
  }
}
