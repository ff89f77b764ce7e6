package org.liangpai.catalogue;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.evaluation.RuleSources;
import org.liangpai.evaluation.RulesRefused;
import org.liangpai.warninglist.WarningList;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListRefused;
import org.liangpai.warninglist.WarningListSource;

/** Reads the list and compiles the rules at start; a fault in either stops the start. */
@Singleton
class CatalogueProducer {

  /**
   * @param ownList a folder with a city's own list files; the packaged ones if absent
   * @param ownRules a folder with a city's own rule files; the packaged ones if absent
   */
  @Produces
  @Singleton
  @Startup
  Catalogue catalogue(
      @ConfigProperty(name = "liangpai.warning-list-dir") Optional<Path> ownList,
      @ConfigProperty(name = "liangpai.rules-dir") Optional<Path> ownRules) {
    try {
      WarningList list =
          new WarningListReader()
              .read(ownList.map(WarningListSource::folder).orElseGet(WarningListSource::packaged));
      RuleSources rules = ownRules.map(RuleSources::folder).orElseGet(RuleSources::packaged);
      return new Catalogue(list, RuleBook.compile(rules, list));
    } catch (WarningListRefused | RulesRefused refused) {
      // Told by its message alone, without a stack trace: whoever edits the files is to read it.
      throw new ConfigurationException(refused.getMessage());
    }
  }
}
