package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has files looked through for viruses, if the operator has somebody who does. */
@ApplicationScoped
class Scanning {

  private static final Logger LOG = Logger.getLogger(Scanning.class);

  private final EvidenceConfig config;

  Scanning(EvidenceConfig config) {
    this.config = config;
  }

  /**
   * Whether the file was looked through and nothing was found.
   *
   * @throws EvidenceRefused if something was found, or if nobody answers and an answer is asked for
   */
  boolean scan(Path file) {
    if (config.scanner() == EvidenceConfig.Scanner.NONE) {
      return false;
    }
    EvidenceConfig.Clamd clamd = config.clamd();
    Optional<String> found;
    try {
      found = new Clamd(clamd.host(), clamd.port(), clamd.timeout()).find(file);
    } catch (IOException away) {
      LOG.warnf("The virus scanner does not answer: %s", away.getMessage());
      if (clamd.required()) {
        throw EvidenceRefused.scannerAway();
      }
      return false;
    }
    if (found.isPresent()) {
      LOG.warnf("A virus was found in a file that was offered as evidence: %s", found.get());
      throw EvidenceRefused.infected(found.get());
    }
    return true;
  }
}
